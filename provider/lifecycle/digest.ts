import { hash } from "node:crypto";
import { UNKNOWN, type Value } from "../values";

/** Field name to the digest of what was filed under it; a field that was not filed is absent. */
export type Digests = { readonly [field: string]: string };

/** Equal to no digest: what a preview does not know yet may turn out to be anything. */
export const UNKNOWN_DIGEST = "unknown";

/**
 * The digest under which a field's value stands in the ledger: 128 bits of SHA-256, in base64url. A document's is made
 * from its content's hash.
 */
export function digestOf(value: Value): string {
  if (value === UNKNOWN) return UNKNOWN_DIGEST;
  if (typeof value === "object" && value !== null && "sha256" in value && typeof value.sha256 === "string") {
    return documentDigest(value.sha256);
  }
  return shortened(hash("sha256", JSON.stringify(value), "buffer"));
}

/** @param sha256 the hash of a document's content, in hexadecimal digits */
export function documentDigest(sha256: string): string {
  return shortened(Buffer.from(sha256, "hex"));
}

function shortened(digest: Buffer): string {
  return digest.toString("base64url", 0, 16);
}

/** The fields in which two sets differ, apart from those that are `ignored`. */
export function differingFields(left: Digests, right: Digests, ignored: readonly string[] = []): string[] {
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...fields].filter(
    (field) => !ignored.includes(field) && (left[field] !== right[field] || left[field] === UNKNOWN_DIGEST),
  );
}
