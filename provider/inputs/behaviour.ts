import { z } from "zod";
import { parseDuration } from "../duration";
import { InvalidDurationError } from "../errors";
import type { Fault } from "../errors";
import { hasUnknown } from "../values";
import type { Value, Values } from "../values";
import { isAbsent } from "./normalForm";

/** An input that says how the resource behaves. It is never sent to a vendor. */
export interface BehaviourInput {
  readonly name: string;
  readonly rule: z.ZodType;
  /** It chooses what the other inputs mean, so that even a preview must know it. */
  readonly literal?: true;
  readonly normalise?: (value: Value) => Value;
}

const MAX_RESUBMIT_LENGTH = 500;

function choice<const Choices extends readonly string[]>(choices: Choices) {
  return z.enum(choices, { error: `write ${choices.map((each) => `"${each}"`).join(" or ")}` });
}

const duration = z
  .string({ error: 'not a duration: write one as in "90s", "45m", "24h" or "3d"' })
  .superRefine((value, context) => {
    try {
      parseDuration(value);
    } catch (error) {
      if (!(error instanceof InvalidDurationError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
    }
  });

/** What every vendor's signatures understand. */
export const SHARED_BEHAVIOUR: readonly BehaviourInput[] = [
  { name: "whenBusy", rule: choice(["queue", "fail"]) },
  { name: "whilePending", rule: choice(["after", "withdraw", "refuse"]) },
  { name: "superseded", rule: choice(["delete", "keep"]) },
  { name: "supersededAfter", rule: duration },
  {
    name: "resubmit",
    rule: z.string({ error: "not a text: write any word that differs from the one before" }).max(MAX_RESUBMIT_LENGTH, {
      error: `longer than ${MAX_RESUBMIT_LENGTH} characters: any short word that differs from the one before will do`,
    }),
  },
];

/** Faults of behaviour are always errors: it files nothing, and costs nothing to correct. */
export function judgeBehaviour(behaviour: readonly BehaviourInput[], inputs: Values): Fault[] {
  return behaviour.flatMap(({ name, rule, literal, normalise }) => {
    const value = inputs[name];
    if (isAbsent(value)) return [];
    if (hasUnknown(value)) {
      return literal
        ? [
            {
              input: name,
              reason: "it must be written out in the program: no output of another resource can choose it",
            },
          ]
        : [];
    }
    const judged = rule.safeParse(normalise?.(value) ?? value);
    return judged.success ? [] : judged.error.issues.map((issue) => ({ input: name, reason: issue.message }));
  });
}
