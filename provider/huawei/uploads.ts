import type { Failure } from "../vendors/failures";
import type { PlacedDocument } from "../inputs/form";
import type { UploadedFiles } from "../lifecycle/vendor";
import type { Memory } from "../memory";
import type { HuaweiClient } from "./client";
import { readScans } from "./content";

/** What this process has uploaded: the vendor's id by account and content hash. */
const makeUploaded = () => new Map<string, string>();

/**
 * The documents of one signature at Huawei Cloud, where they can be neither deleted nor compared: each content is
 * uploaded once, unless the answer to its upload was lost.
 */
export class Uploads {
  readonly #uploadedHere: Map<string, string>;

  /** @param files from the state or an earlier run */
  constructor(
    private readonly account: string,
    private readonly files: UploadedFiles,
    memory: Memory,
  ) {
    this.#uploadedHere = memory.of(makeUploaded);
  }

  has({ document }: PlacedDocument): boolean {
    return this.files.idOf(document.sha256) !== undefined;
  }

  /**
   * Sees to it that the vendor holds all of them. They are read before the first is sent.
   * @returns what went wrong, or null
   * @throws InvalidInputError, DocumentError
   */
  async complete(documents: readonly PlacedDocument[], client: HuaweiClient, folder: string): Promise<Failure | null> {
    for (const each of documents) {
      const { sha256 } = each.document;
      const id = this.#uploadedHere.get(this.#keyOf(sha256));
      if (id !== undefined && !this.has(each)) await this.files.add(sha256, id);
    }
    const missing = documents.filter((each) => !this.has(each));
    for (const { document, part } of await readScans(missing, folder)) {
      if (this.has(document)) continue;
      const { answer, ...sent } = await client.upload(part, document.input);
      if (answer.kind !== "success") return { ...sent, answer };
      const { sha256 } = document.document;
      this.#uploadedHere.set(this.#keyOf(sha256), answer.value);
      await this.files.add(sha256, answer.value);
    }
    return null;
  }

  /** The ids as the signature's body refers to them. */
  idsOf(documents: readonly PlacedDocument[]): { readonly [wireName: string]: string } {
    return Object.fromEntries(
      documents.map(({ wireName, document }) => [wireName, this.files.idOf(document.sha256) ?? ""]),
    );
  }

  /** The vendor says that it does not hold one of them: they have to be uploaded anew. */
  forget(documents: readonly PlacedDocument[]): void {
    for (const { document } of documents) {
      this.files.remove(document.sha256);
      this.#uploadedHere.delete(this.#keyOf(document.sha256));
    }
  }

  #keyOf(sha256: string): string {
    return `${this.account} ${sha256}`;
  }
}
