import { AbsentSignatureError } from "../errors";
import type { Entry } from "../lifecycle/ledger";
import { queryByAnyId } from "../lifecycle/queryByAnyId";
import type { VendorAccount } from "../lifecycle/vendor";
import type { Log } from "../context";
import type { Found } from "../resource";
import type { Values } from "../values";
import type { SignatureKind } from "./kind";
import { nameIn } from "./outputs";
import { accountIn } from "./session";

/**
 * Looks at a signature that somebody else manages. Its state holds no ledger, by which it is known: nothing is ever
 * filed, changed or deleted for it.
 * @returns null where a refresh finds that it is gone, which frees the state of it
 * @throws AbsentSignatureError where a program asks for an id that the vendor does not hold: an answer of "gone" would
 *   leave the program a ghost
 */
export async function readUnmanaged(
  kind: SignatureKind,
  account: VendorAccount,
  id: string,
  state: Values,
  log: Log,
): Promise<Found | null> {
  const { id: key, answer } = await queryByAnyId(account, kind.parseId(id));
  if (answer.kind === "failed") throw answer.error;
  if (answer.kind === "absent") {
    if (accountIn(state) === null) throw new AbsentSignatureError(id, kind.rules.vendor);
    log.warning(
      `${nameIn(kind, state)} (${id}), which another program manages, is gone at ${kind.rules.vendor} and leaves the state. Take it out of the program, or name another id.`,
    );
    return null;
  }
  const { kind: _, fields: _fields, ...seen } = answer;
  const entry: Entry = { ...seen, id: key, digests: {}, resubmit: null, sentAt: null };
  const given = state[kind.rules.textField];
  return {
    id,
    outputs: {
      ...kind.detailsOf(entry, seen.status === "approved" ? entry : null),
      [kind.rules.textField]: seen.text,
      status: seen.status,
      vendorStatus: seen.vendorStatus,
      isDefault: seen.isDefault ?? null,
      inUse: seen.inUse ?? null,
      rejectionReason: seen.rejectionReason ?? null,
      accountFingerprint: account.fingerprint,
    },
    drifted: typeof given === "string" && given !== seen.text ? { [kind.rules.textField]: seen.text } : {},
  };
}
