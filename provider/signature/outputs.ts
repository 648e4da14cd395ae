import { newestOf } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import { servingId, statusOf, desiredEntry } from "../lifecycle/status";
import type { Desired } from "../lifecycle/desired";
import type { Values } from "../values";
import type { SignatureKind } from "./kind";

/** The outputs as the ledger gives them; the inputs are echoed elsewhere. */
export function outputsOf(kind: SignatureKind, ledger: Ledger, desired: Desired, accountFingerprint: string): Values {
  const newest = newestOf(ledger);
  const entry = desiredEntry(ledger, desired, kind.rules);
  const shown = ledger.serving ?? newest;
  const serving = servingId(ledger) === null ? null : ledger.serving;
  return {
    ...kind.detailsOf(newest, serving),
    status: statusOf(ledger, desired, kind.rules),
    vendorStatus: entry?.vendorStatus ?? null,
    isDefault: shown?.isDefault ?? null,
    inUse: shown?.inUse ?? null,
    rejectionReason: ledger.candidate?.rejectionReason ?? null,
    accountFingerprint,
    __ledger: { ...ledger },
  };
}
