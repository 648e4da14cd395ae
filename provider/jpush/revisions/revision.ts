import type { Field } from "../../inputs/fields";
import type { CodeRow } from "../../vendors/codes";
import type { CheckSettings } from "../settings";

export type JPushField = Field<CheckSettings>;

/** What each code of the vendor's means. */
export type Codes = ReadonlyMap<number, CodeRow>;

/** One published wire format of JPush's signatures: everything in which it can differ from the others. */
export interface Revision {
  /** In the order in which they are sent. */
  readonly fields: readonly JPushField[];
  /** The codes that it alone has, or words in its own way; the others mean the same in every revision. */
  readonly codes: Codes;
  /** What a query tells beside id, text and status, and under which name. */
  readonly flags: { readonly isDefault?: string; readonly inUse: string };
}
