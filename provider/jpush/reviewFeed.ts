import { open } from "node:fs/promises";
import { z } from "zod";

/** One decision as the review feed holds it, a line of JSON each. A later version of the line has another `v`. */
const feedLine = z.object({
  v: z.literal(1),
  /** The fingerprint of the account that the signature belongs to. */
  account: z.string(),
  signId: z.int(),
  status: z.enum(["approved", "rejected", "unknown"]),
  /** The reviewer's words; null where there are none. */
  reason: z.string().nullable(),
  /** When JPush told it, ISO 8601. */
  at: z.iso.datetime(),
});

export type FeedLine = z.infer<typeof feedLine>;

/** The feed's files, the older one first: the receiver starts a new one when it has grown, and keeps one before it. */
export function feedFiles(path: string): readonly string[] {
  return [`${path}.1`, path];
}

/** Far beyond what the receiver writes, should somebody name another file. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Why a signature was rejected, by the latest decision that the feed has of it. Undefined where it has none, where that
 * is no rejection, and where the feed cannot be read: a reason is worth no failure.
 */
export async function rejectionReasonIn(path: string, account: string, signId: number): Promise<string | undefined> {
  const texts = await Promise.all(feedFiles(path).map((file) => endOf(file).catch(() => "")));
  const decisions = texts
    .flatMap((text) => text.split("\n"))
    .flatMap((line) => lineIn(line) ?? [])
    .filter((line) => line.account === account && line.signId === signId);
  // One that was delivered late, after several tries, can stand behind a newer one.
  const latest = decisions.reduce<FeedLine | undefined>(
    (last, line) => (last && last.at > line.at ? last : line),
    undefined,
  );
  return latest?.status === "rejected" && latest.reason ? latest.reason : undefined;
}

/** Undefined for a line of something else, or one that a crash cut off. */
function lineIn(text: string): FeedLine | undefined {
  if (text === "") return undefined;
  try {
    return feedLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function endOf(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const length = Math.min(size, MOST_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
