import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { place, placed } from "./cli/cache.mjs";
import { cliOnPath } from "./cli/onPath.mjs";
import { goBuildCli } from "./cli/goBuild.mjs";
import { officialRelease } from "./cli/officialRelease.mjs";
import { pinned } from "./cli/pinned.mjs";
import { yamlHost } from "./cli/yamlHost.mjs";
import { python } from "./python.mjs";
import { root } from "./root.mjs";
import { SetupError } from "./SetupError.mjs";

/** Where the other tools read which CLI was taken. */
const record = join(root, ".pulumi-sms", "cli.json");

/**
 * Finds a Pulumi CLI or obtains one: a new enough one on the PATH, one obtained before, the official release,
 * and where the network refuses that, a build from the Go modules that tools/cli pins.
 * @param yaml whether programs in YAML are to run, too, and `withPython` those in Python
 */
export async function cli(tell, { yaml = false, withPython = false } = {}) {
  const { version, key } = await pinned();
  const taken = (await cliOnPath()) ?? (await placed(key)) ?? (await obtain(tell, version, key));
  const yamlFolder = await yamlHost(tell, taken.folder, { build: yaml });
  const pythonFolder = await python(tell, { build: withPython });
  await mkdir(join(root, ".pulumi-sms"), { recursive: true });
  // In one step, since a command of another terminal may be reading it.
  const unfinished = `${record}.${process.pid}`;
  await writeFile(
    unfinished,
    `${JSON.stringify({ folder: taken.folder, version: taken.version, yamlFolder, pythonFolder }, null, 2)}\n`,
  );
  await rename(unfinished, record);
  tell.note(`Pulumi CLI ${taken.version}: ${taken.source}`);
}

async function obtain(tell, version, key) {
  try {
    return await place(key, (folder) => officialRelease(tell, folder, version));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    tell.note(error.message);
  }
  return place(key, (folder) => goBuildCli(tell, folder, version));
}
