import { createHash, randomBytes } from "node:crypto";
import { closeSync, fsync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { link, readdir, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { keyOf } from "./subject";
import type { Subject } from "./subject";
import { recordFile, recordedUploads } from "./record";
import type { RecordedUploads, RecordFile } from "./record";

/*
 * The journal's folder: one small file for each resource, one for its uploads, and the key of the digests. A write is on
 * the disk when it resolves, whole or not at all. While one record reaches the disk, others' requests go on; the steps
 * around that wait are so small that handing each to a thread costs more than taking it.
 */

const reachDisk = promisify(fsync);

/** `PULUMI_SMS_JOURNAL`, or a folder beside Pulumi's own. */
export function journalFolder(environment: { readonly [name: string]: string | undefined }): string {
  return (
    environment["PULUMI_SMS_JOURNAL"] ||
    join(environment["PULUMI_HOME"] || join(homedir(), ".pulumi"), "pulumi-sms", "journal")
  );
}

export function fileOf(folder: string, subject: Subject): string {
  return join(folder, `${nameOf(subject)}.json`);
}

export function uploadsOf(folder: string, subject: Subject): string {
  return join(folder, `${nameOf(subject)}.uploads`);
}

function nameOf(subject: Subject): string {
  return createHash("sha256").update(keyOf(subject)).digest("hex").slice(0, 32);
}

/** Null where there is none; throws where it is damaged. */
export async function readRecords(path: string): Promise<RecordFile | null> {
  const text = readIfThere(path);
  return text === null ? null : recordFile.parse(JSON.parse(text.toString("utf8")));
}

/** What the folder holds. */
export interface FolderContent {
  readonly files: readonly RecordFile[];
  /** Names of resources' files that are damaged or cannot be read. */
  readonly unreadable: readonly string[];
  /** Names of what was damaged and put out of the way. */
  readonly setAside: readonly string[];
}

export async function readFolder(folder: string): Promise<FolderContent> {
  const names = (await namesIn(folder)).sort();
  const read = await Promise.all(
    names
      .filter((name) => name.endsWith(".json"))
      .map(async (name) => ({ name, file: await readRecords(join(folder, name)).catch(() => "unreadable" as const) })),
  );
  return {
    files: read.flatMap(({ file }) => (file === null || file === "unreadable" ? [] : [file])),
    unreadable: read.flatMap(({ name, file }) => (file === "unreadable" ? [name] : [])),
    setAside: names.filter((name) => ASIDE.test(name)),
  };
}

/** Every resource's file in the folder; damaged ones are left out. */
export async function readAllRecords(folder: string): Promise<readonly RecordFile[]> {
  return (await readFolder(folder)).files;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  });
}

export async function writeRecords(folder: string, path: string, file: RecordFile): Promise<void> {
  if (file.records.length > 0) return write(folder, path, JSON.stringify(file));
  await rm(path, { force: true });
  await rm(seenPath(path), { force: true });
}

/** That a run has seen a record open. */
export interface Mark {
  readonly sentAt: string;
  /** Empty where nobody could tell which run it was. */
  readonly run: string;
}

/** Which records in the file at `path` were seen open, and by which run first. */
export async function readSeen(path: string): Promise<readonly Mark[]> {
  const lines = readIfThere(seenPath(path))?.toString("utf8").split("\n") ?? [];
  return lines.map((line) => {
    const [sentAt = "", run = ""] = line.split(" ");
    return { sentAt, run };
  });
}

export async function writeSeen(folder: string, path: string, marks: readonly Mark[]): Promise<void> {
  await write(folder, seenPath(path), marks.map(({ sentAt, run }) => `${sentAt} ${run}`).join("\n"));
}

/** None where there is no such file, or one that cannot be read. */
export async function readUploads(path: string): Promise<RecordedUploads> {
  try {
    return recordedUploads.parse(JSON.parse(readIfThere(path)?.toString("utf8") ?? "{}"));
  } catch {
    return {};
  }
}

export async function writeUploads(folder: string, path: string, uploads: RecordedUploads): Promise<void> {
  if (Object.keys(uploads).length > 0) return write(folder, path, JSON.stringify(uploads));
  await rm(path, { force: true });
}

function seenPath(path: string): string {
  return path.replace(/\.json$/, ".seen");
}

async function write(folder: string, path: string, content: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  renameSync(await writeTemporary(path, content), path);
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

/** The folder's key, and where a damaged one was put that this call found. */
export interface FolderKey {
  readonly key: Buffer;
  readonly aside: string | null;
}

/** The key of the folder's digests, made once. */
export async function digestKey(folder: string): Promise<FolderKey> {
  const path = join(folder, "key");
  const found = readIfThere(path);
  if (found?.length === KEY_BYTES) return { key: found, aside: null };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = found === null ? null : await setAside(path);
  const temporary = await writeTemporary(path, randomBytes(KEY_BYTES));
  try {
    // Of two runs that make the key at once, both use the first one's.
    await link(temporary, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(temporary);
  }
  return { key: readFileSync(path), aside };
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
