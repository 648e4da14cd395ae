import { createHash, randomBytes } from "node:crypto";
import { closeSync, fsync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { link, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { keyOf } from "./subject";
import type { Subject } from "./subject";
import { recordFile } from "./record";
import type { RecordFile } from "./record";

/*
 * The journal's folder: one small file for each resource, and the key of the digests. A write is on the disk when it
 * resolves, whole or not at all. While one record reaches the disk, others' requests go on; the steps around that wait
 * are so small that handing each to a thread costs more than taking it.
 */

const reachDisk = promisify(fsync);

/** `PULUMI_SMS_JOURNAL`, or a folder beside Pulumi's own. */
export function journalFolder(environment: { readonly [name: string]: string | undefined }): string {
  return environment["PULUMI_SMS_JOURNAL"] || join(environment["PULUMI_HOME"] || join(homedir(), ".pulumi"), "pulumi-sms", "journal");
}

export function fileOf(folder: string, subject: Subject): string {
  return join(folder, `${createHash("sha256").update(keyOf(subject)).digest("hex").slice(0, 32)}.json`);
}

/** Null where there is none; throws where it is damaged. */
export async function readRecords(path: string): Promise<RecordFile | null> {
  const text = readIfThere(path);
  return text === null ? null : recordFile.parse(JSON.parse(text.toString("utf8")));
}

/** Every resource's file in the folder; damaged ones are left out. */
export async function readAllRecords(folder: string): Promise<RecordFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith(".json"));
  const read = await Promise.all(files.map((name) => readRecords(join(folder, name)).catch(() => null)));
  return read.filter((file) => file !== null);
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

function seenPath(path: string): string {
  return path.replace(/\.json$/, ".seen");
}

async function write(folder: string, path: string, content: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  renameSync(await writeTemporary(path, content), path);
  await syncFolder(folder);
}

/** Puts a damaged file out of the way, where a person can still look at it. */
export async function setAside(path: string): Promise<string> {
  const aside = `${path}.damaged`;
  await rename(path, aside);
  return aside;
}

/** The key of the folder's digests, made once. */
export async function digestKey(folder: string): Promise<Buffer> {
  const path = join(folder, "key");
  const key = readIfThere(path);
  if (key?.length === KEY_BYTES) return key;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (key !== null) await setAside(path);
  const temporary = await writeTemporary(path, randomBytes(KEY_BYTES));
  try {
    // A link does not replace: of two runs that make the key at once, both use the first one's.
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
