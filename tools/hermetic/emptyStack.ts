import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pulumi } from "./Pulumi";

export const projectName = "program";
export const stackName = "dev";

/** For a newer host, which takes the option; the pinned one is told otherwise. */
const projectFile = `name: ${projectName}\nruntime:\n  name: nodejs\n  options: { typescript: false }\n`;

let made: Promise<string> | undefined;

/** A folder with a project and its empty stack, which the CLI made once in this process; to be copied. */
export function emptyStack(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-empty-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "Pulumi.yaml"), projectFile);
  await new Pulumi({ project, folder: join(folder, "kept"), stack: stackName }).init();
  return folder;
}
