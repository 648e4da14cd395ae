import { z } from "zod";

const id = z.union([z.number().int().positive(), z.string().min(1)]);

/** What was filed, sealed: nothing of it can be read or guessed without the folder's key. */
const seal = z.object({
  /** Tells the key from others; null where there was none, and then nothing is sealed. */
  key: z.string().nullable(),
  /** HMAC-SHA256 of all digests. */
  content: z.string().nullable(),
  /** HMAC-SHA256 of the program's `resubmit`, where it has one. */
  resubmit: z.string().nullable(),
});

/** One filing that is in no state yet. */
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
  /** The id that came back; null while there was no answer. */
  id: id.nullable(),
});

export type Seal = Readonly<z.infer<typeof seal>>;
export type FilingRecord = Readonly<z.infer<typeof record>>;

/** What stands on the disk for one resource. */
export const resourceFile = z.object({
  v: z.literal(1),
  owner: z.object({
    backend: z.string().nullable(),
    organization: z.string().optional(),
    project: z.string(),
    stack: z.string(),
    parent: z.string().optional(),
    type: z.string(),
    name: z.string(),
  }),
  records: z.array(record),
  /** Uploaded documents that are in no state yet: the vendor's id by the HMAC-SHA256 of account and content. */
  uploads: z.record(z.string(), z.string()),
  /** Signatures that the resource took over in a run that goes on, or that was killed. */
  adopted: z.array(z.object({ account: z.string(), id, at: z.iso.datetime() })).optional(),
});

export type ResourceFile = Readonly<z.infer<typeof resourceFile>>;
