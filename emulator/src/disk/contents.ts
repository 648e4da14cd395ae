import { z } from "zod";
import { image, type Signature } from "../signatures/signature";

const bytes = z.base64().transform((text) => Buffer.from(text, "base64"));

const signature = z.object({
  id: z.union([z.int(), z.string()]),
  account: z.string(),
  text: z.string(),
  fields: z.record(z.string(), z.string()),
  // Version 1 had each document's bytes where it is named.
  images: z.array(
    z.object({ field: z.string(), fileName: z.string(), sha256: z.string().optional(), content: bytes.optional() }),
  ),
  vendorStatus: z.union([z.number(), z.string()]),
  isDefault: z.boolean(),
  inUse: z.boolean(),
  submittedAt: z.number(),
  history: z.array(
    z
      .object({ at: z.string(), event: z.string(), reason: z.string().optional() })
      .transform(({ reason, ...entry }) => ({
        ...entry,
        ...(reason === undefined ? {} : { reason }),
      })),
  ),
});

const contents = z.object({
  version: z.union([z.literal(1), z.literal(2)]),
  /** Milliseconds that the clock was advanced by. */
  clock: z.number(),
  vendors: z.record(
    z.string(),
    z.object({ made: z.int(), signatures: z.array(signature), kept: z.unknown().optional() }),
  ),
  /** The bytes of each document, by their hash: signatures of one company have the same. */
  documents: z.record(z.string(), bytes).default({}),
});

/** A vendor as the file holds it. */
interface VendorContents {
  made: number;
  signatures: Signature[];
  /** What it has beside its signatures. */
  kept?: unknown;
}

export interface Contents {
  /** Milliseconds that the clock was advanced by. */
  clock: number;
  vendors: Record<string, VendorContents>;
}

/** Throws for a text that is not such a file's. */
export function readContents(text: string): Contents {
  const { clock, vendors, documents } = contents.parse(JSON.parse(text));
  const whole = ({ images, ...rest }: z.output<typeof signature>): Signature => ({
    ...rest,
    images: images.map(({ field, fileName, sha256 = "", content = documents[sha256] }) => {
      if (!content) throw new Error("a document is missing");
      return image(field, fileName, content);
    }),
  });
  const entries = Object.entries(vendors).map(
    ([name, { signatures, ...rest }]) => [name, { ...rest, signatures: signatures.map(whole) }] as const,
  );
  return { clock, vendors: Object.fromEntries(entries) };
}

export function writeContents({ clock, vendors }: Contents): string {
  const documents: Record<string, string> = {};
  const plain = (one: Signature) => ({
    ...one,
    images: one.images.map(({ field, fileName, sha256, content }) => {
      documents[sha256] ??= content.toString("base64");
      return { field, fileName, sha256 };
    }),
  });
  const entries = Object.entries(vendors).map(
    ([name, { made, signatures, kept }]) => [name, { made, signatures: signatures.map(plain), kept }] as const,
  );
  return JSON.stringify({ version: 2, clock, vendors: Object.fromEntries(entries), documents });
}
