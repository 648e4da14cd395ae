import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedFiles } from "./generate/files";
import { root } from "./hermetic";

/*
 * Writes what is made from the property tables: the SDK's declarations and the reference tables of docs/.
 */

async function main(): Promise<void> {
  for (const [name, text] of await generatedFiles()) {
    const file = join(root, name);
    if (read(file) !== text) {
      writeFileSync(file, text);
      console.log(`wrote ${name}`);
    }
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

void main();
