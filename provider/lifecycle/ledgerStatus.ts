import type { Entry, Ledger } from "./ledger";
import type { ContentStatus } from "./statuses";
import type { SignatureId, VendorRules } from "./vendor";
import { holdsDesired } from "./desired";
import type { Desired } from "./desired";

/** The entry that holds what is desired, or null. */
export function desiredEntry(ledger: Ledger, desired: Desired, rules: VendorRules): Entry | null {
  return (
    [ledger.serving, ledger.candidate].find((entry) => entry !== null && holdsDesired(entry, desired, rules)) ?? null
  );
}

export function statusOf(ledger: Ledger, desired: Desired, rules: VendorRules): ContentStatus {
  const entry = desiredEntry(ledger, desired, rules);
  if (entry !== null && entry === ledger.serving) return entry.status;
  if (ledger.candidate?.unconfirmed) return "unknown";
  return entry?.status ?? "queued";
}

/** The one that may be sent with now: approved, or once approved and of a status that nobody understands. */
export function servingId(ledger: Ledger): SignatureId | null {
  const serving = ledger.serving;
  return serving !== null && (serving.status === "approved" || serving.status === "unknown") ? serving.id : null;
}
