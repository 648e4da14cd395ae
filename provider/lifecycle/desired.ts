import { differingFields, digestOf } from "./digest";
import type { Digests } from "./digest";
import { incomparable } from "./formats";
import type { Entry } from "./ledger";
import type { Observation, SignatureId, VendorRules } from "./vendor";

/** What the program declares, as far as the lifecycle needs to know it. */
export interface Desired {
  /** Null while a preview does not know it yet. */
  readonly text: string | null;
  readonly digests: Digests;
  readonly resubmit: string | null;
  readonly whenBusy: "queue" | "fail";
  readonly whilePending: "after" | "withdraw" | "refuse";
  readonly superseded: "delete" | "keep";
  /** How long a superseded one stays after its successor was published, in milliseconds. */
  readonly supersededAfter: number;
  /** Where equals cannot stand side by side: delete the serving one first, and be without until the next approval. */
  readonly allowOutage: boolean;
  /** An existing submission to take over; null once it has been. */
  readonly adoptId: SignatureId | null;
  /** The state was written for another account than the one that would be asked now. */
  readonly otherAccount: boolean;
  /** The inputs that are not filed and that a preview does not know yet. */
  readonly unknown: readonly string[];
}

/**
 * Whether an entry holds what is desired. What serves only the reviewers, or cannot be compared because it was filed in
 * another wire format, counts against a rejected one alone: there it may be the cure, anywhere else it would file an
 * approved signature again for nothing.
 */
export function holdsDesired(entry: Entry, desired: Desired, rules: VendorRules): boolean {
  const ignored = entry.partial
    ? untold(entry, desired)
    : entry.status === "rejected"
      ? []
      : [...rules.reviewersOnly, ...incomparable(entry.digests, desired.digests, rules)];
  return (
    entry.text === desired.text &&
    differingFields(entry.digests, desired.digests, [rules.textField, ...ignored]).length === 0
  );
}

/** The fields in which what the vendor tells of a submission is not what is desired. */
export function disagreements(
  desired: Desired,
  { text, fields = {} }: Observation,
  rules: VendorRules,
): readonly string[] {
  const others = Object.keys(fields).filter((field) => fields[field] !== desired.digests[field]);
  return text === desired.text ? others : [rules.textField, ...others];
}

/** Whether the program declares more than is known of an imported submission. */
export function declaresMore(entry: Entry, desired: Desired, { formats }: VendorRules): boolean {
  return entry.partial === true && untold(entry, desired).some((field) => field !== formats?.namedBy);
}

function untold({ digests }: Entry, desired: Desired): readonly string[] {
  return Object.keys(desired.digests).filter((field) => digests[field] === undefined);
}

/** Whether the vendor would take the desired content for a duplicate of this entry. */
export function collides(entry: Entry, desired: Desired, rules: VendorRules): boolean {
  if (rules.uniqueBy === null) return false;
  // Of what a killed run filed only the text may be known.
  if (Object.keys(entry.digests).length === 0) return entry.text === desired.text;
  // Its name as the vendor has it now, where somebody may have changed it.
  const now = { ...entry.digests, [rules.textField]: digestOf(entry.text) };
  return differingFields(pick(now, rules.uniqueBy), pick(desired.digests, rules.uniqueBy)).length === 0;
}

function pick(digests: Digests, fields: readonly string[]): Digests {
  return Object.fromEntries(Object.entries(digests).filter(([field]) => fields.includes(field)));
}
