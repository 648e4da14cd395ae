import { idsOf } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import type { SignatureId } from "../lifecycle/vendor";
import { nameOf } from "../lifecycle/words";

/*
 * Where a vendor takes one review at a time, what a preview says of one signature depends on the others of its account.
 * The engine asks for each by itself, in no promised order, so what is seen of one is kept here for the rest of the run.
 */

interface Reviews {
  /** The names of those under review, as last seen. */
  readonly open: Map<SignatureId, string>;
  /** The names of those that wait and were told before any review was seen. */
  waiting: string[];
}

const accounts = new Map<string, Reviews>();

function reviewsOf(account: string): Reviews {
  const known = accounts.get(account) ?? { open: new Map(), waiting: [] };
  accounts.set(account, known);
  return known;
}

/** Notes how a resource's submissions stand; gives its one under review where others were told that they wait, with their names. */
export function noteReview(
  account: string,
  ledger: Ledger,
): { readonly name: string; readonly waiting: readonly string[] } | null {
  const reviews = reviewsOf(account);
  for (const id of idsOf(ledger)) reviews.open.delete(id);
  const { candidate } = ledger;
  if (candidate === null || candidate.id === null || candidate.status !== "pending") return null;
  const name = nameOf(candidate);
  reviews.open.set(candidate.id, name);
  const waiting = reviews.waiting.splice(0);
  return waiting.length === 0 ? null : { name, waiting };
}

/** The names of the account's others under review; where none was seen yet, `name` is told later for whom it waits. */
export function reviewsBefore(account: string, name: string): readonly string[] {
  const { open, waiting } = reviewsOf(account);
  if (open.size === 0) waiting.push(name);
  return [...open.values()];
}
