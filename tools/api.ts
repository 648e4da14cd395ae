import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiReports } from "./api/reports";
import { root } from "./hermetic";

// `npm run api`: writes etc/, what the package's entries declare. `-- --check`: fails where that is not current.

const isCheck = process.argv.includes("--check");

for (const [name, text] of apiReports()) {
  const file = join(root, name);
  if (read(file) === text) continue;
  if (isCheck) {
    console.error(`${name} is not current: the public API has changed. If it should, run \`npm run api\`.`);
    process.exitCode = 1;
    continue;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${name}`);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
