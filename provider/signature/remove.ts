import type { Context } from "../context";
import { dismantle } from "../lifecycle/dismantle";
import { idsOf } from "../lifecycle/ledger";
import { refreshLedger } from "../lifecycle/refreshLedger";
import type { Values } from "../values";
import type { SignatureKind } from "./kind";
import { ready } from "./kind";
import { refuseOtherAccount } from "./read";
import { openSession } from "./session";

/** Deletes everything that the resource has at the vendor. */
export async function remove(
  kind: SignatureKind,
  context: Context,
  id: string,
  state: Values,
  now: () => string,
): Promise<void> {
  const { log } = context;
  const account = await ready(kind.accountOf(context, state));
  const session = openSession(kind, context, account.fingerprint, { id, inputs: state, state });
  refuseOtherAccount(kind, session);
  const { desired, journal, ownerOf } = session;
  // Nothing comes after this that would find what it leaves behind.
  await journal.lookUnderEveryName();
  const recalled = await journal.recall(session.ledger, false);
  // Which of them serves and which is superseded, and so kept where that is declared, only the vendor can tell.
  const looking = { account, desired, now, log };
  const { ledger, failure } = await refreshLedger(recalled.ledger, idsOf(recalled.ledger), looking);
  if (failure !== undefined) throw failure;
  await dismantle(ledger, {
    account,
    keepSuperseded: desired.superseded === "keep",
    // Also where the new owner has the same name: a replacement takes over what its delete must leave.
    ownerOf: async (each) => (await journal.adopterOf(each)) ?? ownerOf(each),
    log,
  });
  await journal.closeAll();
}
