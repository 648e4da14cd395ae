import { lstatSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "./file";

/**
 * Removes what an emulator left beside the data file that was killed while it was writing: documents are in it. Only
 * what has the name of one, of a process that there is no more.
 */
export function removeLeftovers(path: string): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const [, id] = /^\.([1-9]\d*)\.tmp$/.exec(name.slice(basename(path).length)) ?? [];
    const beside = join(folder, name);
    if (id !== undefined && hasEnded(Number(id)) && lstatSync(beside).isFile()) rmSync(beside, { force: true });
  }
}

function hasEnded(id: number): boolean {
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    // Somebody else's process is there, and merely not ours to signal.
    return codeOf(error) === "ESRCH";
  }
}
