import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import type { Document } from "../values";
import { MAX_IMAGE_BYTES, TOO_LARGE } from "./image";

export type Reading =
  | { readonly kind: "read"; readonly bytes: Buffer }
  /** Nothing can be read now, which matters only when it must be filed. */
  | { readonly kind: "unavailable"; readonly reason: string }
  /** Something is there that can never be filed. */
  | { readonly kind: "unfit"; readonly reason: string };

/**
 * Reads a document's bytes, whose hash must be the declared one. Reasons hold neither bytes nor the path, which may
 * name a person. It is read in one go, since the engine asks for one check at a time and a document is small: to hand
 * each step to a thread costs more than to take it.
 * @param folder what a relative path is relative to
 */
export function readDocument(document: Document, folder: string): Reading {
  if (document.path === undefined) {
    return unavailable("it is declared by its sha256 alone: add the path at which its file can be read");
  }
  let file: number | undefined;
  try {
    // Without NONBLOCK the opening of a pipe waits for somebody to write into it.
    file = openSync(resolve(folder, document.path), constants.O_RDONLY | constants.O_NONBLOCK);
    return readFile(file, document.sha256);
  } catch (error) {
    return failure(error, folder);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readFile(file: number, sha256: string): Reading {
  const status = fstatSync(file);
  if (!status.isFile()) return unfit(NOT_A_FILE);
  if (status.size > MAX_IMAGE_BYTES) return unfit(TOO_LARGE);
  const bytes = readBounded(file, status.size + 1);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    return unfit(
      "the file at its path is not the one that is declared (its sha256 is another): put the declared file there, or declare this one's sha256",
    );
  }
  return { kind: "read", bytes };
}

/** At most so many bytes: a file that grows meanwhile is not the declared one. */
function readBounded(file: number, limit: number): Buffer {
  const buffer = Buffer.alloc(limit);
  let length = 0;
  while (length < limit) {
    const bytesRead = readSync(file, buffer, length, limit - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

const NOT_A_FILE = "its path names something that is not a regular file: name the scan's file itself";

function failure(error: unknown, folder: string): Reading {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  if (code === "EISDIR") return unfit(NOT_A_FILE);
  if (code === "ENOENT" || code === "ENOTDIR") {
    return unavailable(
      `there is no file at its path: put it there, or correct the path (relative ones start from ${folder})`,
    );
  }
  return unavailable(`the file at its path cannot be read (${code}): look at its permissions`);
}

function unavailable(reason: string): Reading {
  return { kind: "unavailable", reason };
}

function unfit(reason: string): Reading {
  return { kind: "unfit", reason };
}
