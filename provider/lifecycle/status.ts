import type { Entry, Ledger } from "./ledger";
import type { ContentStatus } from "./statuses";
import type { SignatureId, VendorRules } from "./vendor";
import { holdsWanted } from "./wanted";
import type { Wanted } from "./wanted";

/** The entry that holds what is wanted, or null. */
export function wantedEntry(ledger: Ledger, wanted: Wanted, rules: VendorRules): Entry | null {
  return (
    [ledger.serving, ledger.candidate].find((entry) => entry !== null && holdsWanted(entry, wanted, rules)) ?? null
  );
}

export function statusOf(ledger: Ledger, wanted: Wanted, rules: VendorRules): ContentStatus {
  const entry = wantedEntry(ledger, wanted, rules);
  if (entry !== null && entry === ledger.serving) return entry.status;
  if (ledger.candidate?.unconfirmed) return "unknown";
  return entry?.status ?? "queued";
}

/** The one that may be sent with now: approved, or once approved and of a status that nobody understands. */
export function servingId(ledger: Ledger): SignatureId | null {
  const serving = ledger.serving;
  return serving !== null && (serving.status === "approved" || serving.status === "unknown") ? serving.id : null;
}
