import { parseArgs } from "node:util";
import { flags, type Flag } from "./flags";
import { refusal } from "./refusal";

/** What was given for each flag, by its name without the dashes. */
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** Throws an `OptionError` for what is no flag, or not written as one. */
export function parse(argv: readonly string[]): Values {
  const options = Object.fromEntries(
    Object.entries<Flag>(flags).map(([name, { reads }]) => [
      name,
      { type: reads === "switch" ? ("boolean" as const) : ("string" as const), multiple: isRepeatable(reads) },
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/[.\n]/)[0] : "the arguments cannot be read";
    const names = Object.keys(flags).map((name) => `--${name}`);
    throw refusal(`${reason}; there are ${names.join(", ")}`);
  }
}

function isRepeatable(reads: Flag["reads"]): boolean {
  return reads === "list" || reads === "numbers by name";
}
