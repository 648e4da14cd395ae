/*
 * Made-up documents and numbers: no person's or company's begins so. Each document carries words by which its bytes
 * are found wherever they should not be.
 */

export const APP_KEY = "7d431e42dfa6a6d693ac2d04";
export const MASTER_SECRET = "5e987ac6d2e04d95a9d8f0d1";

export const PERSON = "王样例";
export const ID_NUMBER = "99000119900307001X";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 2];
const WORDS = "SAMPLE DOCUMENT OF NOBODY ";

/** A picture as far as anybody looks at its bytes; `seed` makes it another one. */
export function picture(seed: string, format: "png" | "jpeg" = "png"): Buffer {
  const end = format === "png" ? Buffer.from("IEND") : Buffer.from([0xff, 0xd9]);
  return Buffer.concat([Buffer.from(format === "png" ? PNG : JPEG), Buffer.from(WORDS.repeat(4) + seed), end]);
}

/** Every text that shows a document's bytes: as they are, and in base64 at each of the three places they can begin. */
export const DOCUMENT_TRACES: readonly string[] = [
  WORDS.trim(),
  ...[0, 1, 2].map((shift) =>
    Buffer.from("\0".repeat(shift) + WORDS)
      .toString("base64")
      .slice(4, 28),
  ),
  Buffer.from(WORDS.trim()).toString("hex"),
];
