import { idsOf } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import type { SignatureId } from "../lifecycle/vendor";

/** Which resource has each submission, as far as the states have shown that this process was given. */
export class SubmissionOwners {
  /** Pulumi's id of the resource, by account and submission. */
  readonly #owners = new Map<string, string>();

  /** The resource has everything that is in its ledger. */
  note(account: string | null, resource: string, ledger: Ledger): void {
    if (account === null) return;
    for (const id of idsOf(ledger)) this.#owners.set(keyOf(account, id), resource);
  }

  /** @param resource null for one that is being created */
  isOwnedByAnother(account: string, resource: string | null, id: SignatureId): boolean {
    const owner = this.#owners.get(keyOf(account, id));
    return owner !== undefined && owner !== resource;
  }
}

function keyOf(account: string, id: SignatureId): string {
  return `${account} ${id}`;
}
