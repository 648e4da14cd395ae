import { weightedSum } from "./checkedNumber";
import type { NumberIssue } from "./checkedNumber";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

/** The form in which an identity number is filed: a final `x` in upper case. */
export function normaliseIdentityNumber(text: string): string {
  return text.replace(/x$/, "X");
}

/**
 * Validates a resident identity number in its normal form (GB 11643-1999, ISO 7064 MOD 11-2). The area code is not
 * looked at: areas are renamed and merged, and old numbers stay valid.
 * @param today the day that no birth date may be later than
 * @returns null where nothing is wrong with it
 */
export function validateIdentityNumber(text: string, today = new Date()): NumberIssue | null {
  const digits = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[0-9X]$/.exec(text);
  if (digits === null) {
    return {
      kind: "shape",
      reason: "not an 18-digit identity number: it has 17 digits, the first not 0, and then a digit or X",
    };
  }
  const [year, month, day] = digits.slice(1).map(Number);
  const birth = dateOf(year, month, day);
  if (birth === null)
    return { kind: "shape", reason: "digits 7 to 14 are not a date (year, month, day): check them for a typing error" };
  if (birth > today)
    return { kind: "shape", reason: "digits 7 to 14 are a date in the future: check them for a typing error" };
  const expected = CHECK_CHARACTERS.charAt(weightedSum(text, WEIGHTS, Number) % 11);
  return text.endsWith(expected)
    ? null
    : {
        kind: "checkCharacter",
        reason: "the last character does not agree with the digits before it: one of them is mistyped",
      };
}

/** The day by Beijing's clock, whose days begin before any other's that matter here; null for one that no calendar has. */
function dateOf(year = 0, month = 0, day = 0): Date | null {
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return new Date(date.getTime() - BEIJING_OFFSET);
}

const BEIJING_OFFSET = 8 * 60 * 60 * 1000;
