import { UNKNOWN_DIGEST } from "./digest";
import type { Ledger } from "./ledger";
import { observe } from "./observe";
import { plan } from "./plan";
import type { Step } from "./plan";
import * as transitions from "./transitions";
import type { SignatureId, VendorRules } from "./vendor";
import type { Wanted } from "./wanted";

/** A step, and the ledger as it is when the step is taken: those before it have gone well by then. */
export type ForeseenStep = Step & { readonly ledger: Ledger };

/**
 * Every step that an update is expected to take, were the vendor as the ledger says and each step to succeed.
 * A preview tells it, and an update deletes nothing that is not in it.
 */
export function foresee(ledger: Ledger, wanted: Wanted, rules: VendorRules, now: string): readonly ForeseenStep[] {
  const steps: ForeseenStep[] = [];
  const tried = new Set<SignatureId>();
  let imagined = observe(ledger, wanted, rules, new Map(), now);
  for (;;) {
    const step = plan(imagined, wanted, rules, now, tried);
    if (step === null) return steps;
    steps.push({ ...step, ledger: imagined });
    const next = imagine(imagined, step, wanted, now);
    if (next === null) return steps;
    if (step.do === "remove" || step.do === "activate") tried.add(step.entry.id);
    imagined = next;
  }
}

/** The ledger after a step that went well; null where nobody can know how it goes on. */
function imagine(ledger: Ledger, step: Step, wanted: Wanted, now: string): Ledger | null {
  switch (step.do) {
    case "submit":
      return step.settling || !isKnown(wanted) ? null : transitions.submitted(ledger, wanted, null, now);
    case "modify":
      return isKnown(wanted) ? transitions.modified(ledger, wanted, now) : null;
    case "remove":
      return transitions.removed(ledger, step.entry.id);
    case "activate":
      return transitions.activated(ledger, step.entry.id);
    case "forget":
      return transitions.forgotten(ledger);
    case "restate":
      return isKnown(wanted) ? transitions.restated(ledger, step.entry, wanted) : null;
    case "retake":
      return transitions.promoted(ledger, step.entry, now);
    case "displace":
      return transitions.displaced(ledger);
    case "announce":
      return transitions.announced(ledger, now);
    case "find":
    case "adopt":
    case "wait":
    case "refuse":
      return null;
  }
}

function isKnown(wanted: Wanted): boolean {
  return wanted.text !== null && !Object.values(wanted.digests).includes(UNKNOWN_DIGEST);
}
