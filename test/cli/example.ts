import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as typescript from "typescript";
import { root } from "../../tools/hermetic";
import type { Files } from "../support";

const documents = ["id-card.jpg", "licence.png"];

/** An example as a project: its program compiled, and the quickstart's documents where it looks for them. */
export function example(name: string): Files {
  const source = readFileSync(join(root, "examples", name, "index.ts"), "utf8");
  const { outputText } = typescript.transpileModule(source, {
    compilerOptions: { module: typescript.ModuleKind.CommonJS, target: typescript.ScriptTarget.ES2022 },
  });
  const pictures = documents.map((file) => [
    `../quickstart/documents/${file}`,
    readFileSync(join(root, "examples/quickstart/documents", file)),
  ]);
  return { "index.js": outputText, ...Object.fromEntries(pictures) };
}

/** Pulumi.yaml's option of every example: one up sees what reviewers did. */
export const REFRESHING = "options: { refresh: always }";
