import { weightedSum } from "./checkedNumber";
import type { NumberIssue } from "./checkedNumber";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = new RegExp(`^[${ALPHABET}]{2}\\d{6}[${ALPHABET}]{10}$`);

/** The form in which a credit code is filed: letters in upper case. */
export function normaliseCreditCode(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Validates a unified social credit code in its normal form (GB 32100-2015). Null where nothing is wrong with it. */
export function validateCreditCode(text: string): NumberIssue | null {
  if (!SHAPE.test(text)) return { kind: "shape", reason: shapeReason(text) };
  const sum = weightedSum(text, WEIGHTS, (character) => ALPHABET.indexOf(character));
  const expected = ALPHABET.charAt((31 - (sum % 31)) % 31);
  return text.endsWith(expected)
    ? null
    : {
        kind: "checkCharacter",
        reason: "the last character does not agree with those before it: one of them is mistyped",
      };
}

function shapeReason(text: string): string {
  if (text.length !== 18) return "not a unified social credit code: it has 18 characters";
  if (/[IOSVZ]/.test(text)) {
    return "a unified social credit code has none of the letters I, O, S, V and Z: look whether a digit (1, 0, 5, 2) or U is meant";
  }
  return "not a unified social credit code: it has 18 digits and capital letters, of which characters 3 to 8 are digits";
}
