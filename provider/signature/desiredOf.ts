import { parseDuration } from "../duration";
import type { Desired } from "../lifecycle/desired";
import type { Value, Values } from "../values";
import type { SignatureKind } from "./kind";

/** How long superseded ones stay unless the program says otherwise. */
const SUPERSEDED_AFTER_DEFAULT = "24h";

/** What the inputs declare. What a preview does not know yet reads as its default: it decides nothing there. */
export function desiredOf(
  kind: SignatureKind,
  inputs: Values,
  situation: { readonly foreign: boolean; readonly adopts: boolean },
): Desired {
  const adoptId = inputs["adoptId"];
  return {
    ...kind.contentOf(inputs),
    resubmit: text(inputs["resubmit"]) ?? null,
    whenBusy: oneOf(inputs["whenBusy"], ["queue", "fail"]),
    whilePending: oneOf(inputs["whilePending"], ["after", "withdraw", "refuse"]),
    superseded:
      inputs["superseded"] === "delete" || inputs["superseded"] === "keep"
        ? inputs["superseded"]
        : kind.supersededDefault,
    supersededAfter: parseDuration(text(inputs["supersededAfter"]) ?? SUPERSEDED_AFTER_DEFAULT),
    allowOutage: inputs["allowOutage"] === true,
    adoptId:
      situation.adopts && (typeof adoptId === "number" || typeof adoptId === "string")
        ? kind.parseId(String(adoptId))
        : null,
    foreign: situation.foreign,
  };
}

function text(value: Value): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function oneOf<T extends string>(value: Value, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}
