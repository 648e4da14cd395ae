import { OptionError, type OptionProblem } from "../option-error";
import { problemsOf } from "../options";
import { readConfig } from "./config";
import { flagOf, flags } from "./flags";
import { parse, type Values } from "./parse";
import { places } from "./places";

/** A key with another key's secret would be refused by every call. */
const pairs = [
  ["appKey", "masterSecret"],
  ["hwAccessKey", "hwSecretKey"],
] as const;

/** What the arguments and their config file ask for. */
export interface Asked {
  options: Record<string, unknown>;
  /** Names the option of a problem as the person wrote the option: as a flag, or as a place in the config file. */
  rename(problem: OptionProblem): OptionProblem;
}

/** Undefined for help. Throws an `OptionError` that names everything that cannot be used. */
export function readArguments(argv: readonly string[]): Asked | undefined {
  const values = parse(argv);
  if (values["help"]) return undefined;
  const file = typeof values["config"] === "string" ? values["config"] : undefined;
  const config = file === undefined ? { options: {}, problems: [] } : readConfig(file);
  const given = optionsOf(values);
  const options: Record<string, unknown> = { ...config.options, ...given };

  const inFile = ({ option, message }: OptionProblem): OptionProblem => ({ option: `${file}: ${option}`, message });
  const rename = ({ option, message }: OptionProblem): OptionProblem => {
    const [first = "", ...rest] = option.split(".");
    if (first in given) return { option: `--${flagOf(first)}`, message };
    const place = places.get(first);
    return place === undefined ? { option, message } : inFile({ option: [place, ...rest].join("."), message });
  };
  const half = (present: string, absent: string): OptionProblem[] => {
    if (!(present in options) || absent in options) return [];
    const name = present in given ? `--${flagOf(absent)}` : places.get(absent);
    return [{ option: present, message: `needs ${name} beside it` }];
  };
  const halves = pairs.flatMap(([one, other]) => [...half(one, other), ...half(other, one)]);
  const problems = [...config.problems.map(inFile), ...[...halves, ...problemsOf(options)].map(rename)];
  if (problems.length > 0) throw new OptionError(problems);
  return { options, rename };
}

/** What does not convert stays text, and is refused by the options' own check. */
function optionsOf(values: Values): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [name, { option, isNumber }] of Object.entries(flags)) {
    const value = values[name];
    if (option === undefined || value === undefined) continue;
    options[option] = isNumber && typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  }
  return options;
}
