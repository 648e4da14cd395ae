import type { IncomingMessage } from "node:http";

/** In bytes. No document of either vendor comes near it. */
export const largestBody = 32 * 1024 * 1024;

/** The whole body, also of a GET; undefined when it is larger than any vendor takes. Rejects when the client goes away. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const buffer of incoming as AsyncIterable<Buffer>) {
    bytes += buffer.length;
    // Read on without keeping it: a client that is cut off while it sends would not see the answer.
    if (bytes <= largestBody) chunks.push(buffer);
  }
  return bytes <= largestBody ? Buffer.concat(chunks) : undefined;
}
