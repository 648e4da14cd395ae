/*
 * What vendors share in answering the lifecycle: from what came over HTTP to what the plan goes on from.
 */

import { DocumentError, InvalidInputError } from "../errors";
import type { Answer, Meaning, Unsuccessful } from "../http/answers";
import type { Outcome } from "../http/outcome";
import { pauseBeforeNextTry } from "../http/pauses";
import type { Timing } from "../http/timing";
import type { Lost, Refused } from "../lifecycle/vendor";

/** What became of a change that did not go well: certain, or not. */
export function changeFailed(answer: Unsuccessful, error: Error): Refused | Lost {
  if (answer.kind === "unknown") return { kind: "lost", error };
  return { kind: "refused", because: answer.kind === "not-sent" ? "not-sent" : becauseOf(answer.meaning), error };
}

function becauseOf({ reads }: Meaning): Refused["because"] {
  return reads === "authentication" || reads === "busy" ? "other" : reads;
}

export function isAbsent(answer: Answer<unknown>): boolean {
  return answer.kind === "refused" && answer.meaning.reads === "absent";
}

/** Runs what comes before a filing; a rule that is broken there is a refusal of our own. */
export async function prepared<Content>(
  prepare: () => Content | Promise<Content>,
): Promise<{ readonly content: Content } | Refused> {
  try {
    return { content: await prepare() };
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof DocumentError)
      return { kind: "refused", because: "invalid", error };
    throw error;
  }
}

/** Asks a second time where something that was just made is said to be absent: the vendor may not find it at once. */
export async function askedTwice<Value>(
  isJustMade: boolean,
  ask: () => Promise<Outcome<Value>>,
  timing: Timing,
): Promise<Outcome<Value>> {
  const first = await ask();
  if (!isAbsent(first.answer) || !isJustMade) return first;
  await timing.sleep(pauseBeforeNextTry(1, "interrupted", null, timing.random()));
  return ask();
}
