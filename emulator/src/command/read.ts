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
    if ((values[one] === undefined) !== (values[other] === undefined))
      throw refusal(`--${one} and --${other} go together`);
  }

  const options: Record<string, unknown> = {};
  for (const [name, flag] of Object.entries<Flag>(flags)) {
    const value = values[name];
    if (flag.option !== undefined && value !== undefined) options[flag.option] = convert(name, flag, value);
  }
  const first = typeof key === "string" && typeof secret === "string" ? { key, secret } : sampleApp;
  return { ...options, apps: readApps(values, first) };
}

/** The flag that sets an option, for messages. */
export function flagOf(option: string): string {
  const [first, ...rest] = option.split(".");
  const [name, flag] = Object.entries<Flag>(flags).find(([, one]) => one.option === first) ?? ["app"];
  return flag?.reads === "numbers by name" && rest.length > 0 ? `--${name} ${rest.join(".")}` : `--${name}`;
}

/** What does not convert stays text, and is refused by the options' own check. */
function convert(name: string, { reads, value: form }: Flag, value: Values[string]): unknown {
  if (reads === "numbers by name" && Array.isArray(value)) {
    return Object.fromEntries(value.map((pair) => readPair(name, form, pair)));
  }
  if (reads === "number" && typeof value === "string" && /^-?\d+$/.test(value)) return Number(value);
  if (reads === "yes or no" && (value === "yes" || value === "no")) return value === "yes";
  return value;
}

function readPair(flag: string, form: string | undefined, pair: string | boolean): [name: string, number: number] {
  const [, name, number] = /^([^=]+)=(\d+)$/.exec(String(pair)) ?? [];
  if (name === undefined) throw refusal(`--${flag}: write it as ${form}, such as MSGSMS.0002=400`);
  return [name, Number(number)];
}
