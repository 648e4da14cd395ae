import { UNKNOWN_DIGEST } from "./digest";
import type { Ledger } from "./ledger";
import { observe } from "./observe";
import { plan } from "./plan";
import type { Step } from "./plan";
import * as transitions from "./transitions";
import type { SignatureId, VendorRules } from "./vendor";
import type { Desired } from "./desired";

/** A step, and the ledger as it is when the step is taken: those before it have gone well by then. */
export type SimulatedStep = Step & { readonly ledger: Ledger };

/**
 * Every step that an update is expected to take, were the vendor as the ledger says and each step to succeed.
 * A preview tells it, and an update deletes nothing that is not in it.
 */
export function simulatePlan(
  ledger: Ledger,
  desired: Desired,
  rules: VendorRules,
  now: string,
): readonly SimulatedStep[] {
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
      return step.settling || !isKnown(desired) ? null : transitions.submitted(ledger, desired, null, now);
    case "modify":
      return isKnown(desired) ? transitions.modified(ledger, desired, now) : null;
    case "remove":
      return transitions.removed(ledger, step.entry.id);
    case "activate":
      return transitions.activated(ledger, step.entry.id);
    case "forget":
      return transitions.forgotten(ledger);
    case "acceptAsFiled":
      return isKnown(desired) ? transitions.acceptedAsFiled(ledger, step.entry, desired) : null;
    case "reinstate":
      return transitions.promoted(ledger, step.entry, now);
    case "supersede":
      return transitions.candidateSuperseded(ledger);
    case "publish":
      return transitions.published(ledger, now);
    case "find":
    case "adopt":
    case "wait":
    case "refuse":
      return null;
  }
}

function isKnown(desired: Desired): boolean {
  return desired.text !== null && !Object.values(desired.digests).includes(UNKNOWN_DIGEST);
}
