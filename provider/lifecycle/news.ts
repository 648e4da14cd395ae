import type { Log } from "../context";
import type { Desired } from "./desired";
import { graceOf } from "./describePlan";
import { entriesOf, isFiled } from "./ledger";
import type { Entry, Ledger } from "./ledger";
import { desiredName, nameOf, statusInWords, takenAlong } from "./names";
import { desiredEntry } from "./ledgerStatus";
import type { Observation, VendorRules } from "./vendor";

/** What reviewers, carriers and people at the console did between two looks. */
export function news(before: Ledger, after: Ledger, rules: VendorRules, log: Log): void {
  const later = new Map(entriesOf(after).map((entry) => [entry.id, entry]));
  for (const earlier of entriesOf(before).filter(isFiled)) {
    const entry = later.get(earlier.id);
    if (entry === undefined) log.warning(`${nameOf(earlier, rules)} is gone at ${rules.vendor}.`);
    else newsOf(earlier, entry, rules, log);
  }
  if (after.serving !== null && after.serving.id !== before.serving?.id) promotion(after.serving, after, rules, log);
}

function newsOf(earlier: Entry, entry: Entry, rules: VendorRules, log: Log): void {
  // Of what a killed run filed the text may not have been known.
  if (earlier.text !== entry.text && earlier.text !== "") {
    log.warning(`${nameOf(entry, rules)} was changed at ${rules.vendor}: its text was 【${earlier.text}】.`);
  }
  const reservation = reservationOf(entry, rules);
  if (reservation !== null && earlier.vendorStatus !== entry.vendorStatus) log.warning(reservation);
  if (earlier.status === entry.status) return;
  switch (entry.status) {
    case "rejected":
      return log.warning(rejection(entry, rules));
    case "unknown":
      return log.warning(unknownStatus(entry, rules));
    default: {
      const becomes = entry.status === "inactive" ? "has lapsed" : `is ${statusInWords(entry.status)} now`;
      return log.info(`${nameOf(entry, rules)} ${becomes} (was ${statusInWords(earlier.status)}).`);
    }
  }
}

/** Stays the same as long as the rejection stands, so that a log which drops what it had before says it once. */
function rejection(entry: Entry, rules: VendorRules): string {
  const because = entry.rejectionReason === undefined ? "" : `: ${entry.rejectionReason}`;
  return entry.promotedAt === undefined
    ? `${nameOf(entry, rules)} was rejected${because}.`
    : `${nameOf(entry, rules)} was approved and is rejected now${because}. It can no longer be sent with.`;
}

function promotion(serving: Entry, { superseded }: Ledger, rules: VendorRules, log: Log): void {
  log.info(`Send messages with ${nameOf(serving, rules)} from now on.`);
  const former = superseded.find((entry) => entry.isDefault === true);
  if (former !== undefined) {
    log.warning(
      `${nameOf(former, rules)} is still the account's default signature: messages without an explicit signature id carry the old text. The default can be changed only in ${rules.console}.`,
    );
  }
}

/**
 * Of a signature that was taken over as it was seen.
 * @param name of the signature
 * @param differing the fields in which it is not what is declared; none where it is the filing that was sought
 */
export function takenOver(
  name: string,
  { status }: Pick<Observation, "status">,
  differing: readonly string[],
  desired: Desired,
  log: Log,
): void {
  const said = `${name} was taken over: ${statusInWords(status)}.`;
  if (differing.length === 0) return log.info(said);
  const end = desired.superseded === "keep" ? "is kept" : `is deleted ${graceOf(desired)} that is published`;
  const follows =
    status === "approved"
      ? `it serves until ${desiredName(desired)} is approved, and ${end}`
      : `${desiredName(desired)} takes its place, as in any other change`;
  log.warning(
    `${said} Its ${differing.join(" and ")} ${differing.length === 1 ? "is" : "are"} not what is declared, so ${follows}. ` +
      `To keep the signature as it is, declare what is at the vendor. If the id is wrong, remove adoptId and take the resource out of the state with \`pulumi state delete\`, which deletes nothing at the vendor.`,
  );
}

/** Of a signature that was deleted, and what went with it: a warning where it served, for messages were sent with it. */
export function removed(entry: Entry, served: boolean, rules: VendorRules, log: Log): void {
  const which = served ? ", which served," : "";
  const text = `${nameOf(entry, rules)}${which} was deleted at ${rules.vendor}${takenAlong(entry, rules)}.`;
  if (served) log.warning(text);
  else log.info(text);
}

/** What stays true until somebody acts. */
export function ongoingWarnings(ledger: Ledger, desired: Desired, rules: VendorRules, log: Log): void {
  const { serving, candidate } = ledger;
  if (candidate !== null && candidate === desiredEntry(ledger, desired, rules)) {
    if (candidate.status === "rejected" && candidate.resubmit === desired.resubmit) {
      log.warning(rejection(candidate, rules));
      log.warning(
        `To file ${nameOf(candidate, rules)} again, change what the reviewers refused. To file the same again, change resubmit.`,
      );
    }
    if (candidate.status === "unknown" && !candidate.unconfirmed) log.warning(unknownStatus(candidate, rules));
  }
  if (serving?.status === "unknown") log.warning(unknownStatus(serving, rules));
  const reservation = serving === null ? null : reservationOf(serving, rules);
  if (reservation !== null) log.warning(reservation);
}

/** An approval that the vendor gives with a reservation; null for any other entry. */
function reservationOf({ status, vendorStatus, ...entry }: Entry, rules: VendorRules): string | null {
  const reservation = status === "approved" ? rules.reservations?.[vendorStatus ?? ""] : undefined;
  return reservation === undefined ? null : `${nameOf(entry, rules)} is approved as ${vendorStatus}: ${reservation}.`;
}

/** An open review, as a preview without a refresh knows of it. */
export function openReview(ledger: Ledger, desired: Desired, rules: VendorRules, log: Log): void {
  const { candidate } = ledger;
  if (candidate?.status !== "pending" || candidate !== desiredEntry(ledger, desired, rules)) return;
  const since = candidate.sentAt === null ? "" : ` since ${candidate.sentAt}`;
  log.info(
    `${nameOf(candidate, rules)} is under review at ${rules.vendor}${since}, as of the last refresh. \`pulumi up --refresh\` shows whether the review has ended.`,
  );
}

function unknownStatus(entry: Entry, rules: VendorRules): string {
  return `${rules.vendor} gives ${nameOf(entry, rules)} the status ${entry.vendorStatus ?? "(none)"}, which this version of pulumi-sms does not know. It is left as it is: look in ${rules.console}.`;
}
