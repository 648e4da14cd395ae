import { differingFields } from "./digest";
import type { Desired } from "./desired";
import { formatOf, incomparable, isTranslated } from "./formats";
import { newestOf } from "./ledger";
import type { Entry, Ledger } from "./ledger";
import { desiredName, durationOf, nameOf, takenAlong } from "./names";
import type { Step } from "./plan";
import { refusal } from "./refusal";
import type { SimulatedStep } from "./simulate";
import { servingId } from "./ledgerStatus";
import type { VendorRules } from "./vendor";

/** A sentence for the person who reads the run; a warning asks for something to be done or known. */
export interface Line {
  readonly warning: boolean;
  readonly text: string;
}

/** A step, and the steps of the same plan around it: what the sentence says of a signature it says once. */
interface PlannedStep<Kind = SimulatedStep> {
  readonly step: Kind;
  readonly before: readonly SimulatedStep[];
  readonly after: readonly SimulatedStep[];
}

/**
 * One line for a preview: what an update will do at the vendor. It is made from the steps alone, so that it can say no
 * more than they do. Null where an update will do nothing.
 * @param first whether the resource is declared for the first time: then there is no refresh to speak of
 */
export function describePlan(
  steps: readonly SimulatedStep[],
  desired: Desired,
  rules: VendorRules,
  first = false,
): Line | null {
  const [opening] = steps;
  if (opening === undefined) return null;
  const clauses = steps
    .map((step, place) => ({ step, before: steps.slice(0, place), after: steps.slice(place + 1) }))
    .flatMap((planned) => describeStep(planned, desired, rules))
    .join("; ");
  const text = `${rules.vendor}${first ? "" : ", as of the last refresh"}: ${clauses}.${translation(opening.ledger, desired, rules)}`;
  return { warning: steps.some((step) => step.do === "refuse" || takesAway(step)), text };
}

/** Whether the step deletes what messages are sent with. */
function takesAway(step: SimulatedStep): boolean {
  return step.do === "remove" && step.entry.id === step.ledger.serving?.id;
}

/** The clauses of a step; none where the clauses of other steps say all of it. */
function describeStep(planned: PlannedStep, desired: Desired, rules: VendorRules): string | readonly string[] {
  const { step, before } = planned;
  const { ledger } = step;
  switch (step.do) {
    case "submit": {
      const why = step.settling ? "to settle an earlier filing whose answer was lost" : "for review";
      const serving = servingId(ledger) === null ? null : ledger.serving;
      const kept =
        serving === null
          ? ""
          : `; an update keeps ${nameOf(serving, rules)} serving until ${desiredName(desired)} is approved`;
      return `will file ${desiredName(desired)} ${why}${kept}`;
    }
    case "modify":
      return `will file ${nameOf(step.entry, rules)}, which was rejected, again in place${step.entry.text === desired.text ? "" : ` as ${desiredName(desired)}`}`;
    case "remove":
      return describeRemoval(step, ledger, rules);
    case "activate":
      return `will ask for ${isNamedIn(before.slice(-1), step.entry) ? "that signature" : nameOf(step.entry, rules)}, which has lapsed, to be activated again`;
    case "find":
      return `will look for ${nameOf(step.entry, rules)}, whose filing was not answered; what follows depends on whether it is there`;
    case "adopt":
      return `will take over ${step.id}`;
    case "wait": {
      const isSaid = ledger.serving !== null && isNamedIn(before, ledger.serving);
      return describeWait(step, isSaid ? null : ledger.serving, desired, rules);
    }
    case "refuse":
      return `an update will be refused: ${refusal(step.why, step.entry, desired, rules)}`;
    case "depend":
      return `what an update does depends on ${step.on.join(" and ")}, which ${step.on.length === 1 ? "is" : "are"} not known yet`;
    case "record":
      return describeRecord({ ...planned, step }, desired, rules);
  }
}

/** Whether one of the steps has a clause that names the submission. */
function isNamedIn(steps: readonly SimulatedStep[], { id }: Entry): boolean {
  return steps.some((step) => {
    if (step.do === "submit") return servingId(step.ledger) === id;
    const others = step.do === "record" && step.what === "published" ? step.ledger.superseded : [];
    return ("entry" in step && step.entry?.id === id) || others.some((other) => other.id === id);
  });
}

