import { differingFields } from "./digest";
import type { SimulatedStep } from "./simulate";
import { formatOf, incomparable, isTranslated } from "./formats";
import { entriesOf, isFiled, newestOf } from "./ledger";
import type { Entry, Ledger } from "./ledger";
import type { Refusal, Step } from "./plan";
import { servingId, desiredEntry } from "./status";
import type { Observation, SignatureId, VendorRules } from "./vendor";
import type { Desired } from "./desired";

/** A sentence for the person who reads the run; a warning asks for something to be done or known. */
export interface Line {
  readonly warning: boolean;
  readonly text: string;
}

const line = (text: string): Line => ({ warning: false, text });
const warning = (text: string): Line => ({ warning: true, text });

/** 【text】 (id): how a submission is named in every line. */
export function nameOf(entry: Entry): string {
  if (entry.text === "") return entry.id === null ? "an earlier filing" : String(entry.id);
  return entry.id === null ? `【${entry.text}】` : `【${entry.text}】 (${entry.id})`;
}

export function desiredName(desired: Desired): string {
  return desired.text === null ? "the signature, whose text is not known yet," : `【${desired.text}】`;
}

/** One line for a preview: what an update will do at the vendor. Null where it will do nothing there. */
export function describePlan(
  steps: readonly SimulatedStep[],
  ledger: Ledger,
  desired: Desired,
  rules: VendorRules,
): Line | null {
  return describeSteps(`${rules.vendor}, as of the last refresh`, steps, ledger, desired, rules);
}

/** The same for a create: there is no state that a refresh could have seen. */
export function describeFirstPlan(
  steps: readonly SimulatedStep[],
  ledger: Ledger,
  desired: Desired,
  rules: VendorRules,
): Line | null {
  return describeSteps(rules.vendor, steps, ledger, desired, rules);
}

function describeSteps(
  whose: string,
  steps: readonly SimulatedStep[],
  ledger: Ledger,
  desired: Desired,
  rules: VendorRules,
): Line | null {
  const clauses = steps.map((step) => describeStep(step, desired, rules));
  if (clauses.length === 0) return null;
  const refused = steps.some((step) => step.do === "refuse");
  const text = `${whose}: ${clauses.join("; ")}.${translation(ledger, desired, rules)}`;
  return refused ? warning(text) : line(text);
}

function describeStep(step: SimulatedStep, desired: Desired, rules: VendorRules): string {
  const { ledger } = step;
  switch (step.do) {
    case "submit": {
      const kept =
        ledger.serving !== null && servingId(ledger) !== null
          ? `, ${nameOf(ledger.serving)} goes on serving until it is approved`
          : "";
      return step.settling
        ? `will file ${desiredName(desired)}, to settle an earlier attempt whose answer was lost${kept}`
        : `will file ${desiredName(desired)} for review${kept}`;
    }
    case "modify":
      return `will file ${nameOf(step.entry)}, which was rejected, again in place${step.entry.text === desired.text ? "" : ` as ${desiredName(desired)}`}`;
    case "remove":
      return describeRemoval(step, ledger, rules);
    case "activate":
      return `will ask for ${nameOf(step.entry)}, which has lapsed, to be activated again`;
    case "find":
      return `will look for ${nameOf(step.entry)}, whose filing was not answered`;
    case "adopt":
      return `will take over ${step.id}`;
    case "wait":
      return `${nameOf(step.entry)} is under review, ${desiredName(desired)} will be filed when that has ended`;
    case "refuse":
      return `an update will be refused: ${refusal(step.why, step.entry, desired, rules)}`;
    case "forget":
      return `${nameOf(step.entry)}, whose filing was not answered, counts as not filed`;
    case "acceptAsFiled":
      return `keeps ${nameOf(step.entry)} as it is: ${common(step.entry, desired, rules)} is the same, and what is declared now counts as what was filed`;
    case "reinstate":
      return `${nameOf(step.entry)}, which is still approved, serves again`;
    case "supersede":
      return `${nameOf(step.entry)} is no longer declared`;
    case "publish":
      return describePublication(ledger, desired);
  }
}

/** What two wire formats have in common, in words. */
function common(entry: Entry, desired: Desired, rules: VendorRules): string {
  const name = rules.formats?.namedBy ?? "format";
  return `all that ${name} "${formatOf(entry.digests, rules)}" and "${formatOf(desired.digests, rules)}" have in common`;
}

/** Why the newest submission is not kept although only the wire format seems to have changed; empty where it has not. */
function translation(ledger: Ledger, desired: Desired, rules: VendorRules): string {
  const entry = newestOf(ledger);
  if (
    entry === null ||
    formatOf(entry.digests, rules) === undefined ||
    !isTranslated(entry.digests, desired.digests, rules)
  )
    return "";
  const fields = differingFields(entry.digests, desired.digests, [
    ...rules.reviewersOnly,
    ...incomparable(entry.digests, desired.digests, rules),
  ]);
  if (fields.length === 0) return "";
  return ` ${nameOf(entry)} is not kept: of ${common(entry, desired, rules)}, ${fields.join(" and ")} ${fields.length === 1 ? "differs" : "differ"}.`;
}

