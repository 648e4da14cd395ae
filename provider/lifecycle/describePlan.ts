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
  const clauses = steps.map((step) => describeStep(step, desired, rules)).join("; ");
  const text = `${rules.vendor}${first ? "" : ", as of the last refresh"}: ${clauses}.${translation(opening.ledger, desired, rules)}`;
  return { warning: steps.some((step) => step.do === "refuse"), text };
}

function describeStep(step: SimulatedStep, desired: Desired, rules: VendorRules): string {
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
      return `will ask for ${nameOf(step.entry, rules)}, which has lapsed, to be activated again`;
    case "find":
      return `will look for ${nameOf(step.entry, rules)}, whose filing was not answered; what follows depends on whether it is there`;
    case "adopt":
      return `will take over ${step.id}`;
    case "wait":
      return describeWait(step, ledger, desired, rules);
    case "refuse":
      return `an update will be refused: ${refusal(step.why, step.entry, desired, rules)}`;
    case "depend":
      return `what an update does depends on ${step.on.join(" and ")}, which ${step.on.length === 1 ? "is" : "are"} not known yet`;
    case "record":
      return describeRecord(step, ledger, desired, rules);
  }
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
      return `will delete ${nameOf(entry, rules)}, which has a successor${along}`;
    case "undeclared":
      return `will delete ${nameOf(entry, rules)}, which is no longer declared`;
  }
}

/** Why what is declared is not filed in this run. */
export function describeWait(
  { entry, then }: Extract<Step, { do: "wait" }>,
  ledger: Ledger,
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
      return `${pending}: its review is left to end${ledger.serving === null ? "" : `, and ${nameOf(ledger.serving, rules)} goes on serving`}`;
  }
}

function describeRecord(
  { what, entry }: Extract<Step, { do: "record" }>,
  ledger: Ledger,
  desired: Desired,
  rules: VendorRules,
): string {
  switch (what) {
    case "not-filed":
      return `${nameOf(entry, rules)}, whose filing was not answered, counts as not filed`;
    case "accepted-as-filed":
      if (entry.partial) return `keeps ${nameOf(entry, rules)} as it is: what is declared now counts as what was filed`;
      return `keeps ${nameOf(entry, rules)} as it is: ${common(entry, desired, rules)} is the same, and what is declared now counts as what was filed`;
    case "reinstated":
      return `${nameOf(entry, rules)}, which is still approved, serves again`;
    case "superseded":
      return `${nameOf(entry, rules)} is no longer declared`;
    case "published":
      return describePublication(entry, ledger, desired, rules);
  }
}

function describePublication(serving: Entry, { superseded }: Ledger, desired: Desired, rules: VendorRules): string {
  const old = superseded.map((entry) => nameOf(entry, rules)).join(", ");
  return desired.superseded === "keep"
    ? `${nameOf(serving, rules)} serves; keeps ${old}`
    : `${nameOf(serving, rules)} serves; ${old} will be deleted ${graceOf(desired)} this is published`;
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
  return ` ${nameOf(entry, rules)} is not kept: of ${common(entry, desired, rules)}, ${fields.join(" and ")} ${fields.length === 1 ? "differs" : "differ"}.`;
}
