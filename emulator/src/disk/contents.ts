import { z } from "zod";
import { image, type Signature } from "../signatures/signature";

const signature = z.object({
  id: z.union([z.int(), z.string()]),
  account: z.string(),
  text: z.string(),
  fields: z.record(z.string(), z.string()),
  images: z.array(
    z
      .object({ field: z.string(), fileName: z.string(), content: z.base64() })
      .transform(({ field, fileName, content }) => image(field, fileName, Buffer.from(content, "base64"))),
  ),
  vendorStatus: z.union([z.number(), z.string()]),
  isDefault: z.boolean(),
  inUse: z.boolean(),
  submittedAt: z.number(),
  history: z.array(
    z.object({ at: z.string(), event: z.string(), reason: z.string().optional() }).transform(({ reason, ...entry }) => ({
      ...entry,
      ...(reason === undefined ? {} : { reason }),
    })),
  ),
});

const contents = z.object({
  version: z.literal(1),
  /** Milliseconds that the clock was advanced by. */
  clock: z.number(),
  vendors: z.record(z.string(), z.object({ made: z.int(), signatures: z.array(signature), kept: z.unknown().optional() })),
});

export type Contents = z.infer<typeof contents>;

export function readContents(text: string): Contents {
  return contents.parse(JSON.parse(text));
}

export function writeContents({ clock, vendors }: Omit<Contents, "version">): string {
  const plain = (one: Signature) => ({
    ...one,
    images: one.images.map(({ field, fileName, content }) => ({ field, fileName, content: content.toString("base64") })),
  });
  const entries = Object.entries(vendors).map(([name, { made, signatures, kept }]) => [
    name,
    { made, signatures: signatures.map(plain), kept },
  ]);
  return JSON.stringify({ version: 1, clock, vendors: Object.fromEntries(entries) });
}