function describeRemoval(step: Extract<Step, { do: "remove" }>, ledger: Ledger, rules: VendorRules): string {
  const along =
    rules.deletionTakesAlong !== null && hasBeenApproved(step.entry) ? `, and with it ${rules.deletionTakesAlong}` : "";
  switch (step.why) {
    case "withdrawn":
      return `will withdraw ${nameOf(step.entry)} from its review`;
    case "outage":
      return step.entry.id === ledger.serving?.id
        ? `will delete ${nameOf(step.entry)} first${along}: NOTHING CAN BE SENT until the next approval`
        : `will delete ${nameOf(step.entry)}, which stands in the way, first${along}`;
    case "superseded":
      return `will delete ${nameOf(step.entry)}, which has a successor${along}`;
    case "undeclared":
      return `will delete ${nameOf(step.entry)}, which is no longer declared`;
  }
}

/** It is so, or was before it lapsed, is on its way back, or got a status that nobody knows. */
function hasBeenApproved({ status, promotedAt }: Entry): boolean {
  return status === "approved" || (promotedAt !== undefined && status !== "rejected");
}

function describePublication(ledger: Ledger, desired: Desired): string {
  const serving = ledger.serving === null ? "a new one" : nameOf(ledger.serving);
  const old = ledger.superseded.map(nameOf).join(", ");
  return desired.superseded === "keep"
    ? `${serving} serves; keeps ${old}`
    : `${serving} serves; ${old} will be deleted ${desired.supersededAfter === 0 ? "as soon as" : `${duration(desired.supersededAfter)} after`} this is published`;
}

/** Of one that was taken over as it was seen; `own` where its text is that of a filing of ours. */
export function takenOver(
  id: SignatureId,
  seen: Pick<Observation, "text" | "status">,
  own: boolean,
  desired: Desired,
): Line {
  if (own || seen.text === desired.text) return line(`${id} 【${seen.text}】 was taken over: ${seen.status}.`);
  const grace = desired.supersededAfter === 0 ? "as soon as" : `${duration(desired.supersededAfter)} after`;
  const follows =
    seen.status === "approved"
      ? `it serves until ${desiredName(desired)} is approved, and ${desired.superseded === "keep" ? "is kept" : `is deleted ${grace} that is published`}`
      : "what is declared takes its place, as in any other change";
  return warning(
    `${id} was taken over: ${seen.status}. Its text is 【${seen.text}】 and ${desiredName(desired)} is declared, so ${follows}. ` +
      `If it is to stay as it is, declare 【${seen.text}】. If the id is the wrong one, take the resource out of the state with \`pulumi state delete\`, which deletes nothing at the vendor, and remove adoptId.`,
  );
}

/** A further sentence of a preview's line, of one that is queued: what it waits for. */
export function itsTurn(reviewed: readonly string[], { vendor }: VendorRules): string {
  const why =
    reviewed.length === 0
      ? `${vendor} takes one submission of an account at a time`
      : `${reviewed.join(" and ")} is under review`;
  return ` It waits until its turn comes: ${why}.`;
}

/** For those whose lines came before anybody had seen what they wait for. */
export function awaited(reviewed: string, waiting: readonly string[]): Line {
  return line(
    `${reviewed} is under review: ${waiting.join(" and ")} ${waiting.length === 1 ? "waits" : "wait"} for it.`,
  );
}

/** Why nothing is sent, and what to do. The same words stand in a preview's line and in the error. */
export function refusal(why: Refusal, entry: Entry | null, desired: Desired, rules: VendorRules): string {
  const name = entry === null ? "the signature" : nameOf(entry);
  switch (why) {
    case "foreign":
      return (
        `${name} belongs to another ${rules.vendor} account or endpoint than the one that would be asked now. A signature never moves between accounts: ` +
        "restore the credentials it was filed with, or declare a second resource with the new ones and remove this one after its approval"
      );
    case "unsettled":
      return (
        `the answer to the filing of ${lostTexts(entry, desired)} at ${entry?.unconfirmed?.sentAt ?? "an earlier time"} was lost, and nobody but a person can tell now whether it arrived. ` +
        `Look in ${rules.console} for that text, filed about that time. If it is there, set adoptId to its id; if it is not, change resubmit to any new text and it is filed again`
      );
    case "pending":
      return `${name} is under review and whilePending is "refuse". Wait for the review to end, or set whilePending to "after" or "withdraw"`;
    case "equal":
      return (
        `${rules.vendor} lets no second signature with the same ${rules.uniqueBy?.join(" and ") ?? "content"} stand beside ${name}. ` +
        "Declare the change under another name, or set allowOutage: true to delete it first: if it is the one that serves, nothing can be sent until the next approval"
      );
    case "adopted":
      return `adoptId names ${desired.adoptId}, but this resource has ${name} already. Declare a second resource for ${desired.adoptId}`;
  }
}

