/** What JPush's reviewers decided of a signature. */
export interface Review {
  /** The `sign_id` of the signature. */
  readonly signId: number;
  /** The decision; `unknown` where JPush sent a status that this version does not know. */
  readonly status: "approved" | "rejected" | "unknown";
  /** Why it was rejected, in the reviewer's words; null where none are given. Nothing but the callback tells them. */
  readonly reason: string | null;
  /** When JPush told it, by JPush's clock, ISO 8601. */
  readonly at: string;
  /** Tells apps apart without naming them, as the output `accountFingerprint` does. */
  readonly account: string;
}
