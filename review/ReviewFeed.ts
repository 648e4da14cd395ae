import { open, rename, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { redactIdentityNumbers } from "../provider/redact";
import { feedFiles, type FeedLine } from "../provider/jpush/reviewFeed";
import { PROCESS } from "./process";
import { runExclusive } from "../provider/runExclusive";
import type { Review } from "./Review";

export interface ReviewFeedOptions {
  /** How large the file may grow before a new one is begun; one more of that size is kept beside it. @default 1048576 */
  readonly maxBytes?: number;
}

/** A file in which the provider reads why a signature was rejected: the setting `jpush:reviewFeed` names it. */
export interface ReviewFeed {
  /** Adds a decision. When it resolves, the line is on the disk, whole. */
  append(review: Review): Promise<void>;
}

/** More of a reason than a reviewer writes. */
const MOST_CHARACTERS = 2000;

/**
 * A review feed: JSON Lines, at most two files, `path` and `path.1`. It is made where it is missing, for its owner's eyes
 * alone; one that is there keeps its permissions.
 */
export function reviewFeed(path: string, { maxBytes = 1024 * 1024 }: ReviewFeedOptions = {}): ReviewFeed {
  const place = resolve(path);
  return {
    append: (review) =>
      runExclusive(PROCESS, `review feed ${place}`, () => append(place, reviewLine(review), maxBytes)),
  };
}

/**
 * A decision as a line of the feed, without its end: for a feed that is written elsewhere, a pipeline's for one. Files and
 * the logs of pipelines are read by many, so an identity number that a reviewer named is hidden in it.
 */
export function reviewLine({ account, signId, status, reason, at }: Review): string {
  const shortened = reason === null ? null : [...redactIdentityNumbers(reason)].slice(0, MOST_CHARACTERS).join("");
  const line: FeedLine = { v: 1, account, signId, status, reason: shortened, at };
  return JSON.stringify(line);
}

async function append(path: string, line: string, maxBytes: number): Promise<void> {
  const mode = await beginAnew(path, Buffer.byteLength(line), maxBytes);
  const file = await open(path, "a+", mode);
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(size - 1, 0));
    // A crash can have cut the last line off, and must not take this one with it. Another process's write that is just
    // under way looks the same: what comes of that is a blank line, which every reader of the feed passes over.
    const start = size === 0 || buffer.toString() === "\n" ? "" : "\n";
    // One write at the end of the file: no other process's line comes between.
    await file.write(`${start}${line}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Puts a file that has grown aside; returns the permissions of the next one. */
async function beginAnew(path: string, bytes: number, maxBytes: number): Promise<number> {
  const there = await statIfThere(path);
  if (!there) return 0o600;
  const [older = ""] = feedFiles(path);
  if (there.size === 0 || there.size + bytes + 2 <= maxBytes) return there.mode & 0o777;
  // Where another process has just done the same, this is its new file, and stays.
  if ((await statIfThere(path))?.ino === there.ino) await rename(path, older).catch(passOverAbsence);
  return there.mode & 0o777;
}

function statIfThere(path: string) {
  return stat(path).catch(passOverAbsence);
}

function passOverAbsence(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
