import { createHash, randomBytes } from "node:crypto";
import type { JPushApp } from "./settings";

/** `hex(sha1(…))` as the vendor's page on callbacks has it: of the app, the nonce and the time, not of the data. */
function callbackSignature(
  { key, secret }: Pick<JPushApp, "key" | "secret">,
  nonce: string,
  timestamp: number,
): string {
  const text = `appKey=${key}&appMasterSecret=${secret}&nonce=${nonce}&timestamp=${timestamp}`;
  return createHash("sha1").update(text).digest("hex");
}

export interface Decision {
  signId: number | string;
  status: number | string;
  refuseReason: string | null;
}

/** The form that tells how the review of a signature ended. */
export function reviewForm(app: JPushApp, decision: Decision, timestamp: number): string {
  // A random long, as the page says: positive, and at most 2^63 - 1.
  const nonce = (randomBytes(8).readBigUInt64BE() >> 1n).toString();
  return new URLSearchParams({
    nonce,
    timestamp: String(timestamp),
    signature: callbackSignature(app, nonce, timestamp),
    type: "SMS_SIGN",
    data: JSON.stringify(decision),
  }).toString();
}

/** What the address must echo before it is used: 8 characters. */
export function echoText(): string {
  return randomBytes(4).toString("hex");
}
