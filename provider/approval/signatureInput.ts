import { z } from "zod";
import { CONTENT_STATUSES } from "../lifecycle/statuses";
import type { Value } from "../values";

const scalar = z.union([z.number(), z.string()]);

/** What an approval gate is told of its signature: the class takes it from the signature's outputs. */
const signature = z.object({
  text: z.string(),
  /** The vendor's key of the newest submission. */
  newest: scalar.nullish(),
  /** The vendor's output for the serving one. */
  serving: scalar.nullish(),
  status: z.enum(CONTENT_STATUSES),
  /** For messages alone: some languages take one that there is none of for one that is not known yet. */
  rejectionReason: z.string().nullish().catch(null),
  account: z.string(),
});

export type GatedSignature = z.infer<typeof signature>;

/** Null where the input is none of a signature, or is not known yet. */
export function readSignature(value: Value): GatedSignature | null {
  return signature.safeParse(value).data ?? null;
}

/** @throws where the input is none of a signature; a program that uses the class cannot get there */
export function parseSignature(value: Value): GatedSignature {
  const parsed = readSignature(value);
  if (parsed !== null) return parsed;
  throw new Error("signature: it must be a signature resource of this package, as in { signature: brand }.");
}
