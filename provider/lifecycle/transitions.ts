import type { Digests } from "./digest";
import type { Entry, Ledger } from "./ledger";
import type { Observation, SignatureId } from "./vendor";
import type { Desired } from "./desired";

/*
 * The ledger after each step: how `reconcile` books what it did, and how `simulatePlan` expects it. A ledger is never
 * changed in place.
 */

/** The entry that a filing of the desired content makes. */
function filing(desired: Desired, id: SignatureId | null, sentAt: string, details: Entry["details"]): Entry {
  return {
    id,
    digests: desired.digests,
    text: desired.text ?? "",
    status: "pending",
    vendorStatus: null,
    resubmit: desired.resubmit,
    sentAt,
    ...(details === undefined ? {} : { details }),
  };
}

export function submitted(
  ledger: Ledger,
  desired: Desired,
  id: SignatureId | null,
  sentAt: string,
  details?: Entry["details"],
): Ledger {
  return { ...ledger, candidate: filing(desired, id, sentAt, details) };
}

export function modified(ledger: Ledger, desired: Desired, sentAt: string): Ledger {
  const { candidate } = ledger;
  return candidate === null
    ? ledger
    : { ...ledger, candidate: filing(desired, candidate.id, sentAt, candidate.details) };
}

/** A submission whose answer was lost; an earlier loss that is still open keeps its place. */
export function submissionLost(ledger: Ledger, desired: Desired, sentAt: string): Ledger {
  if (ledger.candidate?.unconfirmed) return ledger;
  const entry = filing(desired, null, sentAt, undefined);
  return { ...ledger, candidate: { ...entry, status: "unknown", unconfirmed: contentOf(desired, sentAt) } };
}

/** A modification whose answer was lost: what was rejected and what was sent are both kept. */
export function modificationLost(ledger: Ledger, desired: Desired, sentAt: string): Ledger {
  if (ledger.candidate === null) return ledger;
  return { ...ledger, candidate: { ...ledger.candidate, unconfirmed: contentOf(desired, sentAt) } };
}

function contentOf(desired: Desired, sentAt: string): NonNullable<Entry["unconfirmed"]> {
  return { digests: desired.digests, text: desired.text ?? "", sentAt, resubmit: desired.resubmit };
}

/** The vendor has some review open, so sending the lost submission again can no longer settle it. */
export function blocked(ledger: Ledger): Ledger {
  const candidate = ledger.candidate;
  if (!candidate?.unconfirmed) return ledger;
  return { ...ledger, candidate: { ...candidate, unconfirmed: { ...candidate.unconfirmed, blocked: true } } };
}

/** The lost submission was found at the vendor. */
export function found(ledger: Ledger, id: SignatureId): Ledger {
  const candidate = ledger.candidate;
  if (!candidate?.unconfirmed) return ledger;
  const { unconfirmed: _, ...entry } = candidate;
  return { ...ledger, candidate: { ...entry, id, status: "pending" } };
}

/** The lost submission never arrived, or a person says so. */
export function forgotten(ledger: Ledger): Ledger {
  return { ...ledger, candidate: null };
}

/**
 * An existing submission becomes ours. What is declared is taken as what was filed, where all that the vendor tells of
 * the submission agrees with it.
 */
export function adopted(ledger: Ledger, desired: Desired, id: SignatureId, seen: Observation, agrees: boolean): Ledger {
  const { text, status, vendorStatus, fields = {}, details } = seen;
  const entry: Entry = {
    ...filing(desired, id, "", details),
    text,
    status,
    vendorStatus,
    digests: agrees ? desired.digests : fields,
    sentAt: null,
    ...(agrees ? { assumed: true } : {}),
  };
  return { ...ledger, candidate: entry };
}

/**
 * An existing submission becomes ours, as far as the vendor tells of it.
 * @param told the digests of what the vendor tells
 */
export function imported(told: Digests, id: SignatureId, { text, status, vendorStatus }: Observation): Ledger {
  const entry = { id, digests: told, text, status, vendorStatus, resubmit: null, sentAt: null, partial: true };
  return { serving: null, candidate: entry, superseded: [] };
}

/**
 * What was filed in another wire format, or is not told by the vendor, counts as what is declared now, since all that can
 * be compared is the same.
 */
export function acceptedAsFiled(ledger: Ledger, entry: Entry, desired: Desired): Ledger {
  const { partial, ...whole } = entry;
  const resubmit = partial ? desired.resubmit : entry.resubmit;
  const accepted: Entry = { ...whole, digests: desired.digests, resubmit, assumed: true };
  const accept = (each: Entry | null) => (each === entry ? accepted : each);
  return { ...ledger, serving: accept(ledger.serving), candidate: accept(ledger.candidate) };
}

export function removed(ledger: Ledger, id: SignatureId): Ledger {
  const keep = (entry: Entry | null) => (entry?.id === id ? null : entry);
  return {
    ...ledger,
    serving: keep(ledger.serving),
    candidate: keep(ledger.candidate),
    superseded: ledger.superseded.filter((entry) => entry.id !== id),
  };
}

/** It stays at the vendor although nothing wants it, and asks for nothing more. */
export function left(ledger: Ledger, id: SignatureId, because: NonNullable<Entry["leftBecause"]>): Ledger {
  const candidate = ledger.candidate?.id === id ? ledger.candidate : null;
  return {
    ...ledger,
    candidate: candidate === null ? ledger.candidate : null,
    superseded: [
      ...ledger.superseded.map((entry) => (entry.id === id ? { ...entry, leftBecause: because } : entry)),
      ...(candidate === null ? [] : [{ ...candidate, leftBecause: because }]),
    ],
  };
}

/** The candidate makes way without being the successor of anything. */
export function candidateSuperseded(ledger: Ledger): Ledger {
  if (ledger.candidate === null) return ledger;
  return { ...ledger, candidate: null, superseded: [...ledger.superseded, ledger.candidate] };
}

/** `entry`, wherever it stands, becomes the serving one as of now; the former serving one is superseded. */
export function promoted(ledger: Ledger, entry: Entry, now: string): Ledger {
  const { leftBecause: _left, publishedAt: _announced, ...promotedEntry } = entry;
  const others = ledger.superseded.filter((each) => each !== entry);
  return {
    ...ledger,
    serving: { ...promotedEntry, promotedAt: now },
    candidate: ledger.candidate === entry ? null : ledger.candidate,
    superseded: ledger.serving === null ? others : [...others, ledger.serving],
  };
}

export function published(ledger: Ledger, now: string): Ledger {
  return ledger.serving === null ? ledger : { ...ledger, serving: { ...ledger.serving, publishedAt: now } };
}

/** As it is expected after a call that brings a lapsed one back. */
export function activated(ledger: Ledger, id: SignatureId): Ledger {
  const activate = (entry: Entry | null) =>
    entry?.id === id ? { ...entry, status: "pending" as const, vendorStatus: null } : entry;
  return { ...ledger, serving: activate(ledger.serving), candidate: activate(ledger.candidate) };
}
