import { parseArgs } from "node:util";
import { flags } from "./flags";
import { movedFlags } from "./moved";
import { suggest } from "../nearest";
import { refusal } from "./refusal";

/** What was given for each flag, by its name without the dashes. */
export type Values = Record<string, string | boolean | undefined>;

/** Throws an `OptionError` for what is no flag, or not written as one. */
export function parse(argv: readonly string[]): Values {
  const moved = movedFlags(argv);
  if (moved.length > 0) throw refusal(...moved);
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: false }).values;
  } catch (error) {
    throw refusal(explain(error instanceof Error ? error.message : ""));
  }
}

/** What Node says, in the words of the flag; a value can be a secret and is not repeated. */
function explain(said: string): string {
  const [, name = ""] = /^Option '(?:-\w, )?--([\w-]+)/.exec(said) ?? [];
  const flag = flags[name];
  if (flag && flag.value === undefined) return `--${name}: takes no value; write it alone, or leave it out`;
  if (flag && said.includes("ambiguous")) {
    return `--${name}: what follows begins with a dash, as a flag does; if it is the value, write --${name}=${flag.value}`;
  }
  if (flag) return `--${name}: has no value; write --${name} ${flag.value}`;
  const names = Object.keys(flags).map((one) => `--${one}`);
  const clause = `there are ${names.join(", ")}`;
  const [, unknown] = /^Unknown option '(-[\w-]*)/.exec(said) ?? [];
  if (unknown !== undefined) return `${unknown}: is not a flag; ${suggest(unknown, names, clause)}`;
  return `an argument is neither a flag nor a flag's value; ${clause}`;
}
