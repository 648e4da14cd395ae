// @ts-check
import { currentLanguage } from "./words.js";

/** @type {(iso: string) => string} */
export function moment(iso) {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: "medium", timeStyle: "medium" }).format(new Date(iso));
}

/** @type {(iso: string) => string} */
export function timeOfDay(iso) {
  return new Intl.DateTimeFormat(currentLanguage(), { timeStyle: "medium", hourCycle: "h23" }).format(new Date(iso));
}

const units = /** @type {const} */ ([
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
]);

/** A span such as "1 day 3 hours"; what is shorter than a minute is none. */
/** @type {(milliseconds: number) => string} */
export function span(milliseconds) {
  // Whole seconds pass between two looks at the clock.
  let left = Math.round(milliseconds / 1000) * 1000;
  const parts = [];
  for (const [unit, length] of units) {
    const count = Math.floor(left / length);
    left -= count * length;
    const format = new Intl.NumberFormat(currentLanguage(), { style: "unit", unit, unitDisplay: "long" });
    if (count > 0) parts.push(format.format(count));
  }
  return parts.join(" ");
}
