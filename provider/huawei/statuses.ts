import type { SignatureStatus } from "../lifecycle/statuses";

/** Huawei Cloud's statuses in the product's words; one that is not here reads as unknown and is passed on. */
const STATUSES = new Map<string, SignatureStatus>([
  ["PENDING_REVIEW", "pending"],
  ["PROCESSING", "pending"],
  ["PENDING_QUALIFICATION_REVIEW", "pending"],
  ["REAL_NAME_REGISTRATING", "pending"],
  ["PENDING_ACTIVATE", "pending"],
  ["REVIEW_NOT_PASS", "rejected"],
  ["TO_BE_ACTIVATED", "inactive"],
  ["REVIEW_PROCESSING_COMPLETED", "approved"],
  ["REVIEW_PASSED", "approved"],
  ["REVIEW_PASSED_QUALIFICATION_PROCESSING", "approved"],
  ["REVIEW_PASSED_REAL_NAME_REGISTRATING", "approved"],
  ["REVIEW_PASSED_REAL_NAME_REGISTRATE_FAIL", "approved"],
]);

/** An approved one on its way back after it had lapsed. */
export const COMING_BACK = ["PENDING_ACTIVATE"];

/** Approved, with a reservation that the vendor states: what it is, and what to do about it. */
export const RESERVATIONS: { readonly [vendorStatus: string]: string } = {
  REVIEW_PASSED:
    "its qualification is still to be added, and until then carriers may block its messages: add it in the console",
  REVIEW_PASSED_QUALIFICATION_PROCESSING:
    "its qualification is still under review, and until that has ended carriers may block its messages",
  REVIEW_PASSED_REAL_NAME_REGISTRATING:
    "it is still being registered with the carriers, which may block its messages until that has ended",
  REVIEW_PASSED_REAL_NAME_REGISTRATE_FAIL:
    "its registration with the carriers failed, and they may block its messages: look for the reason in the console and have it registered again",
};

export function statusOf(vendorStatus: string): SignatureStatus {
  return STATUSES.get(vendorStatus) ?? "unknown";
}
