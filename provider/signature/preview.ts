import type { Context } from "../context";
import { messageOf } from "../errors";
import { logTakenOver } from "../journal/Journal";
import { isOf } from "../journal/recall";
import type { Recalled } from "../journal/recall";
import { entriesOf } from "../lifecycle/ledger";
import type { Entry } from "../lifecycle/ledger";
import type { Desired } from "../lifecycle/desired";
import { describePlan } from "../lifecycle/describePlan";
import type { Line } from "../lifecycle/describePlan";
import { desiredName, nameOf } from "../lifecycle/names";
import { ongoingWarnings, openReview } from "../lifecycle/news";
import { isFiling } from "../lifecycle/reconcile";
import { simulatePlan } from "../lifecycle/simulate";
import type { SimulatedStep } from "../lifecycle/simulate";
import type { Difference } from "../resource";
import type { Values } from "../values";
import { changedInputs } from "./changedInputs";
import type { Account, SignatureKind, Unavailable, Unidentified } from "./kind";
import { driftedInputs, nameIn } from "./outputs";
import { awaitedReview, reviewsBefore, wasChecked } from "./reviews";
import { accountIn, ledgerIn, openSession } from "./session";
import type { Call } from "./session";
import { noteOwner } from "./submissionOwners";

/** What a create or an update is expected to do, as data, and what was seen on the way. */
export interface Preview {
  readonly steps: readonly SimulatedStep[];
  readonly desired: Desired;
  /** The ledger of the state, and what the journal knows beyond it. */
  readonly recalled: Recalled;
  readonly found: Account | Unidentified | Unavailable;
}

/** Simulates a create or an update. Asks nobody and logs nothing but what is wrong with the journal. */
export async function simulateCall(
  kind: SignatureKind,
  context: Context,
  call: Call,
  now: () => string,
): Promise<Preview> {
  const found = kind.accountOf(context, call.inputs);
  const { ledger, desired, journal } = openSession(kind, context, found.fingerprint, call);
  const recalled = await journal.recall(ledger, true);
  const unseen = takenOverUnseen(recalled).map(
    (entry) => `how ${nameOf(entry, kind.rules)} stands at ${kind.rules.vendor}`,
  );
  const steps: readonly SimulatedStep[] =
    unseen.length === 0
      ? simulatePlan(recalled.ledger, desired, kind.rules, now())
      : [{ do: "depend", on: unseen, ledger: recalled.ledger }];
  return { steps, desired, recalled, found };
}

/** What a killed run filed and got an id for: nobody has asked since how it stands. */
function takenOverUnseen({ takenOver, ledger }: Recalled): readonly Entry[] {
  const entries = entriesOf(ledger).filter((entry) => entry.id !== null);
  return entries.filter((entry) => takenOver.some((record) => isOf(entry, record)));
}

/** Tells what a create will do. */
export async function previewCreate(
  kind: SignatureKind,
  context: Context,
  inputs: Values,
  now: () => string,
): Promise<void> {
  const { steps, desired, recalled, found } = await simulateCall(kind, context, { id: null, inputs, state: null }, now);
  logUnavailable(context, found);
  logTakenOver(context, recalled, kind.rules);
  log(context, describePlan(steps, desired, kind.rules, true));
}

/** Tells what an update will do, as the state has it, and whether there will be one. */
export async function diff(
  kind: SignatureKind,
  outputs: readonly string[],
  context: Context,
  id: string,
  olds: Values,
  news: Values,
  now: () => string,
): Promise<Difference> {
  const differs = changedInputs(olds, news, outputs).length > 0;
  try {
    // Against what drifted the engine compares itself: a refresh has put it among the state's inputs. Where it then
    // sees no difference, only the word that there are steps brings an update about.
    const inputs = differs
      ? changedInputs({ ...olds, ...driftedInputs(kind, ledgerIn(kind, olds)) }, news, outputs)
      : [];
    // In a refresh the engine asks with the inputs of the state: what follows from these is no news.
    if (!wasChecked(context)) return { inputs, steps: false, settled: true };
    return { inputs, ...(await previewUpdate(kind, context, { id, inputs: news, state: olds }, differs, now)) };
  } catch (error) {
    // A preview shows what it cannot tell as a difference; the update is what fails.
    context.log.warning(`${nameIn(kind, news)}: ${messageOf(error)}`);
    return { inputs: changedInputs(olds, news, outputs), steps: true, settled: false };
  }
}

async function previewUpdate(
  kind: SignatureKind,
  context: Context,
  call: { readonly id: string; readonly inputs: Values; readonly state: Values },
  differs: boolean,
  now: () => string,
): Promise<Pick<Difference, "steps" | "settled">> {
  const { rules } = kind;
  const { steps, desired, recalled, found } = await simulateCall(kind, context, call, now);
  const { ledger } = recalled;
  const updates = differs || steps.length > 0 || recalled.takenOver.length > 0;
  for (const shared of noteOwner(context, accountIn(call.state), ledger, rules)) context.log.warning(shared);

  const waiting = found.fingerprint === null ? null : awaitedReview(context.memory, found.fingerprint, ledger, rules);
  if (waiting !== null) context.log.info(waiting);
  logTakenOver(context, recalled, kind.rules);
  const line = describePlan(steps, desired, rules);
  // An open review of the resource's own is withdrawn before anything is filed, and no other can be open beside it.
  const queued =
    steps.some(isFiling) &&
    call.state["status"] === "queued" &&
    rules.reviewsAtOnce === "one" &&
    ledger.candidate?.status !== "pending";
  const before =
    queued && found.fingerprint !== null ? reviewsBefore(context.memory, found.fingerprint, desiredName(desired)) : [];
  if (line !== null && before.length > 0) {
    log(context, {
      ...line,
      text: `${line.text} While ${before.join(" and ")} is under review, ${rules.vendor} may refuse it: a later run then files it.`,
    });
  } else {
    log(context, line);
  }
  if (steps.length === 0) openReview(ledger, desired, rules, context.log);
  ongoingWarnings(ledger, desired, rules, context.log);
  if (updates) logUnavailable(context, found);
  return { steps: updates, settled: steps.length === 0 && recalled.takenOver.length === 0 };
}

/** A preview needs no credentials and ends well, but what it shows could not be done. */
function logUnavailable({ log }: Context, found: Account | Unidentified | Unavailable): void {
  if (found.kind === "unavailable") log.warning(`An update will fail as things are: ${found.error.message}`);
}

function log(context: Context, line: Line | null): void {
  if (line === null) return;
  if (line.warning) context.log.warning(line.text);
  else context.log.info(line.text);
}
