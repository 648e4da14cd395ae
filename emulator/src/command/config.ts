import { readFileSync } from "node:fs";
import type { OptionProblem } from "../option-error";
import { suggest } from "../nearest";
import { groups, places } from "./places";
import { refusal } from "./refusal";

/** What a config file says. */
export interface Config {
  /** Still to be checked. */
  options: Record<string, unknown>;
  /** Names that are no settings. */
  problems: OptionProblem[];
}

/** Throws an `OptionError` for a file that cannot be read or is not a JSON object. */
export function readConfig(file: string): Config {
  const content = parse(file, read(file));
  if (!isObject(content)) throw refusal(`--config: ${file} does not hold a JSON object`);

  const config: Config = { options: {}, problems: [] };
  const take = (place: string, value: unknown) => {
    const option = [...places].find(([, one]) => one === place)?.[0];
    if (option === undefined) config.problems.push({ option: place, message: explainUnknown(place) });
    else config.options[option] = value;
  };
  for (const [name, value] of Object.entries(content)) {
    if (!groups.includes(name)) take(name, value);
    else if (isObject(value)) for (const [setting, one] of Object.entries(value)) take(`${name}.${setting}`, one);
    else config.problems.push({ option: name, message: "is not a JSON object of settings" });
  }
  return config;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw refusal(`--config: ${file} cannot be read (${code})`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Node can quote the file in its message, and the file can hold a secret.
    const [where = ""] = / at position \d+/.exec(String(error)) ?? [];
    throw refusal(`--config: ${file} is not JSON${where}`);
  }
}

function explainUnknown(place: string): string {
  const [group, setting] = place.includes(".") ? place.split(".", 2) : ["", place];
  const elsewhere = [...places].find(([option, one]) => option === setting || one.endsWith(`.${setting}`))?.[1];
  if (elsewhere !== undefined) return `is not a setting; write it as ${elsewhere}`;
  const names = [...places.values()].filter((one) => (group === "" ? !one.includes(".") : one.startsWith(`${group}.`)));
  const all = [...names, ...(group === "" ? groups : [])];
  return `is not a setting; ${suggest(setting, all.map(bare), `there are ${all.join(", ")}`)}`;
}

/** The name of a setting within its group. */
function bare(place: string): string {
  return place.replace(/^\w+\./, "");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
