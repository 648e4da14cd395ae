import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The programs that are measured side by side; each stands in `programs/`. */
export const CONTENDERS = {
  classes: "pulumi-sms, the classes",
  plugin: "pulumi-sms, the plugin",
  empty: "empty dynamic resources",
  sameInputs: "empty ones with the same inputs",
  handwritten: "hand-written dynamic provider",
} as const;

export type Contender = keyof typeof CONTENDERS;

export const CONTENDER_NAMES = Object.keys(CONTENDERS) as readonly Contender[];

/** The files of its program. */
export function programOf(contender: Contender): { readonly [file: string]: string } {
  return { "index.js": source(contender), "inputs.js": source("inputs") };
}

function source(name: string): string {
  return readFileSync(join(__dirname, "programs", `${name}.js`), "utf8");
}

/** What is measured, in this order, on a stack that begins empty. */
export const COMMANDS = {
  preview: ["preview"],
  up: ["up", "--yes", "--skip-preview"],
  "up again": ["up", "--yes", "--skip-preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
} as const;

export type Command = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly Command[];
