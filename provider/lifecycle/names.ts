import type { Desired } from "./desired";
import type { Entry } from "./ledger";
import type { SignatureStatus } from "./statuses";
import type { SignatureId, VendorRules } from "./vendor";

/** 【text】 (id): how a submission is named in every line. The id is the one that people are shown, or none is there. */
export function nameOf(entry: Pick<Entry, "id" | "text" | "details">, rules: Pick<VendorRules, "shownId">): string {
  const id = shownIdOf(entry, rules);
  if (entry.text === "") return String(id ?? entry.id ?? "an earlier filing");
  return id === null ? `【${entry.text}】` : `【${entry.text}】 (${id})`;
}

/** The id under which people are shown a submission; null while it is not known. */
function shownIdOf(
  { id, details }: Pick<Entry, "id" | "details">,
  { shownId }: Pick<VendorRules, "shownId">,
): SignatureId | null {
  if (shownId === null) return id;
  const shown = details?.[shownId];
  return typeof shown === "string" ? shown : null;
}

export function desiredName(desired: Desired): string {
  return desired.text === null ? "the signature, whose text is not known yet," : `【${desired.text}】`;
}

const STATUS_WORDS: { readonly [status in SignatureStatus]: string } = {
  pending: "under review",
  approved: "approved",
  rejected: "rejected",
  inactive: "lapsed",
  unknown: "of a status that is not known",
};

/** How a submission stands, in the words of a sentence. */
export function statusInWords(status: SignatureStatus): string {
  return STATUS_WORDS[status];
}

/** What goes with a deleted signature, as the end of a clause; empty where nothing does. */
export function takenAlong(entry: Entry, { deletionTakesAlong }: VendorRules): string {
  return deletionTakesAlong !== null && hasBeenApproved(entry) ? `, and with it ${deletionTakesAlong}` : "";
}

/** The entry is approved, or was before it lapsed, is on its way back, or got a status that nobody knows. */
function hasBeenApproved({ status, promotedAt }: Entry): boolean {
  return status === "approved" || (promotedAt !== undefined && status !== "rejected");
}

/** 86400000 → "24h". */
export function durationOf(milliseconds: number): string {
  const units = [
    [24 * 60 * 60 * 1000, "d"],
    [60 * 60 * 1000, "h"],
    [60 * 1000, "m"],
    [1000, "s"],
  ] as const;
  const unit = units.find(
    ([size]) => milliseconds >= (size === units[0][0] ? 3 * size : size) && milliseconds % size === 0,
  );
  return unit === undefined ? `${milliseconds}ms` : `${milliseconds / unit[0]}${unit[1]}`;
}
