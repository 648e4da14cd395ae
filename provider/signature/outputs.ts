import { randomUUID } from "node:crypto";
import { digestOf } from "../lifecycle/digest";
import type { Desired } from "../lifecycle/desired";
import { isFiled, newestOf, savedFrom } from "../lifecycle/ledger";
import type { Ledger } from "../lifecycle/ledger";
import { desiredEntry, servingId, statusOf } from "../lifecycle/ledgerStatus";
import type { Value, Values } from "../values";
import type { SignatureKind } from "./kind";

/** The outputs as the ledger gives them; the inputs, which `desired` was made of, are echoed beside them. */
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
    __ledger: savedFrom(ledger, desired),
  };
}

const MADE_UP = "queued-";

export function isMadeUp(id: string): boolean {
  return id.startsWith(MADE_UP);
}

/** Pulumi's id: the vendor's id of the first submission, or one that is made up while there is none. */
export function idOf(ledger: Ledger, otherwise = `${MADE_UP}${randomUUID()}`): string {
  const first = [...ledger.superseded, ledger.serving, ledger.candidate].find(
    (entry) => entry !== null && isFiled(entry),
  );
  return first ? String(first.id) : otherwise;
}

/** The text as the vendor has it, where somebody changed it there: the engine then shows it as a difference. */
export function driftedInputs(kind: SignatureKind, ledger: Ledger): { [input: string]: Value } {
  const entry = ledger.candidate ?? ledger.serving;
  const filed = entry?.digests[kind.rules.textField];
  if (!entry || filed === undefined || filed === digestOf(entry.text)) return {};
  return { [kind.rules.textField]: entry.text };
}

/** How a resource is named in lines that know its inputs alone. */
export function nameIn(kind: SignatureKind, inputs: Values): string {
  const text = inputs[kind.rules.textField];
  return typeof text === "string" ? `【${text}】` : "The signature";
}
