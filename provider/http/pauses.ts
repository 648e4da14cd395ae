/** Why a request is tried again. */
export type Cause = "interrupted" | "busy";

const PAUSES: { readonly [cause in Cause]: { readonly first: number; readonly longest: number } } = {
  interrupted: { first: 500, longest: 8_000 },
  busy: { first: 2_000, longest: 30_000 },
};

/** However long a server asks to wait, in milliseconds: a run must end. */
export const LONGEST_RETRY_AFTER = 30_000;

/**
 * How long to wait before the next try: exponential, the upper half of it at random, so that clients which failed
 * together do not come back together.
 * @param made how many tries were made, from 1
 * @param retryAfter what the server asked for, in milliseconds, or null
 * @param random from 0 to below 1
 * @returns milliseconds
 */
export function pauseBeforeNextTry(made: number, cause: Cause, retryAfter: number | null, random: number): number {
  const { first, longest } = PAUSES[cause];
  const half = Math.min(longest, first * 2 ** (made - 1)) / 2;
  return Math.max(half, Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER)) + half * random;
}

/**
 * Reads a `Retry-After` header: whole seconds or an HTTP date.
 * @param now milliseconds since the epoch
 * @returns milliseconds, never negative; null where it says nothing
 */
export function parseRetryAfter(header: string | string[] | undefined, now: number): number | null {
  if (typeof header !== "string") return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  if (!/\bGMT\s*$/.test(header)) return null;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
