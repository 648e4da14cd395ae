import { z } from "zod";
import type { Value } from "../values";
import type { BehaviourInput } from "./behaviour";
import { isAbsent } from "./normalForm";

/**
 * The input that names an existing signature to take over.
 * @param rule what an id of the vendor is, each refusal of it in words
 */
export function adoptIdInput(rule: z.ZodType, normalise = (value: Value): Value => value): BehaviourInput {
  return {
    name: "adoptId",
    rule: z.unknown().superRefine((value, context) => {
      if (Array.isArray(value)) {
        context.addIssue({
          code: "custom",
          message: `it names ${value[0]}, and the resource option import names ${value[1]}: give one of the two`,
        });
        return;
      }
      for (const { message } of rule.safeParse(value).error?.issues ?? [])
        context.addIssue({ code: "custom", message });
    }),
    // The class gives both where the option `import` stands beside the input.
    normalise: (value) => {
      if (!Array.isArray(value)) return normalise(value as Value);
      const [first, ...others] = value.filter((each: Value) => !isAbsent(each)).map((each: Value) => normalise(each));
      return others.every((each) => each === first) ? first : value;
    },
  };
}
