import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { link, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { resourceFile } from "./record";
import type { ResourceFile } from "./record";

/*
 * The journal's folder: one small file for each resource, and the key of the seals. A write is on the disk when it
 * resolves, whole or not at all. While one record reaches the disk, others' requests go on; the steps around that wait
 * are so small that handing each to a thread costs more than taking it.
 */

const reachDisk = promisify(fsync);

/** Null where there is none; throws where it is damaged. */
export function readResource(path: string): ResourceFile | null {
  const text = readIfThere(path);
  return text === null ? null : resourceFile.parse(JSON.parse(text.toString("utf8")));
}

/** What the folder holds. */
export interface FolderContent {
  readonly files: readonly ResourceFile[];
  /** Names of resources' files that are damaged or cannot be read. */
  readonly unreadable: readonly string[];
  /** Names of what was damaged and put out of the way. */
  readonly setAside: readonly string[];
}

export async function readFolder(folder: string): Promise<FolderContent> {
  const names = (await namesIn(folder)).sort();
  const files: ResourceFile[] = [];
  const unreadable: string[] = [];
  for (const name of names.filter((each) => each.endsWith(".json"))) {
    try {
      const file = readResource(join(folder, name));
      if (file !== null) files.push(file);
    } catch {
      unreadable.push(name);
    }
  }
  return { files, unreadable, setAside: names.filter((name) => ASIDE.test(name)) };
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  });
}

/** A file of nothing open goes. */
export async function writeResource(folder: string, path: string, file: ResourceFile): Promise<void> {
  const { records, uploads, adopted = [] } = file;
  if (records.length + adopted.length + Object.keys(uploads).length === 0) return rm(path, { force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  renameSync(await writeTemporary(path, JSON.stringify(file)), path);
  await syncFolder(folder);
}

/** Puts a damaged file out of the way, beside those that were put there before: a person can still look at each. */
export async function setAside(path: string): Promise<string> {
  for (let count = 1; ; count++) {
    const aside = count === 1 ? `${path}.damaged` : `${path}.damaged.${count}`;
    try {
      // Unlike a rename, a link replaces nothing.
      await link(path, aside);
    } catch (error) {
      if (isCode(error, "EEXIST")) continue;
      throw error;
    }
    await rm(path, { force: true });
    return aside;
  }
}

const ASIDE = /\.damaged(\.\d+)?$/;

/** The key of the folder's seals, made once. A damaged key is replaced: what it sealed is then compared by its text alone. */
export async function sealKey(folder: string): Promise<Buffer> {
  const path = join(folder, "key");
  const found = readIfThere(path);
  if (found?.length === KEY_BYTES) return found;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (found !== null) await rm(path, { force: true });
  const temporary = await writeTemporary(path, randomBytes(KEY_BYTES));
  try {
    // Of two runs that make the key at once, both use the first one's.
    await link(temporary, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(temporary);
  }
  return readFileSync(path);
}

const KEY_BYTES = 32;

async function writeTemporary(path: string, content: string | Buffer): Promise<string> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  const file = openSync(temporary, "wx", 0o600);
  try {
    writeFileSync(file, content);
    await reachDisk(file);
  } finally {
    closeSync(file);
  }
  return temporary;
}

/** Makes the rename itself last. */
async function syncFolder(folder: string): Promise<void> {
  const directory = openSync(folder, "r");
  try {
    await reachDisk(directory);
  } finally {
    closeSync(directory);
  }
}

function readIfThere(path: string): Buffer | null {
  // Almost always there is none, and an error with its stack costs ten times as much as this.
  if (!existsSync(path)) return null;
  try {
    return readFileSync(path);
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
