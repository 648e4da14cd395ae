import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import type { Document } from "../values";
import { MAX_IMAGE_BYTES, TOO_LARGE } from "./image";

export type Reading =
  | { readonly kind: "read"; readonly bytes: Buffer }
  /** Nothing can be read now, which matters only when it must be filed. */
  | { readonly kind: "unavailable"; readonly reason: string }
  /** Something is there that can never be filed. */
  | { readonly kind: "unfit"; readonly reason: string };

/**
 * Reads a document's bytes, whose hash must be the declared one. Reasons hold no bytes. It is read in one go, since the
 * engine asks for one check at a time and a document is small: to hand each step to a thread costs more than to take it.
 * @param folder what a relative path is relative to
 */
export function readDocument(document: Document, folder: string): Reading {
  return readInto((size) => Buffer.allocUnsafeSlow(size), document, folder);
}

let scratch: Buffer | undefined;

/**
 * As `readDocument`, for a document that is only looked at: its bytes last until the next one is looked at. A buffer for
 * each would be garbage by the megabyte.
 */
export function lookAtDocument(document: Document, folder: string): Reading {
  const shared = (scratch ??= Buffer.allocUnsafeSlow(LARGEST_READ));
  return readInto((size) => shared.subarray(0, size), document, folder);
}

/** One more than a document may have tells of a file that grows. */
const LARGEST_READ = MAX_IMAGE_BYTES + 1;

function readInto(bufferOf: (size: number) => Buffer, { path, sha256 }: Document, folder: string): Reading {
  if (path === undefined) return unavailable(`it is declared by its sha256 alone: ${ADD_A_PATH}`);
  const place = placeOf(path, folder);
  let file: number | undefined;
  try {
    // Without NONBLOCK the opening of a pipe waits for somebody to write into it.
    file = openSync(resolve(folder, path), constants.O_RDONLY | constants.O_NONBLOCK);
    return readFile(file, sha256, place, bufferOf);
  } catch (error) {
    return failure(error, place);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const ADD_A_PATH = "add the path at which its file can be read";

/**
 * Why there is no document at a path that the program could not read: the class gives it as it is, since neither the SDK
 * nor the engine says anything useful of it.
 */
export function unreadable(path: string, folder: string): string {
  const reading = lookAtDocument({ path, sha256: "" }, folder);
  // Whatever is there now, it is not what the program saw.
  if (reading.kind === "read" || reading.reason === OTHER_CONTENT)
    return `${placeOf(path, folder)} could not be read when the program ran: run the command again`;
  return reading.reason;
}

/** `documents/card.png (looked for in /program)`; a number that may be a person's is left out. */
function placeOf(path: string, folder: string): string {
  const shown = path.length > MAX_SHOWN ? `${path.slice(0, MAX_SHOWN)}…` : path;
  const named = JSON.stringify(shown.replace(/\d{17}[\dXx]/g, "…"));
  return isAbsolute(path) ? named : `${named} (looked for in ${folder})`;
}

const MAX_SHOWN = 120;

function readFile(file: number, sha256: string, place: string, bufferOf: (size: number) => Buffer): Reading {
  const status = fstatSync(file);
  if (!status.isFile()) return unfit(notAFile(place));
  if (status.size > MAX_IMAGE_BYTES) return unfit(TOO_LARGE);
  const bytes = readBounded(file, bufferOf(status.size + 1));
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    return unfit(OTHER_CONTENT);
  }
  return { kind: "read", bytes };
}

/** At most as many bytes as fit in: a file that grows meanwhile is not the declared one. */
function readBounded(file: number, buffer: Buffer): Buffer {
  let length = 0;
  while (length < buffer.length) {
    const bytesRead = readSync(file, buffer, length, buffer.length - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

const OTHER_CONTENT =
  "the file at its path is not the one that is declared (its sha256 is another): put the declared file there, or declare this one's sha256";

function notAFile(place: string): string {
  return `${place} is not a regular file: name the scan's file itself`;
}

/** What the system says, and what to do about it. */
function failure(error: unknown, place: string): Reading {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  switch (code) {
    case "EISDIR":
      return unfit(notAFile(place));
    case "ENOENT":
    case "ENOTDIR":
      return unavailable(`there is no file at ${place}: put it there, or correct the path`);
    case "ELOOP":
      return unavailable(`${place} is a link that leads to itself (ELOOP): correct the link`);
    case "ENAMETOOLONG":
      return unavailable(`${place} is longer than the system's paths may be (ENAMETOOLONG): correct the path`);
    case "ERR_INVALID_ARG_VALUE":
      return unavailable(`${place} has a character that no path can have (U+0000): correct the path`);
    case "EACCES":
    case "EPERM":
      return unavailable(`${place} may not be read (${code}): look at the permissions of the file and of its folders`);
    default:
      return unavailable(`${place} cannot be read (${code})`);
  }
}

function unavailable(reason: string): Reading {
  return { kind: "unavailable", reason };
}

function unfit(reason: string): Reading {
  return { kind: "unfit", reason };
}
