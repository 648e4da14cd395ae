/**
 * How the declared content stands:
 * - `queued`: not filed yet; it waits for its turn or for an earlier review to end, or the last attempt failed
 * - `pending`: under review
 * - `approved`, `rejected`: what the reviewers said
 * - `inactive`: lapsed (Huawei Cloud only)
 * - `unknown`: a vendor status that this version does not know, or a filing whose answer was lost
 */
export type SignatureStatus = "queued" | "pending" | "approved" | "rejected" | "inactive" | "unknown";
