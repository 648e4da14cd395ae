import type { SignatureId } from "../lifecycle/vendor";

/** Submissions that this process filed: a vendor may not find one of these at once, and the answer to none was lost. */
export class FiledIds {
  readonly #ids = new Set<string>();

  /** @param account what tells it from every other account of every vendor */
  add(account: string, id: SignatureId): void {
    this.#ids.add(`${account} ${id}`);
  }

  has(account: string, id: SignatureId): boolean {
    return this.#ids.has(`${account} ${id}`);
  }
}

export const makeFiledIds = (): FiledIds => new FiledIds();
