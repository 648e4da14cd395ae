import { isDeepStrictEqual } from "node:util";
import type { Context } from "../context";
import { logTakenOver } from "../journal/Journal";
import { ongoingWarnings } from "../lifecycle/news";
import { reconcile } from "../lifecycle/reconcile";
import { entriesOf, idsOf } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import type { SignatureId, VendorAccount } from "../lifecycle/vendor";
import type { Made } from "../resource";
import type { SignatureKind } from "./kind";
import { ready } from "./kind";
import { idOf, outputsOf } from "./outputs";
import { documentsIn, openSession, SessionFiles } from "./session";
import type { Call } from "./session";
import { noteOwner } from "./submissionOwners";

/** Goes on from a state, and from what the journal knows beyond it, to what is declared: a create or an update. */
export async function apply(kind: SignatureKind, context: Context, call: Call, now: () => string): Promise<Made> {
  const account: VendorAccount = await ready(kind.accountOf(context, call.inputs));
  const {
    ledger: state,
    desired,
    journal,
    otherAccount,
    ownerOf,
  } = openSession(kind, context, account.fingerprint, call);
  const uploads = otherAccount ? {} : await journal.uploads(documentsIn(call.inputs));
  const files = new SessionFiles({ ...uploads, ...state.files }, journal);
  const recalled = otherAccount
    ? { ledger: state, takenOver: [], open: [], settled: [], overtaken: [] }
    : await journal.recall(state, true);
  logTakenOver(context, recalled, kind.rules);
  const filing = account.filing(call.inputs, files);
  const run = { account, filing, desired, now, log: context.log, journal, ownerOf };
  // What a killed run left is news that no preview has planned on.
  const previewed = recalled.takenOver.length === 0 ? recalled.ledger : state;
  const { changed, failure, ...outcome } = await reconcile(recalled.ledger, run, previewed);
  // A document that the vendor now holds is a change there, though nothing was filed.
  const uploaded = !isDeepStrictEqual(files.held, state.files ?? {});
  const ledger = uploaded ? { ...outcome.ledger, files: files.held } : outcome.ledger;
  // Nothing was changed at the vendor, so nothing needs to be saved: a plain error leaves the state as it was.
  if (failure !== undefined && !changed && !uploaded && recalled.takenOver.length === 0) throw failure;
  await journal.settle(recalled, ledger);
  journal.returns(ledger);
  ongoingWarnings(ledger, desired, kind.rules, context.log);
  const held = idsOf(state);
  await journal.adopted(idsOf(ledger).filter((id) => !held.includes(id) && isAdopted(ledger, id)));
  noteOwner(context, account.fingerprint, ledger, kind.rules);
  return {
    id: call.id ?? idOf(ledger),
    outputs: outputsOf(kind, ledger, desired, account.fingerprint),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** Nobody sent it on behalf of this resource. */
function isAdopted(ledger: Ledger, id: SignatureId): boolean {
  return entriesOf(ledger).some((entry) => entry.id === id && entry.sentAt === null);
}
