import { normaliseDocument } from "../documents/document";
import { hasUnknown } from "../values";
import type { Value, Values } from "../values";
import type { Field } from "./fields";

/** Whether a field was not given: an empty text or list is nothing that could be filed. */
export function isAbsent(value: Value): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** A field's value in its normal form. */
export function normaliseField<Settings>(field: Field<Settings>, value: Value): Value {
  if (isAbsent(value) || hasUnknown(value)) return value;
  if (field.kind === "scalar") return field.normalise?.(value) ?? value;
  return Array.isArray(value) ? value.map(normaliseDocument) : normaliseDocument(value);
}

/** A digit as a number: a program may have it from its config, where every value is a text. */
export function numberOf(value: Value): Value {
  return typeof value === "string" && /^\d$/.test(value) ? Number(value) : value;
}

/** Every input in its normal form; what is not a field of the table is passed on. */
export function normalise<Settings>(fields: readonly Field<Settings>[], inputs: Values): Values {
  const given = Object.entries(inputs).filter(([, value]) => value !== undefined);
  const byName = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    given.map(([name, value]) => {
      const field = byName.get(name);
      return [name, field === undefined ? value : normaliseField(field, value)];
    }),
  );
}
