import { pauseBeforeNextTry, type Cause } from "./pauses";
import type { Timing } from "./timing";

/** Why and when to try again. */
export interface Again {
  readonly cause: Cause;
  /** What the server asked for, in milliseconds, or null. */
  readonly retryAfter: number | null;
}

/**
 * Sends until an answer is final or the tries are used up.
 * @param judge what an answer says of another try; null where it is final
 * @returns the last answer, and how many tries it took
 */
export async function tryUpTo<Answer>(
  maxTries: number,
  send: () => Promise<Answer>,
  judge: (answer: Answer) => Again | null,
  timing: Timing,
): Promise<{ readonly answer: Answer; readonly tries: number }> {
  for (let tries = 1; ; tries++) {
    const answer = await send();
    const again = tries < maxTries ? judge(answer) : null;
    if (again === null) return { answer, tries };
    await timing.sleep(pauseBeforeNextTry(tries, again.cause, again.retryAfter, timing.random()));
  }
}
