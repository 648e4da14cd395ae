import { digestOf } from "../lifecycle/digest";
import type { Digests } from "../lifecycle/digest";
import { hasUnknown, UNKNOWN } from "../values";
import type { Value, Values } from "../values";
import type { Field } from "./fields";
import { isAbsent, normaliseField } from "./normalForm";

/** The digest of each field that is given. Behaviour is none of the table's fields and so no content. */
export function digestsOf<Settings>(fields: readonly Field<Settings>[], inputs: Values): Digests {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const digest = digestOfField(field, inputs[field.name]);
      return digest === null ? [] : [[field.name, digest]];
    }),
  );
}

/** Null for a field that is not given. */
export function digestOfField<Settings>(field: Field<Settings>, value: Value): string | null {
  if (isAbsent(value)) return null;
  if (hasUnknown(value)) return digestOf(UNKNOWN);
  const normal = normaliseField(field, value);
  // A list of documents counts by their hashes, or a moved file would be a change.
  return digestOf(field.kind === "documents" && Array.isArray(normal) ? normal.map((each) => digestOf(each)) : normal);
}
