import type { SignatureStatus } from "../lifecycle/statuses";

/** JPush's statuses in the product's words; one that is not here reads as unknown and is passed on. */
const STATUSES = new Map<string, SignatureStatus>([
  ["0", "pending"],
  ["1", "approved"],
  ["2", "rejected"],
]);

export function statusOf(vendorStatus: string): SignatureStatus {
  return STATUSES.get(vendorStatus) ?? "unknown";
}
