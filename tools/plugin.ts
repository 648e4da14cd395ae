import { statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./hermetic";
import { archivePlugin, packPlugin } from "./plugin/pack";

// `npm run plugin:pack`: the plugin `sms` in dist-plugin/, and the archive of it beside.

async function main(): Promise<void> {
  const folder = join(root, "dist-plugin");
  await packPlugin(folder);
  const archive = archivePlugin(folder);
  const kilobytes = (file: string) => `${Math.round(statSync(file).size / 1000)} kB`;
  console.log(`dist-plugin/index.js ${kilobytes(join(folder, "index.js"))}`);
  console.log(`${relative(root, archive)} ${kilobytes(archive)}`);
}

void main();
