import type { Values } from "../../values";
import { revision201803 } from "./2018-03";
import { revision201811 } from "./2018-11";
import { revision202604 } from "./2026-04";
import type { Revision } from "./revision";

export type { Codes, JPushField, Revision } from "./revision";

/** Every revision that this version speaks, by its name in programs. */
export const REVISIONS = {
  "2026-04": revision202604,
  "2018-11": revision201811,
  "2018-03": revision201803,
} as const satisfies { readonly [name: string]: Revision };

export type RevisionName = keyof typeof REVISIONS;

const DEFAULT_REVISION: RevisionName = "2026-04";
export const REVISION_NAMES: readonly string[] = Object.keys(REVISIONS);

/** The name of the revision that the inputs choose; the default's where they choose none that is known. */
export function revisionNameOf(inputs: Values): RevisionName {
  const name = inputs["apiRevision"];
  return isRevisionName(name) ? name : DEFAULT_REVISION;
}

export function revisionOf(inputs: Values): Revision {
  return REVISIONS[revisionNameOf(inputs)];
}

export function isRevisionName(name: unknown): name is RevisionName {
  return typeof name === "string" && Object.hasOwn(REVISIONS, name);
}
