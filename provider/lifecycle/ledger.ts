import { z } from "zod";
import { isDeepStrictEqual } from "node:util";
import type { Value } from "../values";
import type { Digests } from "./digest";
import { SIGNATURE_STATUSES } from "./statuses";
import type { SignatureStatus } from "./statuses";
import type { HeldFiles, Observation, SignatureId } from "./vendor";

/** One submission that this resource made or took over. */
export interface Entry {
  /** Null only while the answer to its filing is lost. */
  readonly id: SignatureId | null;
  /** What was filed, per field. */
  readonly digests: Digests;
  /** The text as last seen at the vendor, which may have been changed there. */
  readonly text: string;
  readonly status: SignatureStatus;
  readonly vendorStatus: string | null;
  /** The program's `resubmit` when it was filed. */
  readonly resubmit: string | null;
  /** When the request that filed it was sent, ISO 8601; null for one that was taken over. */
  readonly sentAt: string | null;
  /** Since when it is the one that may be sent with, ISO 8601. */
  readonly promotedAt?: string | undefined;
  /** When an update published it as such, ISO 8601: the grace of the superseded ones counts from here. */
  readonly publishedAt?: string | undefined;
  /** A filing whose answer was lost: what it held. */
  readonly unconfirmed?: Unconfirmed | undefined;
  /** Taken over: what the program declared was assumed to be what had been filed. */
  readonly assumed?: boolean | undefined;
  /** Imported: only what the vendor tells of it is known, and what is declared beside that counts as what was filed. */
  readonly partial?: boolean | undefined;
  /** Why it stays at the vendor although nothing declares it; nothing more is asked of it. */
  readonly leftBecause?: "default" | "refused" | undefined;
  readonly isDefault?: boolean | undefined;
  readonly inUse?: boolean | undefined;
  readonly rejectionReason?: string | undefined;
  readonly details?: Details | undefined;
}

export interface Unconfirmed {
  readonly digests: Digests;
  readonly text: string;
  readonly sentAt: string;
  readonly resubmit: string | null;
  /** The vendor said that some review is open, so sending again can settle nothing. */
  readonly blocked?: boolean | undefined;
}

type Details = NonNullable<Observation["details"]>;
export type FiledEntry = Entry & { readonly id: SignatureId };

/** Everything that this resource has at the vendor. Kept in the state as the secret output `__ledger`. */
export interface Ledger {
  /** The one that may be sent with now. */
  readonly serving: Entry | null;
  /** The one that is on its way to serve. */
  readonly candidate: Entry | null;
  /** Former serving ones, oldest first. */
  readonly superseded: readonly Entry[];
  /** The vendor's ids of documents that it keeps, by the document's digest: none is sent a second time. */
  readonly files?: HeldFiles | undefined;
}

export const EMPTY_LEDGER: Ledger = { serving: null, candidate: null, superseded: [] };

/** What the resource declares, as the state has it beside the ledger. */
export interface Declared {
  readonly text: string | null;
  readonly digests: Digests;
}

/** The newest form. A form that adds a meaning is a new one, so that no earlier program misreads it. */
const VERSION = 2;

const savedDigests = z.record(z.string(), z.string());
const timestamp = z.iso.datetime();

