import { UNKNOWN_DIGEST } from "./digest";
import type { Desired } from "./desired";
import { entriesOf } from "./ledger";
import type { Entry, Ledger } from "./ledger";
import { observe } from "./observe";
import { plan } from "./plan";
import type { Step } from "./plan";
import * as transitions from "./transitions";
import type { SignatureId, VendorRules } from "./vendor";

/** What follows depends on what is not known yet. */
export interface Depend {
  readonly do: "depend";
  /** Names of inputs, or what else is not known, as clauses. */
  readonly on: readonly string[];
}

/** A step that an update is expected to take, and the ledger as it is when that step is taken. */
export type SimulatedStep = (Step | Depend) & { readonly ledger: Ledger };

/**
 * Every step that an update is expected to take, if the vendor is as the ledger says and each step succeeds. A preview
 * tells them, and an update deletes nothing that is not among them. Where inputs are not known yet, the steps are those
 * that are taken whatever the inputs turn out to be, and a last one says what the rest depends on.
 */
export function simulatePlan(
  ledger: Ledger,
  desired: Desired,
  rules: VendorRules,
  now: string,
): readonly SimulatedStep[] {
  const [first = [], ...others] = hypotheses(ledger, desired, rules).map((each) => simulate(ledger, each, rules, now));
  const certain = others.reduce((length, each) => Math.min(length, commonLength(first, each)), first.length);
  if (others.every((each) => each.length === certain) && first.length === certain) return first;
  const rest = [first, ...others].find((each) => each.length > certain)?.[certain];
  const depend = { do: "depend" as const, on: unknownInputs(desired), ledger: rest?.ledger ?? ledger };
  return [...first.slice(0, certain), depend];
}

function simulate(ledger: Ledger, desired: Desired, rules: VendorRules, now: string): readonly SimulatedStep[] {
  const steps: SimulatedStep[] = [];
  const tried = new Set<SignatureId>();
  let simulated = observe(ledger, desired, rules, new Map(), now);
  for (;;) {
    const step = plan(simulated, desired, rules, now, tried);
    if (step === null) return steps;
    steps.push({ ...step, ledger: simulated });
    const next = simulateStep(simulated, step, desired, now);
    if (next === null) return steps;
    if (step.do === "remove" || step.do === "activate") tried.add(step.entry.id);
    simulated = next;
  }
}

/** The ledger after a step that went well; null where nobody can know how it goes on. */
function simulateStep(ledger: Ledger, step: Step, desired: Desired, now: string): Ledger | null {
  switch (step.do) {
    case "submit":
      return step.settling ? null : transitions.submitted(ledger, desired, null, now);
    case "modify":
      return transitions.modified(ledger, desired, now);
    case "remove":
      return transitions.removed(ledger, step.entry.id);
    case "activate":
      return transitions.activated(ledger, step.entry.id);
    case "record":
      return step.after;
    case "find":
    case "adopt":
    case "wait":
    case "refuse":
      return null;
  }
}

/** Two simulations part where a step does something else, or does it to something else. */
function commonLength(left: readonly SimulatedStep[], right: readonly SimulatedStep[]): number {
  const parted = left.findIndex((step, place) => outlineOf(step) !== outlineOf(right[place]));
  return parted === -1 ? left.length : parted;
}

function outlineOf(step: SimulatedStep | undefined): string {
  if (step === undefined) return "";
  const { ledger: _, ...rest } = step;
  const entry = "entry" in rest && rest.entry !== null ? [rest.entry.id, rest.entry.text] : null;
  return JSON.stringify({ ...rest, entry, after: undefined });
}

/** Every way in which what is not known yet can turn out, as far as a plan depends on it. */
function hypotheses(ledger: Ledger, desired: Desired, rules: VendorRules): readonly Desired[] {
  const { unknown } = desired;
  const choices: (readonly Partial<Desired>[])[] = [];
  if (isUnknown(desired)) choices.push(contents(ledger, desired, rules));
  const given = (name: string, alternatives: readonly Partial<Desired>[]) => {
    if (unknown.includes(name)) choices.push(alternatives);
  };
  given("resubmit", [{ resubmit: "not known yet" }, { resubmit: resubmitIn(ledger) }]);
  given("whilePending", [{ whilePending: "after" }, { whilePending: "withdraw" }, { whilePending: "refuse" }]);
  given("superseded", [{ superseded: "delete" }, { superseded: "keep" }]);
  given("supersededAfter", [{ supersededAfter: 0 }, { supersededAfter: Infinity }]);
  given("allowOutage", [{ allowOutage: false }, { allowOutage: true }]);
  given("adoptId", [{ adoptId: null }, { adoptId: "not known yet" }]);
  return choices.reduce<readonly Desired[]>(
    (all, alternatives) => all.flatMap((each) => alternatives.map((alternative) => ({ ...each, ...alternative }))),
    [desired],
  );
}

/** As it was when the newest submission was filed. */
function resubmitIn({ candidate }: Ledger): string | null {
  return candidate === null ? null : (candidate.unconfirmed ?? candidate).resubmit;
}

/**
 * What is not known yet can turn out to be another than anything that is filed, as it is filed in one of the entries, or
 * to have the text of an entry and differ otherwise.
 */
function contents(ledger: Ledger, desired: Desired, { textField }: VendorRules): readonly Partial<Desired>[] {
  const filled = (from: Entry | null, fields: (field: string) => boolean): Partial<Desired> => ({
    text: desired.text ?? from?.text ?? UNSEEN,
    digests: Object.fromEntries(
      Object.entries(desired.digests).flatMap(([field, digest]) => {
        if (digest !== UNKNOWN_DIGEST) return [[field, digest]];
        const filed = from !== null && fields(field) ? from.digests[field] : UNSEEN;
        return filed === undefined ? [] : [[field, filed]];
      }),
    ),
  });
  const entries = entriesOf(ledger);
  return [
    filled(null, () => false),
    ...entries.map((entry) => filled(entry, () => true)),
    ...entries.map((entry) => filled(entry, (field) => field === textField)),
  ];
}

/** Equal to nothing that is filed, and to itself. */
const UNSEEN = "not known yet";

function isUnknown(desired: Desired): boolean {
  return desired.text === null || Object.values(desired.digests).includes(UNKNOWN_DIGEST);
}

/** The names of the inputs that are not known yet. */
export function unknownInputs({ digests, unknown }: Desired): readonly string[] {
  const fields = Object.keys(digests).filter((field) => digests[field] === UNKNOWN_DIGEST);
  return [...new Set([...fields, ...unknown])];
}