function lostTexts(entry: Entry | null, desired: Desired): string {
  const lost = entry?.unconfirmed?.text;
  if (lost === undefined) return desiredName(desired);
  if (lost === "") return "what was declared then";
  return lost === desired.text || desired.text === null ? `【${lost}】` : `【${lost}】 (or 【${desired.text}】)`;
}

/** What reviewers, carriers and the console did between two looks. */
export function changes(before: Ledger, after: Ledger, rules: VendorRules): readonly Line[] {
  const lines: Line[] = [];
  const later = new Map(entriesOf(after).map((entry) => [entry.id, entry]));
  for (const earlier of entriesOf(before).filter(isFiled)) {
    const entry = later.get(earlier.id);
    if (entry === undefined) lines.push(warning(`${nameOf(earlier)} is gone at ${rules.vendor}.`));
    else lines.push(...changesOf(earlier, entry, earlier === before.serving, rules));
  }
  if (after.serving !== null && after.serving.id !== before.serving?.id) lines.push(...promotion(after, rules));
  return lines;
}

function changesOf(earlier: Entry, entry: Entry, served: boolean, rules: VendorRules): readonly Line[] {
  const lines: Line[] = [];
  if (earlier.text !== entry.text) {
    lines.push(warning(`${nameOf(entry)} was changed at ${rules.vendor}: its text was 【${earlier.text}】.`));
  }
  if (earlier.status !== entry.status) {
    if (served && entry.status === "rejected") {
      lines.push(
        warning(`${nameOf(entry)} was approved and is rejected now${reason(entry)}: it can no longer be sent with.`),
      );
    } else if (entry.status !== "rejected" && entry.status !== "unknown") {
      lines.push(line(`${nameOf(entry)} is ${entry.status} now (was ${earlier.status}).`));
    }
  }
  return lines;
}

function promotion(after: Ledger, rules: VendorRules): readonly Line[] {
  const serving = after.serving;
  if (serving === null) return [];
  const lines = [line(`${nameOf(serving)} is the one to send with now.`)];
  const former = after.superseded.find((entry) => entry.isDefault === true);
  if (former !== undefined) {
    lines.push(
      warning(
        `${nameOf(former)} is still the account's default signature: messages without an explicit signature id carry the old text. The default can be changed only in ${rules.console}.`,
      ),
    );
  }
  return lines;
}

/** What stays true until somebody acts. */
export function ongoingWarnings(ledger: Ledger, desired: Desired, rules: VendorRules): readonly Line[] {
  const lines: Line[] = [];
  const { serving, candidate } = ledger;
  if (candidate !== null && candidate === desiredEntry(ledger, desired, rules)) {
    if (candidate.status === "rejected" && candidate.resubmit === desired.resubmit) {
      lines.push(
        warning(
          `${nameOf(candidate)} was rejected${reason(candidate)}. Change what the reviewers refused, or, to file the same again, change resubmit.`,
        ),
      );
    }
    if (candidate.status === "unknown" && !candidate.unconfirmed) lines.push(unknownStatus(candidate, rules));
  }
  if (serving?.status === "unknown") lines.push(unknownStatus(serving, rules));
  const reservation = serving?.status === "approved" ? rules.reservations?.[serving.vendorStatus ?? ""] : undefined;
  if (serving && reservation !== undefined)
    lines.push(warning(`${nameOf(serving)} is approved as ${serving.vendorStatus}: ${reservation}.`));
  return lines;
}

function unknownStatus(entry: Entry, rules: VendorRules): Line {
  return warning(
    `${rules.vendor} gives ${nameOf(entry)} the status ${entry.vendorStatus ?? "(none)"}, which this version of pulumi-sms does not know. It is left as it is: look in ${rules.console}.`,
  );
}

function reason(entry: Entry): string {
  return entry.rejectionReason === undefined ? "" : `: ${entry.rejectionReason}`;
}

/** 86400000 → "24h". */
function duration(milliseconds: number): string {
  const units = [
    [24 * 60 * 60 * 1000, "d"],
    [60 * 60 * 1000, "h"],
    [60 * 1000, "m"],
    [1000, "s"],
  ] as const;
  const unit = units.find(
    ([size]) => milliseconds >= (size === units[0][0] ? 3 * size : size) && milliseconds % size === 0,
  );
  return unit === undefined ? `${milliseconds}ms` : `${milliseconds / unit[0]}${unit[1]}`;
}
