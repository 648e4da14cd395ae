import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** One callback, as it was posted. */
export interface Delivery {
  readonly nonce: string;
  /** Milliseconds since 1970, by JPush's clock, as it was written: that is what is signed. */
  readonly timestamp: string;
  readonly signature: string;
  readonly type: string;
  /** JSON; its signature does not cover it. */
  readonly data: string;
}

const form = z.object({
  nonce: z.string().min(1).max(64),
  timestamp: z.string().regex(/^\d{1,15}$/),
  signature: z.string().max(128),
  type: z.string().min(1).max(64),
  data: z.string(),
});

/** Null for what is no callback of JPush. */
export function parseDelivery(body: URLSearchParams): Delivery | null {
  return form.safeParse(Object.fromEntries(body)).data ?? null;
}

const decision = z.object({
  signId: z.int().positive(),
  status: z.int(),
  refuseReason: z.string().nullish(),
});

const STATUSES = new Map<number, "approved" | "rejected">([
  [1, "approved"],
  [2, "rejected"],
]);

/** What the data of a `SMS_SIGN` says; null where it is not as documented. */
export function parseDecision(data: string) {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  const { data: read } = decision.safeParse(value);
  if (!read) return null;
  const { signId, status, refuseReason } = read;
  return {
    signId,
    status: STATUSES.get(status) ?? ("unknown" as const),
    vendorStatus: status,
    reason: refuseReason || null,
  };
}

export type Decision = NonNullable<ReturnType<typeof parseDecision>>;

/** Whether who posted it knows the app's secret. Takes the same time wherever the signatures differ. */
export function isSigned({ nonce, timestamp, signature }: Delivery, appKey: string, masterSecret: string): boolean {
  const text = `appKey=${appKey}&appMasterSecret=${masterSecret}&nonce=${nonce}&timestamp=${timestamp}`;
  const expected = createHash("sha1").update(text).digest("hex");
  // Of equal length, whatever was sent.
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(signature.toLowerCase()), digest(expected));
}
