import { isTranslated } from "./formats";
import { entriesOf, idsOf, isFiled, newestOf } from "./ledger";
import type { Entry, FiledEntry, Ledger } from "./ledger";
import * as transitions from "./transitions";
import type { SignatureId, VendorRules } from "./vendor";
import { collides, declaresMore, holdsDesired } from "./desired";
import type { Desired } from "./desired";

/** Why nothing is sent and a person is asked. */
export type Refusal = "other-account" | "unsettled" | "pending" | "equal" | "adopted";

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
  | { readonly do: "wait"; readonly entry: Entry; readonly then: AfterReview }
  | { readonly do: "refuse"; readonly why: Refusal; readonly entry: Entry | null }
  /** Bookkeeping alone: calls nobody, and carries the ledger after it. */
  | { readonly do: "record"; readonly what: Bookkeeping; readonly entry: Entry; readonly after: Ledger };

/** What a later run does when the review has ended that this one waits for. */
export type AfterReview =
  /** files the desired content */
  | "file"
  /** files the desired content after a rejection; after an approval the two could not stand side by side */
  | "file-if-rejected"
  /** nothing: what is desired serves */
  | "nothing";

export type Bookkeeping =
  /** a filing whose answer was lost counts as not filed */
  | "not-filed"
  /** what was filed in another wire format, or was imported, counts as what is declared now */
  | "accepted-as-filed"
  /** a superseded one serves again */
  | "reinstated"
  /** a candidate of unknown status makes way */
  | "superseded"
  /** an update tells who serves: the grace of the superseded ones counts from here */
  | "published";

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

  if (desired.otherAccount) return { do: "refuse", why: "other-account", entry: newestOf(ledger) }; // 1
  if (candidate?.unconfirmed && candidate.id === null) return settle(ledger, candidate, desired, rules, now); // 2
  if (desired.adoptId !== null && !isHeld(desired.adoptId, ledger, rules)) {
    return idsOf(ledger).length === 0
      ? { do: "adopt", id: desired.adoptId }
      : { do: "refuse", why: "adopted", entry: newestOf(ledger) };
  }
  const tidy = () => housekeeping(ledger, desired, now, may);
  const letReviewEnd = (pending: Entry, then: AfterReview) => whilePending(pending, then, desired, rules, may);
  const acceptable = [candidate, serving].find(
    (entry) =>
      entry !== null &&
      isDesired(entry) &&
      (entry.partial ? declaresMore(entry, desired, rules) : isTranslated(entry.digests, desired.digests, rules)),
  );
  if (acceptable)
    return record("accepted-as-filed", acceptable, transitions.acceptedAsFiled(ledger, acceptable, desired));

  if (serving !== null && candidate !== null && isDesired(serving)) {
    // 3
    if (candidate.status === "pending") return letReviewEnd(candidate, "nothing");
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
    if (former !== undefined) return record("reinstated", former, transitions.promoted(ledger, former, now)); // 5
  }
  if (candidate !== null) {
    if (candidate.status === "pending") {
      // 6. What can never be filed is refused now, before a review is given up or waited for.
      const inTheWay = obstacle(ledger, desired, rules, may);
      if (inTheWay?.do === "refuse") return inTheWay;
      const rejectedOnly = collides(candidate, desired, rules) && !desired.allowOutage;
      return letReviewEnd(candidate, rejectedOnly ? "file-if-rejected" : "file");
    }
    if (isEditable(candidate)) return obstacle(ledger, desired, rules, may) ?? { do: "modify", entry: candidate }; // 7
    return record("superseded", candidate, transitions.candidateSuperseded(ledger)); // 8
  }
  if (serving !== null && isDesired(serving)) return activation(serving, may) ?? tidy(); // 9
  return obstacle(ledger, desired, rules, may) ?? { do: "submit", settling: false }; // 10, 11
}

function record(what: Bookkeeping, entry: Entry, after: Ledger): Step {
  return { do: "record", what, entry, after };
}

/** Whether the resource has it already: it was taken over once, however long the program names it. */
function isHeld(adoptId: SignatureId, ledger: Ledger, { shownId }: VendorRules): boolean {
  return entriesOf(ledger).some(
    ({ id, details }) => id === adoptId || (shownId !== null && details?.[shownId] === adoptId),
  );
}

/** Row 2: a submission whose answer was lost is never superseded and never filed a second time. */
function settle(ledger: Ledger, lost: Entry, desired: Desired, rules: VendorRules, now: string): Step {
  if (lost.unconfirmed?.resubmit !== desired.resubmit) return record("not-filed", lost, transitions.forgotten(ledger));
  if (desired.adoptId !== null && !isHeld(desired.adoptId, ledger, rules)) return { do: "adopt", id: desired.adoptId };
  // Of what a killed run filed the text may not be known: then there is nothing to look for.
  if (rules.lists && lost.unconfirmed.text !== "") return { do: "find", entry: lost };
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
  then: AfterReview,
  desired: Desired,
  rules: VendorRules,
  may: (entry: Entry) => entry is FiledEntry,
): Step {
  if (desired.whilePending === "refuse") return { do: "refuse", why: "pending", entry: candidate };
  const withdrawable = candidate.vendorStatus === null || !rules.neverWithdrawn.includes(candidate.vendorStatus);
  return desired.whilePending === "withdraw" && withdrawable && may(candidate)
    ? { do: "remove", entry: candidate, why: "withdrawn" }
    : { do: "wait", entry: candidate, then };
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
  if (serving.publishedAt === undefined) return record("published", serving, transitions.published(ledger, now));
  const graceIsOver = Date.parse(serving.publishedAt) + desired.supersededAfter <= Date.parse(now);
  if (desired.superseded !== "delete" || serving.status !== "approved" || !graceIsOver) return null;
  const due = superseded.filter((entry) => entry.leftBecause === undefined).find(may);
  return due === undefined ? null : { do: "remove", entry: due, why: "superseded" };
}
