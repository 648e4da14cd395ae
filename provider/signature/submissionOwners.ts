import type { Context } from "../context";
import { idsOf } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import type { SignatureId } from "../lifecycle/vendor";

/** Which resource has each submission, by account and submission, as far as this process was shown. */
const newOwners = (): Map<string, Owner> => new Map();

interface Owner {
  readonly key: string;
  /** In words. */
  readonly name: string;
}

type Where = Pick<Context, "identity" | "memory">;

/** The resource has everything that is in its ledger. */
export function noteOwner({ identity, memory }: Where, account: string | null, ledger: Ledger): void {
  if (account === null || identity === null) return;
  const owner = { key: keyOf(identity), name: `the resource "${identity.name}"` };
  for (const id of idsOf(ledger)) memory.of(newOwners).set(`${account} ${id}`, owner);
}

/** Which other resource has that submission, in words; null where none is known to. */
export function otherOwner({ identity, memory }: Where, account: string, id: SignatureId): string | null {
  const owner = memory.of(newOwners).get(`${account} ${id}`);
  return owner === undefined || (identity !== null && owner.key === keyOf(identity)) ? null : owner.name;
}

function keyOf({ parent, name }: NonNullable<Context["identity"]>): string {
  return JSON.stringify([parent ?? null, name]);
}
