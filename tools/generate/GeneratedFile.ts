import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../hermetic";

/** A generated file: its path from the root, and its text. */
export type GeneratedFile = readonly [name: string, text: string];

/** The files that are not there, or have another text. */
export function outdated(files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return files.filter(([name, text]) => {
    const file = join(root, name);
    return !existsSync(file) || readFileSync(file, "utf8") !== text;
  });
}

export function write(files: readonly GeneratedFile[]): void {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
    console.log(`wrote ${name}`);
  }
}
