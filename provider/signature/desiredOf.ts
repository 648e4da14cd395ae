import { parseDuration } from "../duration";
import type { Desired } from "../lifecycle/desired";
import { hasUnknown } from "../values";
import type { Value, Values } from "../values";
import type { SignatureKind } from "./kind";

/** How long superseded ones stay unless the program says otherwise. */
const SUPERSEDED_AFTER_DEFAULT = "24h";

/** The inputs that a plan depends on, beside what is filed. */
const BEHAVIOUR = ["resubmit", "whilePending", "superseded", "supersededAfter", "allowOutage", "adoptId"];

/**
 * What the inputs declare.
 * @param adopts whether `adoptId` is to be acted on: a program may name it for ever
 */
export function desiredOf(
  kind: SignatureKind,
  inputs: Values,
  { otherAccount = false, adopts = false }: { readonly otherAccount?: boolean; readonly adopts?: boolean } = {},
): Desired {
  const adoptId = inputs["adoptId"];
  const isNamed = adopts && (typeof adoptId === "number" || typeof adoptId === "string");
  return {
    ...kind.contentOf(inputs),
    resubmit: text(inputs["resubmit"]) ?? null,
    whenBusy: oneOf(inputs["whenBusy"], ["queue", "fail"]),
    whilePending: oneOf(inputs["whilePending"], ["after", "withdraw", "refuse"]),
    superseded: oneOf(
      inputs["superseded"],
      kind.supersededDefault === "delete" ? ["delete", "keep"] : ["keep", "delete"],
    ),
    supersededAfter: parseDuration(text(inputs["supersededAfter"]) ?? SUPERSEDED_AFTER_DEFAULT),
    allowOutage: inputs["allowOutage"] === true,
    adoptId: isNamed ? kind.parseId(String(adoptId)) : null,
    otherAccount,
    unknown: BEHAVIOUR.filter((name) => hasUnknown(inputs[name]) && (name !== "adoptId" || adopts)),
  };
}

function text(value: Value): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function oneOf<T extends string>(value: Value, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}
