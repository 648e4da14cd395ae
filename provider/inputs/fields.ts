import type { z } from "zod";
import type { Input, Inputs } from "../../properties";
import { normaliseDocument } from "../documents/document";
import { digestOf } from "../lifecycle/digest";
import type { Digests } from "../lifecycle/digest";
import { UNKNOWN, hasUnknown, isAbsent, isList } from "../values";
import type { Value, Values } from "../values";
import { normaliserOf, ruleOf } from "./rules";

/** An input with all that check, preview, filing and the state need to know of it. */
export interface Field<Settings> {
  /** The input's name in programs. */
  readonly name: string;
  /** Its row in the property table. */
  readonly input: Input;
  /** What the vendor calls it; one name for each document of a list. */
  readonly wireNames: readonly string[];
  /** What its normal form must be. */
  readonly rule: (settings: Settings) => z.ZodType;
  /** Gives the form that is compared and filed, where several mean the same. */
  readonly normalise: (value: Value) => Value;
}

/** What a vendor's folder says of an input, where the property table does not say it all. */
export interface FieldRules<Settings> {
  /** Absent where it is the input's own name. */
  readonly wireNames?: readonly string[];
  readonly rule?: (settings: Settings) => z.ZodType;
  readonly normalise?: (value: Value) => Value;
}

/** Rules by the name of the input. */
export type Rules<Name extends string, Settings> = { readonly [name in Name]?: FieldRules<Settings> };

/** The fields of a property table, in its order, which is the order in which they are sent. */
export function fieldsOf<Settings>(inputs: Inputs, rules: Rules<string, Settings>): readonly Field<Settings>[] {
  return Object.entries(inputs).map(([name, input]) => {
    const byType = ruleOf(input);
    const { wireNames = [name], rule = () => byType, normalise = normaliserOf(input) } = rules[name] ?? {};
    const most = input.type.kind === "documents" ? input.type.most : 1;
    return { name, input, wireNames: wireNames.slice(0, most), rule, normalise };
  });
}

export function isDocument({ input }: Field<never>): boolean {
  return input.type.kind === "document" || input.type.kind === "documents";
}

/** A field's value in its normal form. */
export function normaliseField(field: Field<never>, value: Value): Value {
  if (isAbsent(value) || hasUnknown(value)) return value;
  if (!isDocument(field)) return field.normalise(value) ?? value;
  return Array.isArray(value) ? value.map(normaliseDocument) : normaliseDocument(value);
}

/** Every input in its normal form; what is not a field of the table is passed on. */
export function normaliseInputs(fields: readonly Field<never>[], inputs: Values): Values {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(inputs)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const field = byName.get(name);
        return [name, field === undefined ? value : normaliseField(field, value)];
      }),
  );
}

/** The digest of each field that is given. */
export function digestsOf(fields: readonly Field<never>[], inputs: Values): Digests {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const digest = digestOfField(field, inputs[field.name]);
      return digest === null ? [] : [[field.name, digest]];
    }),
  );
}

/** Null for a field that is not given. */
export function digestOfField(field: Field<never>, value: Value): string | null {
  if (isAbsent(value)) return null;
  if (hasUnknown(value)) return digestOf(UNKNOWN);
  const normal = normaliseField(field, value);
  // A list of documents counts by their hashes, or a moved file would be a change.
  return digestOf(
    field.input.type.kind === "documents" && isList(normal) ? normal.map((each) => digestOf(each)) : normal,
  );
}
