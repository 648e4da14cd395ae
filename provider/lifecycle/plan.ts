import { isTranslated } from "./formats";
import { entriesOf, idsOf, isFiled, newestOf } from "./ledger";
import type { Entry, FiledEntry, Ledger } from "./ledger";
import type { SignatureId, VendorRules } from "./vendor";
import { collides, holdsDesired } from "./desired";
import type { Desired } from "./desired";

/** Why nothing is sent and a person is asked. */
export type Refusal = "foreign" | "unsettled" | "pending" | "equal" | "adopted";

export type RemovalReason = "undeclared" | "withdrawn" | "superseded" | "outage";

/** The next thing to do. */
export type Step =
  /** Files the desired content; `settling` where an earlier filing may have arrived already. */
  | { readonly do: "submit"; readonly settling: boolean }
  | { readonly do: "modify"; readonly entry: FiledEntry }
  | { readonly do: "remove"; readonly entry: FiledEntry; readonly why: RemovalReason }
  | { readonly do: "activate"; readonly entry: FiledEntry }
  /** Asks a vendor that lists for the submission whose answer was lost. */
  | { readonly do: "find"; readonly entry: Entry }
  | { readonly do: "adopt"; readonly id: SignatureId }
  /** Lets the review of what is no longer declared end first. */
  | { readonly do: "wait"; readonly entry: Entry }
  | { readonly do: "refuse"; readonly why: Refusal; readonly entry: Entry | null }
  /** The rest is bookkeeping and calls nobody. */
  | { readonly do: "forget"; readonly entry: Entry }
  | { readonly do: "acceptAsFiled"; readonly entry: Entry }
  | { readonly do: "reinstate"; readonly entry: Entry }
  | { readonly do: "supersede"; readonly entry: Entry }
  | { readonly do: "publish"; readonly entry: Entry };

/** How long after a lost submission another may still tell what became of it, in milliseconds. */
const SETTLING_TIME = 60 * 60 * 1000;

const NOTHING_TRIED: ReadonlySet<SignatureId> = new Set();

/**
 * The next step towards what is desired, or null where there is none. The rows are numbered as in
 * docs/lifecycle.md; the first that matches wins. `tried` holds the ids whose deletion or activation this run has
 * tried already.
 */
export function plan(
  ledger: Ledger,
  desired: Desired,
  rules: VendorRules,
  now: string,
  tried: ReadonlySet<SignatureId> = NOTHING_TRIED,
): Step | null {
  const { serving, candidate } = ledger;
  const isDesired = (entry: Entry) => holdsDesired(entry, desired, rules);
  const isEditable = (entry: Entry): entry is FiledEntry => isFiled(entry) && rules.editable.includes(entry.status);
  const may = (entry: Entry): entry is FiledEntry => isFiled(entry) && !tried.has(entry.id);

  if (desired.foreign) return { do: "refuse", why: "foreign", entry: newestOf(ledger) }; // 1
  if (candidate?.unconfirmed && candidate.id === null) return settle(ledger, candidate, desired, rules, now); // 2
  if (desired.adoptId !== null && !isHeld(desired.adoptId, ledger, rules)) {
    return idsOf(ledger).length === 0
      ? { do: "adopt", id: desired.adoptId }
      : { do: "refuse", why: "adopted", entry: newestOf(ledger) };
  }
  const tidy = () => housekeeping(ledger, desired, now, may);
  const translated = [candidate, serving].find(
    (entry) => entry !== null && isDesired(entry) && isTranslated(entry.digests, desired.digests, rules),
  );
  if (translated) return { do: "acceptAsFiled", entry: translated };

  if (serving !== null && candidate !== null && isDesired(serving)) {
    // 3
    if (candidate.status === "pending") return whilePending(candidate, desired, rules, may);
    if ((candidate.status === "rejected" || candidate.status === "unknown") && may(candidate)) {
      return { do: "remove", entry: candidate, why: "undeclared" };
    }
    return activation(serving, may) ?? tidy();
  }
  if (candidate !== null && isDesired(candidate)) {
    // 4
    if (isEditable(candidate) && candidate.resubmit !== desired.resubmit) {
      return { do: "modify", entry: candidate };
    }
    return activation(candidate, may) ?? tidy();
  }
  if (serving === null || !isDesired(serving)) {
    const former = ledger.superseded.findLast((entry) => entry.status === "approved" && isDesired(entry));
    if (former !== undefined) return { do: "reinstate", entry: former }; // 5
  }
  if (candidate !== null) {
    if (candidate.status === "pending") return whilePending(candidate, desired, rules, may); // 6
    if (isEditable(candidate)) return obstacle(ledger, desired, rules, may) ?? { do: "modify", entry: candidate }; // 7
    return { do: "supersede", entry: candidate }; // 8
  }
  if (serving !== null && isDesired(serving)) return activation(serving, may) ?? tidy(); // 9
  return obstacle(ledger, desired, rules, may) ?? { do: "submit", settling: false }; // 10, 11
}

