// @ts-check
import { CallError } from "./api.js";
import { find, setText } from "./dom.js";
import { word } from "./words.js";

const alert = find("#alert");
find("button", alert).addEventListener("click", calm);

/**
 * @param {unknown} error
 * @returns {string}
 */
export function problemOf(error) {
  if (error instanceof CallError) return [word(error.message), word(error.fix)].filter(Boolean).join(" ");
  return error instanceof Error ? error.message : String(error);
}

/** @param {unknown} error */
export function complain(error) {
  alert.hidden = false;
  setText(find("p", alert), problemOf(error));
}

export function calm() {
  alert.hidden = true;
}

/**
 * Does what a person asked for, and says what went wrong with it until it is dismissed or the next thing is tried.
 * @param {() => Promise<unknown>} act
 */
export async function attempt(act) {
  calm();
  await act().catch(complain);
}
