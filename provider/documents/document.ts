import { z } from "zod";
import { nearestName } from "../nearest";
import type { Document, Value } from "../values";
import { isUnsupportedAsset } from "../values";

const FORMS = "give a path, a FileAsset, or { sha256, path? }";
/** Where the vendor's own id will do as well. */
export const FORMS_OR_ID =
  "give a path, a FileAsset, { sha256, path? }, or { fileId } of what the vendor holds already";

const OTHER_KEYS = "it has other keys than sha256 and path";

const document = z.strictObject(
  {
    sha256: z
      .string({ error: "its sha256 is missing" })
      .regex(/^[0-9a-f]{64}$/, { error: "its sha256 is not 64 hexadecimal digits" }),
    path: z.string({ error: "its path is not a text" }).min(1, { error: "its path is empty" }).optional(),
  },
  {
    error: (issue) => (issue.code === "unrecognized_keys" ? OTHER_KEYS : "not a document"),
  },
);

/** The form in which a document is compared: its hash in small letters. */
export function normaliseDocument(value: Value): Value {
  if (typeof value !== "object" || value === null || !("sha256" in value) || typeof value.sha256 !== "string")
    return value;
  return { ...value, sha256: value.sha256.toLowerCase() };
}

/**
 * Reads a known value as a document, or says in a clause why it is none.
 * @param forms what to give instead
 */
export function parseDocument(
  value: Value,
  forms = FORMS,
): { readonly document: Document } | { readonly reason: string } {
  if (typeof value === "object" && value !== null && isUnsupportedAsset(value)) {
    return { reason: `${value.unsupported} cannot be filed: ${forms}` };
  }
  const parsed = document.safeParse(value);
  if (!parsed.success) return { reason: `${explain(parsed.error)}: ${forms}` };
  const { sha256, path } = parsed.data;
  return { document: path === undefined ? { sha256 } : { sha256, path } };
}

/** A key that is mistyped says more than the absence of the key that was meant. */
function explain({ issues }: z.ZodError): string {
  const message = issues[0]?.message ?? "not a document";
  const strange = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []));
  const [meant] = strange.flatMap((key) => nearestName(key, ["sha256", "path"]) ?? []);
  return meant === undefined ? message : `${OTHER_KEYS} (did you mean ${meant}?)`;
}

const reference = z.strictObject({ fileId: z.string().regex(/^[\w-]{1,64}$/) });

/** A document that the vendor holds already, by the vendor's own id; null for any other value. */
export function fileIdOf(value: Value): string | null {
  return reference.safeParse(value).data?.fileId ?? null;
}
