import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPlugin } from "../../tools/plugin/pack";
import { makeRelease } from "../../tools/plugin/release";

/** Every file of the plugin's bundle. */
export const PLUGIN_FILES = [
  "LICENSE",
  "NOTICES.txt",
  "index.js",
  "pulumi-resource-sms",
  "pulumi-resource-sms.cmd",
  "schema.json",
];

let packed: Promise<string> | undefined;
let released: Promise<string> | undefined;

/** The folder of the plugin as it is shipped, packed once in this process. */
export function packedPlugin(): Promise<string> {
  packed ??= pack();
  return packed;
}

/** The folder of the archives and the executable that are published, made once in this process: that takes seconds. */
export function releasedPlugin(): Promise<string> {
  released ??= packedPlugin().then((plugin) => {
    const folder = temporary("release");
    makeRelease(plugin, folder);
    return folder;
  });
  return released;
}

async function pack(): Promise<string> {
  const folder = temporary("plugin");
  await packPlugin(folder);
  return folder;
}

function temporary(name: string): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `pulumi-sms-${name}-`));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
