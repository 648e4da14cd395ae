import type { Context } from "../context";
import { logTakenOver } from "../journal/Journal";
import { RefusalError } from "../errors";
import { entriesOf, idsOf, newestOf } from "../lifecycle/ledger";
import { refreshLedger } from "../lifecycle/refreshLedger";
import { refusal } from "../lifecycle/refusal";
import { statusOf } from "../lifecycle/ledgerStatus";
import type { Found } from "../resource";
import type { Values } from "../values";
import type { SignatureKind } from "./kind";
import { ready } from "./kind";
import { driftedInputs, idOf, isMadeUp, nameIn, outputsOf } from "./outputs";
import { awaitedReview } from "./reviews";
import { openSession } from "./session";
import type { Session } from "./session";
import { readUnmanaged } from "./unmanaged";

/** Looks what reviewers, carriers and people did. It tells news only: what the program declares now it does not know. */
export async function read(
  kind: SignatureKind,
  outputNames: readonly string[],
  context: Context,
  id: string,
  state: Values,
  now: () => string,
): Promise<Found | null> {
  const { log } = context;
  const found = kind.accountOf(context, state);
  const isManaged = state["__ledger"] !== undefined;
  if (found.kind === "unavailable" && isManaged) {
    log.warning(`${nameIn(kind, state)} could not be refreshed. ${found.error.message}`);
    return { id, outputs: pick(state, outputNames), drifted: {} };
  }
  const account = await ready(found);
  const session = openSession(kind, context, account.fingerprint, { id, inputs: state, state });
  refuseOtherAccount(kind, session);
  if (!isManaged) return readUnmanaged(kind, account, id, state, log);
  const { desired, journal } = session;
  const recalled = await journal.recall(session.ledger, false);
  logTakenOver(context, recalled, kind.rules);
  const refreshed = await refreshLedger(recalled.ledger, idsOf(recalled.ledger), { account, desired, now, log });
  if (refreshed.failure !== undefined) throw refreshed.failure;
  const { ledger } = refreshed;
  awaitedReview(context.memory, account.fingerprint, ledger, kind.rules);
  // What a refresh takes over stays open: the engine saves its states only after this process has ended.
  await journal.settle(recalled, ledger);
  // Something that was never filed cannot have gone.
  if (entriesOf(ledger).length === 0 && statusOf(recalled.ledger, desired, kind.rules) !== "queued") return null;
  return {
    id: isMadeUp(id) ? idOf(ledger, id) : id,
    outputs: outputsOf(kind, ledger, desired, account.fingerprint),
    drifted: driftedInputs(kind, ledger),
  };
}

export function refuseOtherAccount(kind: SignatureKind, { otherAccount, ledger, desired }: Session): void {
  if (!otherAccount) return;
  throw new RefusalError("other-account", refusal("other-account", newestOf(ledger), desired, kind.rules));
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
