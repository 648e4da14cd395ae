import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as typescript from "typescript";
import { root } from "../../tools/hermetic";
import type { Files } from "../support";

const documents = ["id-card.jpg", "licence.png"];

/** An example as a project: its program compiled, and the quickstart's documents where it looks for them. */
export function example(name: string): Files {
  const folder = join(root, "examples", name);
  const sources = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const compiled = sources.map((file) => [
    file.replace(/\.ts$/, ".js"),
    typescript.transpileModule(readFileSync(join(folder, file), "utf8"), {
      compilerOptions: { module: typescript.ModuleKind.CommonJS, target: typescript.ScriptTarget.ES2022 },
    }).outputText,
  ]);
  const pictures = documents.map((file) => [
    `../quickstart/documents/${file}`,
    readFileSync(join(root, "examples/quickstart/documents", file)),
  ]);
  return Object.fromEntries([...compiled, ...pictures]) as Files;
}

/** Pulumi.yaml's option of every example: one up sees what reviewers did. */
export const REFRESHING = "options: { refresh: always }";
