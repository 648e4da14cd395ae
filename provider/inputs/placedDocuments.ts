import { parseDocument } from "../documents/document";
import { COMMON_FORMATS, type ImageFormat } from "../documents/image";
import { hasUnknown } from "../values";
import type { Document, Value, Values } from "../values";
import type { Field } from "./fields";
import { isAbsent, normaliseField } from "./normalForm";

/** A well-formed document that is to be filed, with what the vendor calls it. */
export interface PlacedDocument {
  readonly input: string;
  readonly wireName: string;
  readonly document: Document;
  /** Those that the vendor takes in its place. */
  readonly formats: readonly ImageFormat[];
}

/** The documents of a field that are given, known and well formed. */
export function documentsOf<Settings>(field: Field<Settings>, inputs: Values): PlacedDocument[] {
  if (field.kind === "scalar") return [];
  const value = normaliseField(field, inputs[field.name]);
  const formats = (field.kind === "document" ? field.formats : undefined) ?? COMMON_FORMATS;
  const wireNames = field.kind === "document" ? [field.wireName] : field.wireNames;
  const values: readonly Value[] = field.kind === "documents" && Array.isArray(value) ? value : [value];
  return wireNames.flatMap((wireName, place) => {
    const each = values[place];
    if (isAbsent(each) || hasUnknown(each)) return [];
    const parsed = parseDocument(each);
    return "document" in parsed ? [{ input: field.name, wireName, document: parsed.document, formats }] : [];
  });
}
