/** The published states of the vendor's API, the newest first. */
export const revisionNames = ["2026-04", "2018-11", "2018-03"] as const;

export type RevisionName = (typeof revisionNames)[number];
