import { z } from "zod";

const id = z.union([z.number().int().positive(), z.string().min(1)]);

/** What was filed, sealed: nothing of it can be read or guessed without the folder's key. */
const seal = z.object({
  /** Tells the key from others; null where there was none, and then nothing is sealed. */
  key: z.string().nullable(),
  /** HMAC-SHA256 of each field's digest. */
  digests: z.record(z.string(), z.string()),
  /** HMAC-SHA256 of the program's `resubmit`, where it has one. */
  resubmit: z.string().nullable(),
});

/** One filing that may not be in any state yet. */
const record = z.object({
  /** The fingerprint of the account that it was sent to. */
  account: z.string(),
  /** Pulumi's id of the resource; null while it is being created and has none. */
  resource: z.string().nullable(),
  operation: z.enum(["submit", "modify"]),
  /** The submission that was to be modified. */
  target: id.nullable(),
  seal,
  /** When it was sent, which is what the ledger's entry carries too. */
  sentAt: z.iso.datetime(),
  /** The run that sent it, where that can be told. */
  run: z.string().optional(),
  /** The id that came back; null while there was no answer. */
  id: id.nullable(),
});

export type Seal = Readonly<z.infer<typeof seal>>;
export type FilingRecord = Readonly<z.infer<typeof record>>;

export const recordFile = z.object({
  v: z.literal(1),
  subject: z.object({
    backend: z.string().nullable(),
    organization: z.string().optional(),
    project: z.string(),
    stack: z.string(),
    parent: z.string().optional(),
    type: z.string(),
    name: z.string(),
  }),
  records: z.array(record),
});

export type RecordFile = z.infer<typeof recordFile>;

/** Uploaded documents: the vendor's id by the HMAC-SHA256 of account and content. */
export const recordedUploads = z.record(z.string(), z.string());

export type RecordedUploads = Readonly<z.infer<typeof recordedUploads>>;
