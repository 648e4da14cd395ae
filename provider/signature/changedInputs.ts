import type { InputChange } from "../resource";
import { UNKNOWN } from "../values";
import type { Value, Values } from "../values";

/**
 * The inputs that differ. Documents are compared by their content's hash alone; what is not known yet may turn out to be
 * anything. Inputs that begin with `__` are not the user's and never count, and an adoption that is no longer asked for
 * is done: as after an import, taking the word away changes nothing.
 */
export function changedInputs(olds: Values, news: Values, outputs: readonly string[]): readonly InputChange[] {
  const names = new Set([...Object.keys(olds), ...Object.keys(news)]);
  return [...names].flatMap((input): InputChange[] => {
    if (input.startsWith("__") || outputs.includes(input)) return [];
    if (input === "adoptId" && isAbsent(news[input])) return [];
    if (!differs(olds[input], news[input])) return [];
    const kind = isAbsent(olds[input]) ? "add" : isAbsent(news[input]) ? "delete" : "update";
    return [{ input, kind }];
  });
}

function differs(old: Value, current: Value): boolean {
  if (old === UNKNOWN || current === UNKNOWN) return true;
  if (typeof old !== "object" || typeof current !== "object" || old === null || current === null) {
    return (old ?? null) !== (current ?? null);
  }
  if ("sha256" in old && "sha256" in current) return differs(old.sha256, current.sha256);
  const keys = new Set([...Object.keys(old), ...Object.keys(current)]);
  return [...keys].some((key) => differs((old as Values)[key], (current as Values)[key]));
}

function isAbsent(value: Value): boolean {
  return value === undefined || value === null;
}
