import { inspect } from "node:util";

/** Everything that can be had of an error. */
export function everythingOf(error: Error): string {
  return [
    error.message,
    error.stack,
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: null, showHidden: true, getters: true }),
  ].join("\n");
}
