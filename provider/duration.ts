import { InvalidDurationError } from "./errors";

const MILLISECONDS: { readonly [unit: string]: number } = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a duration written as a whole number and a unit: `90s`, `45m`, `24h`, `3d`, `0s`.
 * @returns milliseconds
 * @throws InvalidDurationError for anything else, fractions, signs and spaces too
 */
export function parseDuration(text: string): number {
  const match = /^(\d{1,9})([smhd])$/.exec(text);
  const unit = MILLISECONDS[match?.[2] ?? ""];
  if (match === null || unit === undefined) throw new InvalidDurationError(text);
  return Number(match[1]) * unit;
}
