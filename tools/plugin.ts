import { statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./hermetic";
import { packPlugin } from "./plugin/pack";
import { makeRelease } from "./plugin/release";

// `npm run plugin:pack`: the plugin `sms` in dist-plugin/, which is part of the npm package, and in dist-release/ what is
// published beside it. With `--bundle` dist-plugin/ alone.

const told = (file: string): void =>
  console.log(`${relative(root, file)} ${Math.round(statSync(file).size / 1000)} kB`);

async function main(): Promise<void> {
  const [packed, released] = [join(root, "dist-plugin"), join(root, "dist-release")];
  await packPlugin(packed);
  told(join(packed, "index.js"));
  if (process.argv.includes("--bundle")) return;
  for (const name of makeRelease(packed, released)) told(join(released, name));
}

void main();
