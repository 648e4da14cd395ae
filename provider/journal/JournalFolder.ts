import { messageOf } from "../errors";
import type { Context } from "../context";
import { runExclusive } from "../runExclusive";
import { readFolder, readResource, sealKey, setAside, writeResource } from "./files";
import { fileOf, journalFolder } from "./place";
import type { Owner } from "./place";
import type { ResourceFile } from "./record";

/** The journal's folder in one process. What cannot be read or written is logged once and stops nothing. */
export class JournalFolder {
  readonly #path: string;

  constructor(private readonly context: Pick<Context, "environment" | "log" | "memory">) {
    this.#path = journalFolder(context.environment);
  }

  fileOf(owner: Owner): string {
    return fileOf(this.#path, owner);
  }

  /** What the folder holds of one resource. A damaged file is set aside. */
  async read(owner: Owner): Promise<ResourceFile | null> {
    const path = this.fileOf(owner);
    try {
      return readResource(path);
    } catch (error) {
      if (isSystemError(error)) {
        this.#logUnusable(error);
        return null;
      }
      await this.#attempt(async () => {
        this.context.log.warning(
          `The journal of "${owner.name}" is damaged and was set aside as ${await setAside(path)}. If a run was killed while it filed a signature, look for that signature at the vendor before you file it again.`,
        );
      });
      return null;
    }
  }

  /** What the folder holds of every resource. */
  async readAll(): Promise<readonly ResourceFile[]> {
    const content = await this.#attempt(() => readFolder(this.#path));
    return content?.files ?? [];
  }

  /** What the folder held of every resource when this process first looked. */
  readAllOnce(): Promise<readonly ResourceFile[]> {
    const folders = this.context.memory.of(newFirstLooks);
    const files = folders.get(this.#path) ?? this.readAll();
    folders.set(this.#path, files);
    return files;
  }

  async change(owner: Owner, change: (file: ResourceFile) => ResourceFile): Promise<void> {
    const path = this.fileOf(owner);
    // Two resources can come to one file where one has the name that the other had.
    await runExclusive(this.context.memory, path, async () => {
      const before = await this.read(owner);
      const after = change(before ?? { v: 1, owner, records: [], uploads: {} });
      if (before === null && isEmpty(after)) return;
      await this.#attempt(() => writeResource(this.#path, path, after));
    });
  }

  /** The key of the folder's seals. */
  async key(): Promise<Buffer | null> {
    return (await this.#attempt(() => sealKey(this.#path))) ?? null;
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#logUnusable(error);
      return undefined;
    }
  }

  /** Once for a folder: reading and writing fail with different codes for one reason. */
  #logUnusable(error: unknown): void {
    const folders = this.context.memory.of(newUnusable);
    if (folders.has(this.#path)) return;
    folders.add(this.#path);
    const cause = error instanceof Error && "code" in error ? String(error.code) : messageOf(error);
    this.context.log.warning(
      `The journal in ${this.#path} cannot be used (${cause}): if this run is killed while it files a signature, the next one does not know of it. Set PULUMI_SMS_JOURNAL to a folder that can be written.`,
    );
  }
}

function isEmpty({ records, uploads, adopted = [] }: ResourceFile): boolean {
  return records.length + adopted.length + Object.keys(uploads).length === 0;
}

const newFirstLooks = (): Map<string, Promise<readonly ResourceFile[]>> => new Map();

const newUnusable = (): Set<string> => new Set();

/** The file itself may be sound, and only cannot be reached. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
