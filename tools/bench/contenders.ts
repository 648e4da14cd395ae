import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { yamlFolder } from "../hermetic";
import type { Point } from "./points";

/** The programs that are measured side by side; those in JavaScript stand in `programs/`. */
export const CONTENDERS = {
  classes: "pulumi-sms, the classes",
  yaml: "pulumi-sms, the plugin, in YAML",
  plugin: "pulumi-sms, the plugin, in JavaScript",
  empty: "empty dynamic resources",
  sameInputs: "empty ones with the same inputs",
  handwritten: "hand-written dynamic provider",
} as const;

export type Contender = keyof typeof CONTENDERS;

export const CONTENDER_NAMES = Object.keys(CONTENDERS) as readonly Contender[];

/** Those that this machine can run. */
export function runnable(): readonly Contender[] {
  return CONTENDER_NAMES.filter((name) => name !== "yaml" || yamlFolder() !== null);
}

/**
 * The files of its program.
 * @param documents names of files
 * @param plugin the folder of the plugin
 */
export function programOf(
  contender: Contender,
  { signatures }: Pick<Point, "signatures">,
  documents: readonly string[],
  plugin: string,
): { readonly [file: string]: string } {
  if (contender === "yaml") return { "Pulumi.yaml": yamlProgram(signatures, documents, plugin) };
  return { "index.js": source(contender), "inputs.js": source("inputs") };
}

function yamlProgram(signatures: number, documents: readonly string[], plugin: string): string {
  const names = ["idCardImage", "businessLicenseImage", "trademarkImage", "thirdPartyAuthImage", "otherImage"];
  const scans = documents.map((name) => ({ "fn::fileAsset": name }));
  const one = { type: 1, images: scans, apiRevision: "2018-11" };
  const several = {
    type: 1,
    legalPersonName: { "fn::secret": "样本" },
    legalPersonIdNumber: { "fn::secret": "999999199001010008" },
    socialCreditCode: "91999999000000000G",
    ...Object.fromEntries(scans.map((scan, position): [string, unknown] => [names[position] ?? "", scan])),
  };
  const resources = Array.from({ length: signatures }, (_, i): [string, object] => [
    `signature${i}`,
    {
      type: "sms:jpush:Signature",
      properties: { sign: `极光${i}`, ...(documents.length === 1 ? one : several) },
    },
  ]);
  return stringify(
    {
      name: "program",
      runtime: "yaml",
      plugins: { providers: [{ name: "sms", path: plugin }] },
      resources: Object.fromEntries(resources),
    },
    { aliasDuplicateObjects: false },
  );
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