/** Whether the resource has it already: it was taken over once, however long the program names it. */
function isHeld(adoptId: SignatureId, ledger: Ledger, { shownId }: VendorRules): boolean {
  return entriesOf(ledger).some(
    ({ id, details }) => id === adoptId || (shownId !== null && details?.[shownId] === adoptId),
  );
}

/** Row 2: a submission whose answer was lost is never superseded and never filed a second time. */
function settle(ledger: Ledger, lost: Entry, desired: Desired, rules: VendorRules, now: string): Step {
  if (lost.unconfirmed?.resubmit !== desired.resubmit) return { do: "forget", entry: lost };
  if (desired.adoptId !== null && !isHeld(desired.adoptId, ledger, rules)) return { do: "adopt", id: desired.adoptId };
  if (rules.lists) return { do: "find", entry: lost };
  const approved = [ledger.serving, ...ledger.superseded.filter((entry) => entry.status === "approved")];
  const served = approved.some((entry) => entry !== null && holdsDesired(entry, desired, rules));
  const recent = Date.parse(now) - Date.parse(lost.unconfirmed.sentAt) < SETTLING_TIME;
  // Had the first arrived it would be under review now, and this one would be refused.
  if (!served && rules.reviewsAtOnce === "one" && recent && !lost.unconfirmed.blocked)
    return { do: "submit", settling: true };
  return { do: "refuse", why: "unsettled", entry: lost };
}

/** Row 6: a review that is under way for something that is no longer declared. */
function whilePending(
  candidate: Entry,
  desired: Desired,
  rules: VendorRules,
  may: (entry: Entry) => entry is FiledEntry,
): Step {
  if (desired.whilePending === "refuse") return { do: "refuse", why: "pending", entry: candidate };
  const withdrawable = candidate.vendorStatus === null || !rules.neverWithdrawn.includes(candidate.vendorStatus);
  return desired.whilePending === "withdraw" && withdrawable && may(candidate)
    ? { do: "remove", entry: candidate, why: "withdrawn" }
    : { do: "wait", entry: candidate };
}

function activation(entry: Entry, may: (entry: Entry) => entry is FiledEntry): Step | null {
  return entry.status === "inactive" && may(entry) ? { do: "activate", entry } : null;
}

/**
 * Rows 7 and 10: what is filed stands beside what serves and what is superseded; where equals cannot stand side by side,
 * only by the user's word.
 */
function obstacle(
  ledger: Ledger,
  desired: Desired,
  rules: VendorRules,
  may: (entry: Entry) => entry is FiledEntry,
): Step | null {
  const equal = [ledger.serving, ...ledger.superseded].find(
    (entry) => entry !== null && collides(entry, desired, rules),
  );
  if (!equal) return null;
  return desired.allowOutage && may(equal)
    ? { do: "remove", entry: equal, why: "outage" }
    : { do: "refuse", why: "equal", entry: equal };
}

/** Rows 12 and 13: publish a promotion first, delete what it left after the grace. */
function housekeeping(
  ledger: Ledger,
  desired: Desired,
  now: string,
  may: (entry: Entry) => entry is FiledEntry,
): Step | null {
  const { serving, superseded } = ledger;
  if (serving === null || superseded.length === 0) return null;
  if (serving.publishedAt === undefined) return { do: "publish", entry: serving };
  const graceIsOver = Date.parse(serving.publishedAt) + desired.supersededAfter <= Date.parse(now);
  if (desired.superseded !== "delete" || serving.status !== "approved" || !graceIsOver) return null;
  const due = superseded.filter((entry) => entry.leftBecause === undefined).find(may);
  return due === undefined ? null : { do: "remove", entry: due, why: "superseded" };
}
