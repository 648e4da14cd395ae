import type { Context } from "../context";
import { entriesOf } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import { nameOf } from "../lifecycle/names";
import type { SignatureId, VendorRules } from "../lifecycle/vendor";
import { keyOf } from "./reviews";

/** Which resource has each submission, by account and submission, as far as this process was shown. */
const newOwners = (): Map<string, Owner> => new Map();

interface Owner {
  readonly key: string;
  /** In words. */
  readonly name: string;
}

type Where = Pick<Context, "identity" | "memory">;

/**
 * The resource has everything that is in its ledger. Gives a sentence for each submission that another resource has, too:
 * an import and an adoption cannot refuse what belongs to a resource that the engine comes to only afterwards.
 */
export function noteOwner(where: Where, account: string | null, ledger: Ledger, rules: VendorRules): readonly string[] {
  const { identity, memory } = where;
  if (account === null || identity === null) return [];
  const owner = { key: keyOf(identity), name: `the resource "${identity.name}"` };
  return entriesOf(ledger).flatMap((entry) => {
    if (entry.id === null) return [];
    const other = otherOwner(where, account, entry.id);
    memory.of(newOwners).set(`${account} ${entry.id}`, owner);
    if (other === null) return [];
    return [
      `${nameOf(entry, rules)} belongs to ${other}, too. A signature can have one resource only: take the later one out with \`pulumi state delete\`, which deletes nothing at the vendor.`,
    ];
  });
}

/** Which other resource has that submission, in words; null where none is known to. */
export function otherOwner({ identity, memory }: Where, account: string, id: SignatureId): string | null {
  const owner = memory.of(newOwners).get(`${account} ${id}`);
  return owner === undefined || (identity !== null && owner.key === keyOf(identity)) ? null : owner.name;
}
