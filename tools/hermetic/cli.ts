import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const root = join(__dirname, "..", "..");

const record = join(root, ".pulumi-sms", "cli.json");
const cli = z.object({
  folder: z.string(),
  version: z.string(),
  yamlFolder: z.string().nullable().default(null),
  pythonFolder: z.string().nullable().default(null),
});

let taken: z.infer<typeof cli> | undefined;

function takenCli(): z.infer<typeof cli> {
  try {
    taken ??= cli.parse(JSON.parse(readFileSync(record, "utf8")));
    return taken;
  } catch (cause) {
    throw new Error("No Pulumi CLI is set up: run `node tools/setup.mjs` first", { cause });
  }
}

/** The folder of the Pulumi CLI that the set-up took. */
export const cliFolder = (): string => takenCli().folder;

/** Its version, such as "3.259.0". */
export const cliVersion = (): string => takenCli().version;

/** The folder of the host that runs programs in YAML; null where there is none. */
export const yamlFolder = (): string | null => takenCli().yamlFolder;

/** The folder of what programs in Python need: `bin` and `venv`; null where there is none. */
export const pythonFolder = (): string | null => takenCli().pythonFolder;

/** The command itself. */
export const cliCommand = (): string => join(cliFolder(), "pulumi");
