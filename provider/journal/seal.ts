import { createHash, createHmac } from "node:crypto";
import type { Desired } from "../lifecycle/desired";
import type { Seal } from "./record";

/** Content as it may stand on a disk: an identity number could be found by trying all, but for the key. */
export function sealOf({ digests, resubmit }: Pick<Desired, "digests" | "resubmit">, key: Buffer | null): Seal {
  if (key === null) return { key: null, content: null, resubmit: null };
  const fields = Object.entries(digests).sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    key: createHash("sha256").update(key).digest("hex").slice(0, 16),
    content: sealed(`content\n${JSON.stringify(fields)}`, key),
    resubmit: resubmit === null ? null : sealed(`resubmit\n${resubmit}`, key),
  };
}

/** A document uploaded to an account, under a name that tells neither. */
export function sealedUpload(account: string, digest: string, key: Buffer): string {
  return sealed(`upload\n${account}\n${digest}`, key);
}

function sealed(text: string, key: Buffer): string {
  return createHmac("sha256", key).update(text).digest("hex");
}

/** Whether two seals are of the same; `unknowable` where they were not made with one key. */
export function compare(left: Seal, right: Seal): { readonly content: Comparison; readonly resubmit: Comparison } {
  if (left.key === null || left.key !== right.key) return { content: "unknowable", resubmit: "unknowable" };
  const same = (equal: boolean): Comparison => (equal ? "same" : "other");
  return { content: same(left.content === right.content), resubmit: same(left.resubmit === right.resubmit) };
}

export type Comparison = "same" | "other" | "unknowable";
