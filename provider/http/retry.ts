import type { Answer } from "./answers";
import { exchange } from "./exchange";
import type { Exchange, Limits, Request } from "./exchange";
import type { Runtime, Timing } from "./timing";

/** One call of one request, as far as a message may name it. */
export interface Call {
  readonly method: string;
  readonly url: string;
}

/** The last answer to one call, after however many tries. */
export interface Outcome<Value, Refusal> {
  readonly call: Call;
  readonly tries: number;
  readonly answer: Answer<Value, Refusal>;
}

/**
 * Sends a request until it has an answer that another try would not better. One that must not be sent twice is sent
 * again only when nothing was sent, or when it was certainly refused for being too many.
 * @param make gives the request anew for each try: a signature and its date do not outlive a pause
 */
export async function sendUpTo<Value, Refusal>(
  make: () => Request,
  limits: Limits & { readonly maxTries: number },
  read: (answered: Exchange) => Answer<Value, Refusal>,
  { memory, timing }: Runtime,
): Promise<Outcome<Value, Refusal>> {
  for (let tries = 1; ; tries++) {
    const request = make();
    const answer = read(await exchange(request, limits, memory));
    const again = tries < limits.maxTries ? againAfter(answer, request.once, timing.now()) : null;
    if (again === null) return { call: { method: request.method, url: request.url }, tries, answer };
    await pause(tries, again.cause, again.retryAfter, timing);
  }
}

/** Why a request is tried again. */
export type Cause = "interrupted" | "busy";

interface Again {
  readonly cause: Cause;
  /** What the server asked for, in milliseconds, or null. */
  readonly retryAfter: number | null;
}

function againAfter(answer: Answer<unknown, unknown>, once: boolean, now: number): Again | null {
  switch (answer.kind) {
    case "success":
      return null;
    case "not-sent":
      return { cause: "interrupted", retryAfter: null };
    case "unknown":
      return once ? null : { cause: "interrupted", retryAfter: parseRetryAfter(answer.retryAfter, now) };
    case "refused":
      return answer.isBusy ? { cause: "busy", retryAfter: parseRetryAfter(answer.retryAfter, now) } : null;
  }
}

/** Waits before the next try. @param made how many tries were made, from 1 */
export function pause(made: number, cause: Cause, retryAfter: number | null, timing: Timing): Promise<void> {
  return timing.sleep(pauseBeforeNextTry(made, cause, retryAfter, timing.random()));
}

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
