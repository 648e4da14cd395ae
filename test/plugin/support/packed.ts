import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPlugin } from "../../../tools/plugin/pack";

let packed: Promise<string> | undefined;

/** The folder of the plugin as it is shipped, packed once in this process. */
export function packedPlugin(): Promise<string> {
  packed ??= pack();
  return packed;
}

async function pack(): Promise<string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-plugin-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  await packPlugin(folder);
  return folder;
}
