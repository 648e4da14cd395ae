import type { HeldFiles, UploadedFiles } from "../lifecycle/vendor";

/** The documents that the vendor keeps for one resource: from its state and its journal, and what a run adds to them. */
export class LedgerFiles implements UploadedFiles {
  readonly #ids: Map<string, string>;

  constructor(
    known: HeldFiles,
    private readonly journal: { note(sha256: string, id: string): Promise<void> },
  ) {
    this.#ids = new Map(Object.entries(known));
  }

  get held(): HeldFiles {
    return Object.fromEntries(this.#ids);
  }

  idOf(sha256: string): string | undefined {
    return this.#ids.get(sha256);
  }

  async add(sha256: string, id: string): Promise<void> {
    this.#ids.set(sha256, id);
    await this.journal.note(sha256, id);
  }

  remove(sha256: string): void {
    this.#ids.delete(sha256);
  }
}
