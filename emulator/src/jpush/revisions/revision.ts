import type { Signature } from "../../signatures/signature";
import type { ErrorTable } from "../errors";
import type { TextRule } from "../rules";

export interface TextField {
  kind: "text";
  rule: TextRule;
  required?: boolean;
}

export interface ImageField {
  kind: "image";
  /** Or the types that need it. */
  required?: boolean | readonly number[];
}

/** One published state of the vendor's API, as data. */
export interface Revision {
  name: string;
  /** By wire name. */
  fields: Readonly<Record<string, TextField | ImageField>>;
  types: readonly number[];
  /** Taken before, refused now. */
  withdrawnTypes: readonly number[];
  errors: ErrorTable;
  /** Which signature 50105 protects. */
  undeletable: "default" | "in use";
  /** The body of a query's answer. */
  answer: (signature: Signature, choice: { omitNotDefault: boolean }) => Record<string, unknown>;
}
