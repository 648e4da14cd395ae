import type { Status, VendorStatus } from "../signatures/signature";

export const pending = "PENDING_REVIEW";
export const approved = "REVIEW_PROCESSING_COMPLETED";
export const rejected = "REVIEW_NOT_PASS";
/** Lapsed for arrears. */
export const lapsed = "TO_BE_ACTIVATED";
/** An approved one on its way back. */
export const activating = "PENDING_ACTIVATE";

const words = new Map<VendorStatus, Status>([
  [pending, "pending"],
  ["PROCESSING", "pending"],
  ["PENDING_QUALIFICATION_REVIEW", "pending"],
  ["REAL_NAME_REGISTRATING", "pending"],
  [activating, "pending"],
  [rejected, "rejected"],
  [lapsed, "inactive"],
  [approved, "approved"],
  ["REVIEW_PASSED", "approved"],
  ["REVIEW_PASSED_QUALIFICATION_PROCESSING", "approved"],
  ["REVIEW_PASSED_REAL_NAME_REGISTRATING", "approved"],
  ["REVIEW_PASSED_REAL_NAME_REGISTRATE_FAIL", "approved"],
]);

export function statusOf(vendorStatus: VendorStatus): Status {
  return words.get(vendorStatus) ?? "unknown";
}
