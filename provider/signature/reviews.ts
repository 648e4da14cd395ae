import type { Context, Identity } from "../context";
import { idsOf } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import { nameOf } from "../lifecycle/names";
import type { SignatureId, VendorRules } from "../lifecycle/vendor";
import type { Memory } from "../memory";

/*
 * What a preview says of one signature depends on the others of its account. The engine asks for each by itself, in no
 * promised order, so what is seen of one is kept here for the rest of the run.
 */

interface Reviews {
  /** The names of those under review, as last seen. */
  readonly open: Map<SignatureId, string>;
  /** The names of those that wait and were told before any review was seen. */
  waiting: string[];
}

/** By account. */
const newReviews = (): Map<string, Reviews> => new Map();

function reviewsOf(memory: Memory, account: string): Reviews {
  const accounts = memory.of(newReviews);
  const known = accounts.get(account) ?? { open: new Map(), waiting: [] };
  accounts.set(account, known);
  return known;
}

/** Notes how a resource's submissions stand. Gives a sentence where others were told before that they wait. */
export function awaitedReview(memory: Memory, account: string, ledger: Ledger, rules: VendorRules): string | null {
  const reviews = reviewsOf(memory, account);
  for (const id of idsOf(ledger)) reviews.open.delete(id);
  const { candidate } = ledger;
  if (candidate === null || candidate.id === null || candidate.status !== "pending") return null;
  const name = nameOf(candidate, rules);
  reviews.open.set(candidate.id, name);
  const waiting = reviews.waiting.splice(0);
  if (waiting.length === 0) return null;
  return `${waiting.join(" and ")} may have to wait for the review of ${name}.`;
}

/** The names of the account's others under review; where none was seen yet, `name` is told later for whom it waits. */
export function reviewsBefore(memory: Memory, account: string, name: string): readonly string[] {
  const { open, waiting } = reviewsOf(memory, account);
  if (open.size === 0) waiting.push(name);
  return [...open.values()];
}

/** The resources that the engine checked in this process, and what each declares. */
const newChecked = (): Map<string, { readonly name: string; readonly content: string | null }> => new Map();

/**
 * Notes that the engine checks the resource: it then asks for the difference to what the program declares now.
 * @param content what is declared, as far as two resources should not declare the same
 * @returns the name of another resource that declares the same content; null where there is none
 */
export function noteChecked(
  { identity, memory }: Pick<Context, "identity" | "memory">,
  content: string | null,
): string | null {
  if (identity === null) return null;
  const checked = memory.of(newChecked);
  checked.set(keyOf(identity), { name: identity.name, content });
  if (content === null) return null;
  const own = [identity.name, ...identity.formerNames].map((name) => keyOf({ ...identity, name }));
  return [...checked].find(([key, each]) => !own.includes(key) && each.content === content)?.[1].name ?? null;
}

/** Where nobody can tell who the resource is, every call is taken for one about the program. */
export function wasChecked({ identity, memory }: Pick<Context, "identity" | "memory">): boolean {
  if (identity === null) return true;
  return memory.of(newChecked).has(keyOf(identity));
}

/** Tells the resources of one stack apart. */
export function keyOf({ parent, name }: Pick<Identity, "parent" | "name">): string {
  return JSON.stringify([parent ?? null, name]);
}
