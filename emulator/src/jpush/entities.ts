import type { Status, VendorStatus } from "../signatures/signature";

export const pending = 0;
export const approved = 1;
export const rejected = 2;

const words = new Map<VendorStatus, Status>([
  [pending, "pending"],
  [approved, "approved"],
  [rejected, "rejected"],
]);

export function statusOf(vendorStatus: VendorStatus): Status {
  return words.get(vendorStatus) ?? "unknown";
}
