import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { archivePlugin, systemName, writeChecksums } from "./archive";
import { makeExecutable } from "./executable";

/**
 * Makes what is published beside the npm package: the archive of the packed plugin, the executable without Node with its
 * archive, and `checksums.txt`.
 * @param packed where the plugin was packed
 * @param folder where all of them go; what it held is removed
 * @returns their names below the folder
 */
export function makeRelease(packed: string, folder: string): readonly string[] {
  const system = systemName();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, system), { recursive: true });
  const executable = makeExecutable(packed, join(folder, system));
  const names = [
    archivePlugin(packed, folder),
    archivePlugin(join(folder, system), folder, system),
    `${system}/${executable}`,
  ];
  writeChecksums(folder, names);
  return names;
}
