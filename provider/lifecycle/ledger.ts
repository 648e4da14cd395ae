import { z } from "zod";
import { SIGNATURE_STATUSES } from "./statuses";
import type { HeldFiles, SignatureId } from "./vendor";

const digests = z.record(z.string(), z.string());
const timestamp = z.iso.datetime();

const entry = z.object({
  /** Null only while the answer to its filing is lost. */
  id: z.union([z.number().int().positive(), z.string().min(1), z.null()]),
  /** What was filed, per field. */
  digests,
  /** The text as last seen at the vendor, which may have been changed there. */
  text: z.string(),
  status: z.enum(SIGNATURE_STATUSES),
  vendorStatus: z.string().nullable(),
  /** The program's `resubmit` when it was filed. */
  resubmit: z.string().nullable(),
  /** When the request that filed it was sent; null for one that was taken over. */
  sentAt: timestamp.nullable(),
  /** Since when it is the one that may be sent with. */
  promotedAt: timestamp.optional(),
  /** When an update published it as such: the grace of the superseded ones counts from here. */
  publishedAt: timestamp.optional(),
  /** A filing whose answer was lost: what it held. */
  unconfirmed: z
    .object({
      digests,
      text: z.string(),
      sentAt: timestamp,
      resubmit: z.string().nullable(),
      /** The vendor said that some review is open, so sending again can settle nothing. */
      blocked: z.boolean().optional(),
    })
    .optional(),
  /** Taken over: what the program declared was assumed to be what had been filed. */
  assumed: z.boolean().optional(),
  /** Why it stays at the vendor although nothing wants it; nothing more is asked of it. */
  leftBecause: z.enum(["default", "refused"]).optional(),
  isDefault: z.boolean().optional(),
  inUse: z.boolean().optional(),
  rejectionReason: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

const ledger = z.object({
  v: z.literal(1),
  serving: entry.nullable(),
  candidate: entry.nullable(),
  superseded: z.array(entry),
  files: z.record(z.string(), z.string()).optional(),
});

/** One submission that this resource made or took over. */
export type Entry = Readonly<z.infer<typeof entry>>;
export type FiledEntry = Entry & { readonly id: SignatureId };

/** Everything that this resource has at the vendor. Kept in the state as the secret output `__ledger`. */
export interface Ledger {
  readonly v: 1;
  /** The one that may be sent with now. */
  readonly serving: Entry | null;
  /** The one that is on its way to serve. */
  readonly candidate: Entry | null;
  /** Former serving ones, oldest first. */
  readonly superseded: readonly Entry[];
  /** The vendor's ids of documents that it keeps, by their hash: none is sent a second time. */
  readonly files?: HeldFiles | undefined;
}

export const EMPTY_LEDGER: Ledger = { v: 1, serving: null, candidate: null, superseded: [] };

/** Reads a ledger from a state; throws where it is damaged or of a later version than this program knows. */
export function parseLedger(value: unknown): Ledger {
  const version = z.object({ v: z.number() }).safeParse(value);
  if (version.success && version.data.v > 1) {
    throw new Error(
      `The state holds a ledger of version ${version.data.v}, written by a newer pulumi-sms; this one reads version 1. Install the newer pulumi-sms again.`,
    );
  }
  const parsed = ledger.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join(".") || "(whole)").join(", ");
    throw new Error(
      `The ledger in the state is damaged at ${where}. Restore an earlier state (pulumi stack export --version N, pulumi stack import).`,
    );
  }
  return parsed.data;
}

/** Every entry: the candidate, the superseded ones oldest first, the serving one. */
export function entriesOf(ledger: Ledger): readonly Entry[] {
  return [ledger.candidate, ...ledger.superseded, ledger.serving].filter((each) => each !== null);
}

export function isFiled(entry: Entry): entry is FiledEntry {
  return entry.id !== null;
}

export function idsOf(ledger: Ledger): readonly SignatureId[] {
  return entriesOf(ledger)
    .filter(isFiled)
    .map((each) => each.id);
}

/** The newest submission: the candidate if there is one. */
export function newestOf(ledger: Ledger): Entry | null {
  return ledger.candidate ?? ledger.serving ?? ledger.superseded.at(-1) ?? null;
}
