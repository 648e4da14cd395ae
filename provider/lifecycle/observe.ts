import type { Entry, Ledger } from "./ledger";
import { candidateSuperseded, promoted } from "./transitions";
import type { QueryAnswer, SignatureId, VendorRules } from "./vendor";
import { holdsDesired } from "./desired";
import type { Desired } from "./desired";

/** What the vendor said of each submission; one that was not asked for stays as it was. */
export type Answers = ReadonlyMap<SignatureId, QueryAnswer>;

/**
 * Books what the vendor said: statuses, what is gone, and who serves. It never asks for anything and never fails;
 * what follows from it at the vendor is for `plan` to say.
 */
export function observe(ledger: Ledger, desired: Desired, rules: VendorRules, answers: Answers, now: string): Ledger {
  let next = answered(ledger, answers);
  next = demoteServing(next, rules);
  next = promoteCandidate(next, desired, rules, now);
  return restoreSuperseded(next, desired, rules, now);
}

function answered(ledger: Ledger, answers: Answers): Ledger {
  const book = (entry: Entry | null) => (entry === null ? null : bookAnswer(entry, answers));
  return {
    ...ledger,
    serving: book(ledger.serving),
    candidate: book(ledger.candidate),
    superseded: ledger.superseded.map(book).filter((entry) => entry !== null),
  };
}

function bookAnswer(entry: Entry, answers: Answers): Entry | null {
  const answer = entry.id === null ? undefined : answers.get(entry.id);
  if (answer === undefined || answer.kind === "failed") return entry;
  if (answer.kind === "absent") return null;
  const { rejectionReason: told, leftBecause, ...rest } = settleModification(entry, answer.status);
  // A reason is told once, and holds as long as the rejection does.
  const rejectionReason = answer.status === "rejected" ? (answer.rejectionReason ?? told) : undefined;
  return {
    ...rest,
    text: answer.text,
    status: answer.status,
    vendorStatus: answer.vendorStatus,
    ...(answer.isDefault === undefined ? {} : { isDefault: answer.isDefault }),
    ...(answer.inUse === undefined ? {} : { inUse: answer.inUse }),
    ...(answer.details === undefined ? {} : { details: answer.details }),
    ...(rejectionReason === undefined ? {} : { rejectionReason }),
    // Only an explicit word that it is no longer the default makes it deletable again.
    ...(leftBecause === undefined || (leftBecause === "default" && answer.isDefault === false) ? {} : { leftBecause }),
  };
}

/** A modification takes a submission out of "rejected", so the status tells what became of one whose answer was lost. */
function settleModification(entry: Entry, status: Entry["status"]): Entry {
  if (entry.unconfirmed === undefined) return entry;
  const { unconfirmed, ...rest } = entry;
  const { digests, sentAt, resubmit } = unconfirmed;
  // Still rejected: never taken, or taken and rejected since. What is on file is not known, so it equals nothing.
  return status === "rejected" ? { ...rest, digests: {} } : { ...rest, digests, sentAt, resubmit };
}

function demoteServing(ledger: Ledger, rules: VendorRules): Ledger {
  const serving = ledger.serving;
  if (serving === null || !isBackUnderReview(serving, rules)) return ledger;
  return ledger.candidate === null
    ? { ...ledger, serving: null, candidate: serving }
    : { ...ledger, serving: null, superseded: [...ledger.superseded, serving] };
}

/** Rejected after the fact, or reviewed anew; one that the vendor is bringing back (never withdrawn) keeps its place. */
function isBackUnderReview(serving: Entry, rules: VendorRules): boolean {
  if (serving.status === "rejected") return true;
  // Just activated by us and not asked for since: no vendor status yet.
  return (
    serving.status === "pending" &&
    serving.vendorStatus !== null &&
    !rules.neverWithdrawn.includes(serving.vendorStatus)
  );
}

function promoteCandidate(ledger: Ledger, desired: Desired, rules: VendorRules, now: string): Ledger {
  const { candidate } = ledger;
  if (candidate === null) return ledger;
  if (holdsDesired(candidate, desired, rules)) {
    return candidate.status === "approved" ? promoted(ledger, candidate, now) : ledger;
  }
  // Where nothing serves, an approved one that makes way is the newest to be restored.
  const makesWay = candidate.status === "approved" || candidate.status === "inactive";
  return makesWay ? candidateSuperseded(ledger) : ledger;
}

function restoreSuperseded(ledger: Ledger, desired: Desired, rules: VendorRules, now: string): Ledger {
  if (!nothingServes(ledger, desired, rules)) return ledger;
  const newest = ledger.superseded.findLast((entry) => entry.status === "approved");
  return newest === undefined ? ledger : promoted(ledger, newest, now);
}

/** A lapsed one that is no longer declared can neither be sent with nor will be brought back. */
function nothingServes(ledger: Ledger, desired: Desired, rules: VendorRules): boolean {
  const serving = ledger.serving;
  return serving === null || (serving.status === "inactive" && !holdsDesired(serving, desired, rules));
}
