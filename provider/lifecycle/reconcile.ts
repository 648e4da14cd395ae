import { act } from "./act";
import { simulatePlan } from "./simulate";
import { idsOf } from "./ledger";
import type { Ledger } from "./ledger";
import { refreshLedger } from "./refreshLedger";
import { plan } from "./plan";
import type { Step } from "./plan";
import type { Run } from "./run";
import type { SignatureId } from "./vendor";
import { nameOf } from "./words";

export interface Outcome {
  readonly ledger: Ledger;
  /** Something may have changed at the vendor: with a failure, the ledger must be saved all the same. */
  readonly effect: boolean;
  readonly failure?: Error;
}

/**
 * Observe, plan, act, observe: until the plan has no step, one of them ends the call, or one fails.
 * @param state the ledger to go on from
 * @param previewed the ledger on which a preview planned, where that is another
 */
export async function reconcile(state: Ledger, run: Run, previewed = state): Promise<Outcome> {
  const { desired, vendor, filing, now, say } = run;
  const previewedDeletions = deletions(simulatePlan(previewed, desired, vendor.rules, now()));
  const refreshed = desired.foreign ? { ledger: state } : await refreshLedger(state, idsOf(state), run);
  if (refreshed.failure !== undefined) return { ledger: state, effect: false, failure: refreshed.failure };

  let ledger = refreshed.ledger;
  let effect = false;
  let filings = 0;
  const tried = new Set<SignatureId>();
  for (;;) {
    const step = plan(ledger, desired, vendor.rules, now(), tried);
    if (step === null) return { ledger, effect };
    if (step.do === "remove" && !previewedDeletions.has(step.entry.id)) {
      say({
        warning: true,
        text: `${nameOf(step.entry)} was not deleted: things have changed at ${vendor.rules.vendor} since the last refresh, and a preview has to show it first. Run pulumi up again.`,
      });
      return { ledger, effect };
    }
    // One filing a call: a second one would answer to news that no preview has shown.
    if (isFiling(step) && filings++ > 0) return { ledger, effect };
    if (makesWay(step) && simulatePlan(ledger, desired, vendor.rules, now()).some(isFiling)) {
      const obstacle = await filing.prepare();
      if (obstacle !== null) return { ledger, effect, failure: obstacle.error };
    }
    if (step.do === "remove" || step.do === "activate") tried.add(step.entry.id);
    const acted = await act(step, ledger, run);
    ledger = acted.ledger;
    effect ||= acted.effect;
    if (acted.failure !== undefined) return { ledger, effect, failure: acted.failure };
    if (!acted.goOn) return { ledger, effect };
  }
}

export function isFiling(step: Step): boolean {
  return step.do === "submit" || step.do === "modify";
}

/** Whether it gives something up for what is filed after it: that must be in order first. */
function makesWay(step: Step): boolean {
  return step.do === "remove" && (step.why === "outage" || step.why === "withdrawn");
}

function deletions(steps: readonly Step[]): ReadonlySet<SignatureId> {
  return new Set(steps.flatMap((step) => (step.do === "remove" ? [step.entry.id] : [])));
}
