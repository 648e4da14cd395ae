import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { DataFileError } from "../data-file-error";

/** How a file was when it was read or written last. */
interface Seen {
  /** Another one makes it worth a look at the content. */
  stamp: string;
  sha256: string;
}

const meanwhile = [
  "was written by another emulator, or a person, meanwhile",
  "stop the other one or give each a file of its own, then start this one again to go on from the file; " +
    "or remove the file, and this one's next change writes it anew",
] as const;

/** The one file that keeps everything. It has one writer: what another wrote is left as it is. */
export class DataFile {
  /** Undefined while there is none. */
  #seen: Seen | undefined;

  constructor(readonly path: string) {}

  /** Its text; undefined when there is no such file. Throws Node's own error. */
  read(): string | undefined {
    const file = unlessAbsent(() => openSync(this.path, "r"));
    if (file === undefined) return undefined;
    try {
      const stamp = stampOf(fstatSync(file, { bigint: true }));
      const content = readFileSync(file);
      this.#seen = { stamp, sha256: sha256(content) };
      return content.toString("utf8");
    } finally {
      closeSync(file);
    }
  }

  /** Throws a `DataFileError`, and leaves what there is. */
  write(text: string): void {
    const content = Buffer.from(text);
    try {
      if (this.#isAnothers()) throw new DataFileError(this.path, ...meanwhile);
      this.#seen = { stamp: replace(this.path, content), sha256: sha256(content) };
      syncFolder(this.path);
    } catch (error) {
      throw error instanceof DataFileError ? error : new DataFileError(this.path, ...unwritable(error));
    }
  }

  /** One that was removed is nobody's. */
  #isAnothers(): boolean {
    const status = unlessAbsent(() => statSync(this.path, { bigint: true }));
    if (!status || stampOf(status) === this.#seen?.stamp) return false;
    // Some file systems of containers number files anew, and a copy that was put back is the same.
    return !this.#seen || sha256(readFileSync(this.path)) !== this.#seen.sha256;
  }
}

/** Either the old content or the new one is there afterwards, whenever the power goes. For the owner's eyes only. */
function replace(path: string, content: Buffer): string {
  const beside = `${path}.${process.pid}.tmp`;
  const file = openSync(beside, "w", 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
    const stamp = stampOf(fstatSync(file, { bigint: true }));
    renameSync(beside, path);
    return stamp;
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function stampOf({ ino, mtimeNs, size }: { ino: bigint; mtimeNs: bigint; size: bigint }): string {
  return [ino, mtimeNs, size].join(" ");
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** What was found; undefined where there is no such file. */
function unlessAbsent<Found>(look: () => Found): Found | undefined {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

const fixes = new Map([
  ["ENOSPC", "make room on its disk"],
  ["EDQUOT", "make room on its disk"],
  ["ENOENT", "make its folder again"],
]);

function unwritable(error: unknown): [problem: string, fix: string] {
  const code = codeOf(error);
  const fix = fixes.get(code) ?? "let the emulator write it and its folder";
  return [`cannot be written (${code})`, `${fix}; the next change writes everything`];
}

/** Node's word for what a call of the system failed of. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
