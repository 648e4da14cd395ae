const LONGEST = 200;
const LONGEST_REASON = 1000;
const HIDDEN = "[hidden]";

/** The shape of an identity number: 18 characters. A vendor may name one that this call did not send. */
const IDENTITY_NUMBER = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;

/**
 * Makes a text from outside fit for a message: without control and formatting characters, without any of the private
 * texts (in whatever case, as they are or percent-encoded) and identity numbers, bounded in length.
 */
export function redact(text: string, privateTexts: readonly string[], longest = LONGEST): string {
  const values = privateTexts.map(printable).filter((value) => value !== "");
  const hidden = [...values, ...values.map(encodeURIComponent)].sort((left, right) => right.length - left.length);
  const safe = hidden.reduce(
    (rest, value) => rest.replace(literally(value), HIDDEN),
    redactIdentityNumbers(printable(text)),
  );
  const characters = [...safe];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : safe;
}

/** A text without identity numbers, and otherwise as it came. */
export function redactIdentityNumbers(text: string): string {
  return text.replace(IDENTITY_NUMBER, HIDDEN);
}

/** What a reviewer wrote, which is shown, logged and kept in the state in the clear; undefined where nothing is left of it. */
export function redactReason(text: string, privateTexts: readonly string[]): string | undefined {
  return redact(text, privateTexts, LONGEST_REASON) || undefined;
}

function printable(text: string): string {
  // Lone surrogates become replacement characters on the way through UTF-8; encodeURIComponent throws on them.
  const wellFormed = Buffer.from(text).toString();
  return wellFormed
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}

function literally(value: string): RegExp {
  return new RegExp(value.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
}
