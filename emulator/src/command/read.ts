import { sampleApp } from "../jpush/settings";
import { readApps } from "./apps";
import { flags, type Flag } from "./flags";
import { parse, type Values } from "./parse";
import { refusal } from "./refusal";

const pairs = [
  ["app-key", "master-secret"],
  ["hw-access-key", "hw-secret-key"],
] as const;

/**
 * What the arguments ask for: options, still to be checked, or undefined for help.
 * Throws an `OptionError` for flags that do not exist or do not go together.
 */
export function readArguments(argv: readonly string[]): Record<string, unknown> | undefined {
  const values = parse(argv);
  if (values["help"]) return undefined;
  const { "app-key": key, "master-secret": secret } = values;
  for (const [one, other] of pairs) {
    if ((values[one] === undefined) !== (values[other] === undefined)) throw refusal(`--${one} and --${other} go together`);
  }

  const options: Record<string, unknown> = {};
  for (const [name, flag] of Object.entries<Flag>(flags)) {
    const value = values[name];
    if (flag.option !== undefined && value !== undefined) options[flag.option] = convert(flag, value);
  }
  const first = typeof key === "string" && typeof secret === "string" ? { key, secret } : sampleApp;
  return { ...options, apps: readApps(values, first) };
}

/** The flag that sets an option, for messages. */
export function flagOf(option: string): string {
  const found = Object.entries<Flag>(flags).find(([, flag]) => flag.option === option.split(".")[0]);
  return `--${found?.[0] ?? "app"}`;
}

/** What does not convert stays text, and is refused by the options' own check. */
function convert({ reads }: Flag, value: Values[string]): unknown {
  if (reads === "numbers by name" && Array.isArray(value)) return Object.fromEntries(value.map(readPair));
  if (reads === "number" && typeof value === "string" && /^-?\d+$/.test(value)) return Number(value);
  if (reads === "yes or no" && (value === "yes" || value === "no")) return value === "yes";
  return value;
}

function readPair(pair: string | boolean): [name: string, value: unknown] {
  const [, name, number] = /^(.+)=(\d+)$/.exec(String(pair)) ?? [];
  return name === undefined ? [String(pair), undefined] : [name, Number(number)];
}
