import { mkdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./hermetic";
import { makeExecutable } from "./plugin/executable";
import { archivePlugin, packPlugin } from "./plugin/pack";

// `npm run plugin:pack`: the plugin `sms` and its archive in dist-plugin/. `npm run plugin:executable`: beside them, in
// executable/, the same with Node in it.

const told = (file: string): void =>
  console.log(`${relative(root, file)} ${Math.round(statSync(file).size / 1000)} kB`);

async function main(): Promise<void> {
  const folder = join(root, "dist-plugin");
  await packPlugin(folder);
  told(join(folder, "index.js"));
  told(archivePlugin(folder));
  if (!process.argv.includes("--executable")) return;
  const single = join(folder, "executable");
  rmSync(single, { recursive: true, force: true });
  mkdirSync(single);
  told(makeExecutable(folder, single));
  told(archivePlugin(single));
}

void main();