function describeRemoval(step: Extract<Step, { do: "remove" }>, ledger: Ledger, rules: VendorRules): string {
  const { entry } = step;
  const along = takenAlong(entry, rules);
  switch (step.why) {
    case "withdrawn":
      return `will withdraw ${nameOf(entry, rules)} from its review`;
    case "outage":
      return entry.id === ledger.serving?.id
        ? `will delete ${nameOf(entry, rules)} first${along}: NOTHING CAN BE SENT until the next approval`
        : `will delete ${nameOf(entry, rules)}, which stands in the way, first${along}`;
    case "superseded":
      return `will delete ${nameOf(entry, rules)}, which ${entry.promotedAt === undefined ? "is no longer declared" : "has a successor"}${along}`;
    case "undeclared":
      return `will delete ${nameOf(entry, rules)}, which is no longer declared`;
  }
}

/**
 * Why what is declared is not filed in this run.
 * @param serving what goes on serving, where that is to be said
 */
export function describeWait(
  { entry, then }: Extract<Step, { do: "wait" }>,
  serving: Entry | null,
  desired: Desired,
  rules: VendorRules,
): string {
  const pending = `${nameOf(entry, rules)} is under review and no longer declared`;
  switch (then) {
    case "file":
      return `${pending}: a later run files ${desiredName(desired)} when that review has ended`;
    case "file-if-rejected":
      return `${pending}: a later run files ${desiredName(desired)} if that review ends in a rejection; after an approval it needs another name, or allowOutage: true`;
    case "nothing":
      return `${pending}: its review is left to end${serving === null ? "" : `, and ${nameOf(serving, rules)} goes on serving`}`;
  }
}

function describeRecord(
  { step, before, after }: PlannedStep<Extract<SimulatedStep, { do: "record" }>>,
  desired: Desired,
  rules: VendorRules,
): string | readonly string[] {
  const { what, entry } = step;
  switch (what) {
    case "not-filed":
      return `${nameOf(entry, rules)}, whose filing was not answered, counts as not filed`;
    case "accepted-as-filed":
      if (entry.partial) return `keeps ${nameOf(entry, rules)} as it is: what is declared now counts as what was filed`;
      return `keeps ${nameOf(entry, rules)} as it is: ${common(entry, desired, rules)} is the same, and what is declared now counts as what was filed`;
    case "reinstated":
      return `${nameOf(entry, rules)}, which is still approved, serves again`;
    case "superseded":
      return isNamedIn(after, entry) ? [] : `${nameOf(entry, rules)} is no longer declared`;
    case "published": {
      const serves = isNamedIn(before, entry) ? [] : [`${nameOf(entry, rules)} serves`];
      // What this update deletes has a clause of its own, and what was left for good is never deleted.
      const old = step.ledger.superseded.filter(
        (each) => desired.superseded === "keep" || (each.leftBecause === undefined && !isNamedIn(after, each)),
      );
      return old.length === 0 ? serves : [...serves, describeFate(old, desired, rules)];
    }
  }
}

function describeFate(superseded: readonly Entry[], desired: Desired, rules: VendorRules): string {
  const names = superseded.map((entry) => nameOf(entry, rules)).join(", ");
  return desired.superseded === "keep"
    ? `keeps ${names}`
    : `${names} will be deleted ${graceOf(desired)} this is published`;
}

/** `24h after`, or `as soon as` where there is no grace. */
export function graceOf({ supersededAfter }: Desired): string {
  return supersededAfter === 0 ? "as soon as" : `${durationOf(supersededAfter)} after`;
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
    entry.partial ||
    formatOf(entry.digests, rules) === undefined ||
    !isTranslated(entry.digests, desired.digests, rules)
  )
    return "";
  const ignored = [...rules.reviewersOnly, ...incomparable(entry.digests, desired.digests, rules)];
  const fields = differingFields(entry.digests, desired.digests, ignored);
  if (fields.length === 0) return "";
  return ` What is declared does not count as what was filed: of ${common(entry, desired, rules)}, ${fields.join(" and ")} ${fields.length === 1 ? "differs" : "differ"}.`;
}
