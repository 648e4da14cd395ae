// @ts-check
import { currentLanguage } from "./words.js";

/** @returns {string} */
function locale() {
  // The one English whose dates and times need no AM and PM.
  return currentLanguage() === "zh" ? "zh-CN" : "en-GB";
}

/**
 * The day and the time, with the year where it is not this machine's.
 * @type {(iso: string) => string}
 */
export function moment(iso) {
  const date = new Date(iso);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : /** @type {const} */ ({ year: "numeric" });
  return new Intl.DateTimeFormat(locale(), {
    ...year,
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).format(date);
}

/** @type {(iso: string) => string} */
export function timeOfDay(iso) {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "medium", hourCycle: "h23" }).format(new Date(iso));
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
    const format = new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" });
    if (count > 0) parts.push(format.format(count));
  }
  return parts.join(" ");
}
