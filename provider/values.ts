/** Stands for a value that a preview cannot know yet. */
export const UNKNOWN: unique symbol = Symbol("unknown until the program's other resources are made");
export type Unknown = typeof UNKNOWN;

/**
 * A document by its content. `path` says where the bytes can be read; it is only a hint, since documents are
 * compared by hash alone and a state may hold a path of another machine.
 */
export interface Document {
  readonly sha256: string;
  readonly path?: string;
}

/** An asset that cannot be filed: `unsupported` is its name in the program, `StringAsset` for one. */
export interface UnsupportedAsset {
  readonly unsupported: string;
}

/** What a program can declare, free of the wire on which it came. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | Unknown
  | Document
  | UnsupportedAsset
  | readonly Value[]
  | { readonly [key: string]: Value };

export type Values = { readonly [name: string]: Value };

export function isUnsupportedAsset(value: Value): value is UnsupportedAsset {
  return typeof value === "object" && value !== null && "unsupported" in value;
}

/** Whether a value is a list; unlike `Array.isArray` it says of what. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A text, a number or a boolean as a text; empty where none is given. */
export function textOf(value: Value): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
}

/** True where any part of the value is not known yet. */
export function hasUnknown(value: Value): boolean {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasUnknown);
}

/** Whether an input was not given: an empty text or list is nothing that could be filed. */
export function isAbsent(value: Value): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
