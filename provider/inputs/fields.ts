import type { z } from "zod";
import type { ImageFormat } from "../documents/image";
import type { Value } from "../values";

/**
 * One input that is filed, as data: everything that check, preview, filing and the state need to know of it. The
 * order of a table's fields is the order in which they are sent.
 */
export type Field<Settings> = ScalarField<Settings> | DocumentField | DocumentListField;

interface AnyField {
  /** The input's name in programs. */
  readonly name: string;
  /** What to give, for the fault that it is missing: `the legal representative's name`. */
  readonly what: string;
  /** Always, or where another field has one of some values; absent for an optional one. */
  readonly required?: true | Condition;
  /** Never shown, and encrypted in the state whatever the program does. */
  readonly secret?: true;
  /** It helps the reviewers alone, so a change of it does not file an approved signature again by itself. */
  readonly reviewersOnly?: true;
}

/** A text, number or choice. */
export interface ScalarField<Settings> extends AnyField {
  readonly kind: "scalar";
  readonly wireName: string;
  /**
   * Judges the normal form. An issue with `params: { warning: true }` stops nothing, and a message never holds a
   * value that could be private.
   */
  readonly rule: (settings: Settings) => z.ZodType;
  /** The form that is compared and filed, where several mean the same. */
  readonly normalise?: (value: Value) => Value;
}

export interface DocumentField extends AnyField {
  readonly kind: "document";
  readonly wireName: string;
  /** Absent where it is what every vendor takes. */
  readonly formats?: readonly ImageFormat[];
  /** The vendor keeps documents, and one that it holds already can be given by its id, as `{ fileId }`. */
  readonly byId?: true;
}

/** Several documents under one name, in the program's order. */
export interface DocumentListField extends AnyField {
  readonly kind: "documents";
  /** One for each; there can be no more documents than names. */
  readonly wireNames: readonly string[];
}

export interface Condition {
  readonly field: string;
  readonly values: readonly Value[];
  /** The condition in words: `for type 1, a company's name`. */
  readonly words: string;
}

export function namesOf(fields: readonly Field<never>[]): readonly string[] {
  return fields.map((field) => field.name);
}

export function secretsOf(fields: readonly Field<never>[]): readonly string[] {
  return namesOf(fields.filter((field) => field.secret));
}

export function reviewersOnlyOf(fields: readonly Field<never>[]): readonly string[] {
  return namesOf(fields.filter((field) => field.reviewersOnly));
}
