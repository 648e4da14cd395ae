import { act } from "./act";
import type { Ledger } from "./ledger";
import { idsOf } from "./ledger";
import { describeWait } from "./describePlan";
import { nameOf } from "./names";
import { plan } from "./plan";
import type { Step } from "./plan";
import { refreshLedger } from "./refreshLedger";
import type { Run } from "./run";
import { simulatePlan } from "./simulate";
import type { SimulatedStep } from "./simulate";
import type { SignatureId } from "./vendor";

export interface Outcome {
  readonly ledger: Ledger;
  /** Something may have changed at the vendor: with a failure, the ledger must be saved all the same. */
  readonly changed: boolean;
  readonly failure?: Error;
}

/**
 * Observe, plan, act, observe: until the plan has no step, one of them ends the call, or one fails.
 * @param state the ledger to go on from
 * @param previewed the ledger on which a preview planned, where that is another
 */
export async function reconcile(state: Ledger, run: Run, previewed = state): Promise<Outcome> {
  const { desired, account, filing, now, log } = run;
  const { rules } = account;
  const told = simulatePlan(previewed, desired, rules, now());
  const deletions = deletionsIn(told);
  const refreshed = desired.otherAccount ? { ledger: state } : await refreshLedger(state, idsOf(state), run);
  if (refreshed.failure !== undefined) return { ledger: state, changed: false, failure: refreshed.failure };

  let ledger = refreshed.ledger;
  let changed = false;
  let filings = 0;
  const tried = new Set<SignatureId>();
  for (;;) {
    const step = plan(ledger, desired, rules, now(), tried);
    if (step === null) return { ledger, changed };
    if (step.do === "remove" && !deletions.has(step.entry.id)) {
      log.warning(
        `${nameOf(step.entry, rules)} was not deleted: ${rules.vendor} has news since the last refresh, and a preview has to show a deletion first. Run \`pulumi up\` again.`,
      );
      return { ledger, changed };
    }
    // One filing a call: a second one would answer to news that no preview has shown.
    if (isFiling(step) && filings++ > 0) return { ledger, changed };
    if (makesWay(step) && simulatePlan(ledger, desired, rules, now()).some(isFiling)) {
      const obstacle = await filing.prepare();
      if (obstacle !== null) return { ledger, changed, failure: obstacle.error };
    }
    if (step.do === "remove" || step.do === "activate") tried.add(step.entry.id);
    const acted = await act(step, ledger, run);
    ledger = acted.ledger;
    changed ||= acted.changed;
    if (acted.then === "fail") return { ledger, changed, failure: acted.error };
    if (step.do === "wait" && !told.some((each) => each.do === "wait")) {
      log.info(`${rules.vendor}: ${describeWait(step, ledger.serving, desired, rules)}.`);
    }
    if (acted.then === "stop") return { ledger, changed };
  }
}

export function isFiling(step: Step | SimulatedStep): boolean {
  return step.do === "submit" || step.do === "modify";
}

/** Whether it gives something up for what is filed after it: that must be in order first. */
function makesWay(step: Step): boolean {
  return step.do === "remove" && (step.why === "outage" || step.why === "withdrawn");
}

function deletionsIn(steps: readonly SimulatedStep[]): ReadonlySet<SignatureId> {
  return new Set(steps.flatMap((step) => (step.do === "remove" ? [step.entry.id] : [])));
}
