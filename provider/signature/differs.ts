import { UNKNOWN } from "../values";
import type { Value, Values } from "../values";

/**
 * Whether any input differs. Documents are compared by their content's hash alone; what is not known yet may turn
 * out to be anything. Inputs that begin with `__` are not the user's and never count, and an adoption that is no longer
 * asked for is done: as after an import, taking the word away changes nothing.
 */
export function inputsDiffer(olds: Values, news: Values, outputs: readonly string[]): boolean {
  const names = new Set([...Object.keys(olds), ...Object.keys(news)]);
  return [...names].some((name) => {
    if (name.startsWith("__") || outputs.includes(name)) return false;
    if (name === "adoptId" && (news[name] ?? null) === null) return false;
    return differs(olds[name], news[name]);
  });
}

function differs(old: Value, current: Value): boolean {
  if (old === UNKNOWN || current === UNKNOWN) return true;
  if (typeof old !== "object" || typeof current !== "object" || old === null || current === null) {
    return (old ?? null) !== (current ?? null);
  }
  if ("sha256" in old && "sha256" in current) return differs(old.sha256 as Value, current.sha256 as Value);
  const keys = new Set([...Object.keys(old), ...Object.keys(current)]);
  return [...keys].some((key) => differs((old as Values)[key], (current as Values)[key]));
}
