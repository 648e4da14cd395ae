import type { ErrorTable } from "../errors";
import { revision201803 } from "./2018-03";
import { revision201811 } from "./2018-11";
import { revision202604 } from "./2026-04";
import type { RevisionName } from "./names";
import type { Revision } from "./revision";

export const revisions: Readonly<Record<RevisionName, Revision>> = {
  "2026-04": revision202604,
  "2018-11": revision201811,
  "2018-03": revision201803,
};

/** The codes of every revision, as the given one words them. */
export function allErrors(revision: RevisionName): ErrorTable {
  const inOrder = [...Object.values(revisions), revisions[revision]];
  return Object.fromEntries(inOrder.flatMap(({ errors }) => Object.entries(errors)));
}
