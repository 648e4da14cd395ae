/*
 * What vendors share in answering the lifecycle: from what came over HTTP to what the plan goes on from.
 */

import { DocumentError, InvalidInputError } from "../errors";
import type * as http from "../http/answers";
import { pause } from "../http/retry";
import type * as retry from "../http/retry";
import type { Timing } from "../http/timing";
import type { Lost, Refused } from "../lifecycle/vendor";
import type { Refusal } from "./codes";

export type Answer<Value> = http.Answer<Value, Refusal>;
export type Unsuccessful = http.Unsuccessful<Refusal>;
export type Outcome<Value> = retry.Outcome<Value, Refusal>;

/** What became of a change that did not go well: certain, or not. */
export function changeFailed(answer: Unsuccessful, error: Error): Refused | Lost {
  if (answer.kind === "unknown") return { kind: "lost", error };
  return { kind: "refused", reason: answer.kind === "not-sent" ? "not-sent" : reasonOf(answer.refusal), error };
}

function reasonOf({ meaning }: Refusal): Refused["reason"] {
  return meaning === "authentication" || meaning === "busy" ? "other" : meaning;
}

export function isAbsent(answer: Answer<unknown>): boolean {
  return answer.kind === "refused" && answer.refusal.meaning === "absent";
}

/** Runs what comes before a filing; a rule that is broken there is a refusal of our own. */
export async function prepared<Content>(
  prepare: () => Content | Promise<Content>,
): Promise<{ readonly content: Content } | Refused> {
  try {
    return { content: await prepare() };
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof DocumentError)
      return { kind: "refused", reason: "invalid", error };
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
  await pause(1, "interrupted", null, timing);
  return ask();
}
