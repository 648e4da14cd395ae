import type { Failure } from "../http/failures";
import type { PlacedDocument } from "../inputs/form";
import type { HeldFiles, NoteUpload } from "../lifecycle/vendor";
import type { HuaweiClient } from "./client";
import { readScans } from "./content";

/** What this process has uploaded: the vendor's id by account and content hash. */
const uploadedHere = new Map<string, string>();

/**
 * The documents of one signature at Huawei Cloud, where they can be neither deleted nor compared: each content is
 * uploaded once, unless the answer to its upload was lost.
 */
export class Uploads {
  readonly #held = new Map<string, string>();

  /**
   * @param known from the state or an earlier run, by the content's hash
   * @param uploaded awaited for each that comes to it
   */
  constructor(
    private readonly account: string,
    known: HeldFiles,
    private readonly uploaded: NoteUpload = async () => undefined,
  ) {
    for (const [sha256, id] of Object.entries(known)) this.#held.set(sha256, id);
  }

  /** Everything that is known of this signature's documents. */
  get held(): HeldFiles {
    return Object.fromEntries(this.#held);
  }

  /**
   * Sees to it that the vendor holds all of them. They are read before the first is sent.
   * @returns what went wrong, or null
   * @throws InvalidInputError, DocumentError
   */
  async complete(documents: readonly PlacedDocument[], client: HuaweiClient, folder: string): Promise<Failure | null> {
    for (const { document } of documents) {
      const id = uploadedHere.get(this.#keyOf(document.sha256));
      if (id !== undefined && !this.#held.has(document.sha256)) await this.#hold(document.sha256, id);
    }
    for (const { document, part } of await readScans(
      documents.filter((each) => !this.#held.has(each.document.sha256)),
      folder,
    )) {
      const { sha256 } = document.document;
      if (this.#held.has(sha256)) continue;
      const { answer, ...sent } = await client.upload(part, document.input);
      if (answer.kind !== "success") return { ...sent, answer };
      uploadedHere.set(this.#keyOf(sha256), answer.value);
      await this.#hold(sha256, answer.value);
    }
    return null;
  }

  /** The ids as the signature's body refers to them. */
  idsOf(documents: readonly PlacedDocument[]): { readonly [wireName: string]: string } {
    return Object.fromEntries(
      documents.map(({ wireName, document }) => [wireName, this.#held.get(document.sha256) ?? ""]),
    );
  }

  /** The vendor says that it does not hold one of them: they have to be uploaded anew. */
  forget(documents: readonly PlacedDocument[]): void {
    for (const { document } of documents) {
      this.#held.delete(document.sha256);
      uploadedHere.delete(this.#keyOf(document.sha256));
    }
  }

  async #hold(sha256: string, id: string): Promise<void> {
    this.#held.set(sha256, id);
    await this.uploaded(sha256, id);
  }

  #keyOf(sha256: string): string {
    return `${this.account} ${sha256}`;
  }
}