/** An entry as the state holds it. docs/lifecycle.md lists the keys. What is null, empty or false is left out. */
const savedEntry = z
  .object({
    id: z.union([z.number().int().positive(), z.string().min(1)]).optional(),
    /** Since version 2: 1 where what was filed is what the resource declares, and then `text` only where it is another. */
    d: z.union([savedDigests, z.literal(1)]).optional(),
    text: z.string().optional(),
    is: z.enum(SIGNATURE_STATUSES),
    own: z.string().optional(),
    re: z.string().optional(),
    at: timestamp.optional(),
    since: timestamp.optional(),
    told: timestamp.optional(),
    lost: z
      .object({
        d: savedDigests.optional(),
        text: z.string().optional(),
        at: timestamp,
        re: z.string().optional(),
        blocked: z.literal(1).optional(),
      })
      .optional(),
    assumed: z.literal(1).optional(),
    part: z.literal(1).optional(),
    left: z.enum(["default", "refused"]).optional(),
    def: z.boolean().optional(),
    use: z.boolean().optional(),
    why: z.string().optional(),
    x: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .refine(({ d, text }) => d === 1 || text !== undefined, { path: ["text"] });

const savedLedger = z.object({
  v: z.literal([1, VERSION]),
  serving: savedEntry.optional(),
  candidate: savedEntry.optional(),
  superseded: z.array(savedEntry).optional(),
  files: z.record(z.string(), z.string()).optional(),
});

const savedVersion = z.object({ v: z.number() });

type SavedEntry = z.infer<typeof savedEntry>;

/**
 * The ledger as the state holds it.
 * @param declared what the outputs hold beside it, which the ledger does not repeat
 */
export function savedFrom({ serving, candidate, superseded, files = {} }: Ledger, declared: Declared): Value {
  const from = (entry: Entry): Value => entryFrom(entry, declared);
  return withoutEmpty({
    v: VERSION,
    serving: serving && from(serving),
    candidate: candidate && from(candidate),
    superseded: superseded.map(from),
    files,
  });
}

function entryFrom(entry: Entry, declared: Declared): Value {
  const { unconfirmed: lost, details = {} } = entry;
  const asDeclared = isDeepStrictEqual(entry.digests, declared.digests);
  return {
    ...withoutEmpty({
      id: entry.id,
      d: asDeclared ? 1 : entry.digests,
      is: entry.status,
      own: entry.vendorStatus,
      at: entry.sentAt,
      since: entry.promotedAt,
      told: entry.publishedAt,
      assumed: entry.assumed ? 1 : null,
      part: entry.partial ? 1 : null,
      left: entry.leftBecause,
      def: entry.isDefault,
      use: entry.inUse,
      why: entry.rejectionReason,
      x: withoutEmpty(details),
      lost: lost && {
        ...withoutEmpty({ at: lost.sentAt, blocked: lost.blocked ? 1 : null }),
        ...(isDeepStrictEqual(lost.digests, entry.digests) ? {} : { d: lost.digests }),
        ...(lost.text === entry.text ? {} : { text: lost.text }),
        ...(lost.resubmit === null ? {} : { re: lost.resubmit }),
      },
    }),
    ...(asDeclared && entry.text === declared.text ? {} : { text: entry.text }),
    ...(entry.resubmit === null ? {} : { re: entry.resubmit }),
  };
}

/**
 * Reads a ledger from a state; throws where it is damaged or of a later version than this program knows.
 * @param declared what the same state holds beside it
 */
export function parseLedger(value: unknown, declared: Declared): Ledger {
  const version = savedVersion.safeParse(value).data?.v ?? 0;
  if (version > VERSION) {
    throw new Error(
      `The state holds a ledger of version ${version}, written by a newer pulumi-sms; this one reads versions up to ${VERSION}. Install the newer pulumi-sms again.`,
    );
  }
  const parsed = savedLedger.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join(".") || "(whole)").join(", ");
    throw new Error(
      `The ledger in the state is damaged at ${where}. Restore an earlier state (pulumi stack export --version N, pulumi stack import).`,
    );
  }
  const { serving, candidate, superseded = [], files } = parsed.data;
  const of = (entry: SavedEntry): Entry => entryOf(entry, declared);
  return {
    serving: serving ? of(serving) : null,
    candidate: candidate ? of(candidate) : null,
    superseded: superseded.map(of),
    ...(files === undefined ? {} : { files }),
  };
}

function entryOf(saved: SavedEntry, declared: Declared): Entry {
  const digests = saved.d === 1 ? declared.digests : (saved.d ?? {});
  const text = saved.text ?? declared.text ?? "";
  const { lost } = saved;
  const present: Partial<Entry> = given({
    promotedAt: saved.since,
    publishedAt: saved.told,
    assumed: saved.assumed && true,
    partial: saved.part && true,
    leftBecause: saved.left,
    isDefault: saved.def,
    inUse: saved.use,
    rejectionReason: saved.why,
    details: saved.x,
    unconfirmed:
      lost &&
      given<Unconfirmed>({
        digests: lost.d ?? digests,
        text: lost.text ?? text,
        sentAt: lost.at,
        resubmit: lost.re ?? null,
        blocked: lost.blocked && true,
      }),
  });
  return {
    id: saved.id ?? null,
    digests,
    text,
    status: saved.is,
    vendorStatus: saved.own ?? null,
    resubmit: saved.re ?? null,
    sentAt: saved.at ?? null,
    ...present,
  };
}

/** Without what is not there. */
function given<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

function withoutEmpty(values: { readonly [name: string]: Value }): { readonly [name: string]: Value } {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== null && value !== undefined && !(typeof value === "object" && Object.keys(value).length === 0),
    ),
  );
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
