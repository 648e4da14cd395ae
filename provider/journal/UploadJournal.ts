import type { HeldFiles } from "../lifecycle/vendor";
import type { Memory } from "../memory";
import { runExclusive } from "../runExclusive";
import { readUploads, uploadsOf, writeUploads } from "./files";
import type { RecordedUploads } from "./record";
import { sealedUpload } from "./seal";
import type { Subject } from "./subject";

/** What it needs of the folder; neither fails where the folder cannot be used. */
export interface UploadDisk {
  key(): Promise<Buffer | null>;
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>;
  readonly memory: Memory;
}

/**
 * The documents that one resource uploaded and that may be in no state yet, for a vendor where a file can be neither
 * found by its content nor deleted: a run that is killed would upload them a second time. One that is lost costs no more
 * than that, so a file that cannot be read counts as empty.
 */
export class UploadJournal {
  /** @param subjects the resource under its names; the first is the one that it has now and is written to */
  constructor(
    private readonly folder: string,
    private readonly owner: { readonly subjects: readonly Subject[]; readonly account: string | null },
    private readonly disk: UploadDisk,
  ) {}

  /** The ids of the documents with these hashes, of those that were noted. Others are not declared any more, and forgotten. */
  async recall(hashes: readonly string[]): Promise<HeldFiles> {
    const { account } = this.owner;
    const noted = Object.assign({}, ...(await Promise.all(this.#paths.map(readUploads)))) as RecordedUploads;
    // Almost always: the key is read only when there is something to compare.
    if (account === null || Object.keys(noted).length === 0) return {};
    const key = await this.disk.key();
    if (key === null) return {};
    const declared = hashes.flatMap((sha256) => {
      const id = noted[sealedUpload(account, sha256, key)];
      return id === undefined ? [] : [[sha256, id] as const];
    });
    const ids = new Set(declared.map(([, id]) => id));
    await this.#keep((id) => ids.has(id));
    return Object.fromEntries(declared);
  }

  /** The vendor has taken a document. */
  async note(sha256: string, id: string): Promise<void> {
    const [path] = this.#paths;
    const { account } = this.owner;
    if (path === undefined || account === null) return;
    const key = await this.disk.key();
    if (key !== null) await this.#change(path, (uploads) => ({ ...uploads, [sealedUpload(account, sha256, key)]: id }));
  }

  /** A state has these. */
  async close(saved: HeldFiles = {}): Promise<void> {
    const ids = new Set(Object.values(saved));
    if (ids.size > 0) await this.#keep((id) => !ids.has(id));
  }

  /** The resource is gone. */
  async closeAll(): Promise<void> {
    await this.#keep(() => false);
  }

  get #paths(): readonly string[] {
    return this.owner.subjects.map((subject) => uploadsOf(this.folder, subject));
  }

  async #keep(isKept: (id: string) => boolean): Promise<void> {
    for (const path of this.#paths) {
      await this.#change(path, (uploads) => Object.fromEntries(Object.entries(uploads).filter(([, id]) => isKept(id))));
    }
  }

  async #change(path: string, change: (uploads: RecordedUploads) => RecordedUploads): Promise<void> {
    // Two resources can come to one file where one has the name that the other had.
    await runExclusive(this.disk.memory, path, async () => {
      const before = await readUploads(path);
      const after = change(before);
      if (Object.keys(before).length === 0 && Object.keys(after).length === 0) return;
      await this.disk.attempt(() => writeUploads(this.folder, path, after));
    });
  }
}
