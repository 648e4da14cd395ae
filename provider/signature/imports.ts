import { isDeepStrictEqual } from "node:util";
import type { Context } from "../context";
import type { Values } from "../values";
import { keyOf } from "./reviews";

/** What was read of the resources that this process imported. */
const newImports = (): Map<string, Values> => new Map();

type Where = Pick<Context, "identity" | "memory">;

/** Notes what an import read of the resource. */
export function noteImported({ identity, memory }: Where, inputs: Values): void {
  if (identity !== null) memory.of(newImports).set(keyOf(identity), inputs);
}

/** Whether these are the inputs that an import has just read: the engine has them checked, and no program declares them. */
export function areImported({ identity, memory }: Where, inputs: Values): boolean {
  const read = identity === null ? undefined : memory.of(newImports).get(keyOf(identity));
  return read !== undefined && isDeepStrictEqual(given(inputs), given(read));
}

function given(inputs: Values): Values {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined && value !== null));
}
