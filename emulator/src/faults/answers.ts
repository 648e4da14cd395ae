import { STATUS_CODES } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const json = { "content-type": "application/json" };

/** Whether HTTP lets no answer of this status have a body. */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** A gateway's page. */
export function html(status: number): string {
  const title = `${status} ${STATUS_CODES[status] ?? "Error"}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
}

/** JSON that ends in the middle. */
export async function malformed(taken: Response | undefined, status: number): Promise<Response> {
  const text = (await taken?.text()) || '{"answer":1}';
  return new Response(text.slice(0, Math.ceil(text.length / 2)), { status, headers: json });
}

/** JSON that is right, were it not for the spaces at its end. */
export async function oversized(taken: Response | undefined, status: number, bytes: number): Promise<Response> {
  const spaces = Buffer.alloc(64 * 1024, " ");
  const head = Buffer.from((await taken?.text()) || "{}");
  let left = bytes;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(head),
    pull(controller) {
      controller.enqueue(spaces.subarray(0, Math.min(left, spaces.length)));
      left -= spaces.length;
      if (left <= 0) controller.close();
    },
  });
  return new Response(body, { status, headers: json });
}

/** The same answer, a byte at a time; at once where it has none. */
export async function drip(taken: Response, milliseconds: number, gone: AbortSignal): Promise<Response> {
  if (isBodiless(taken.status)) return taken;
  const bytes = Buffer.from(await taken.arrayBuffer());
  const body = new ReadableStream({
    async start(controller) {
      for (const byte of bytes) {
        await sleep(milliseconds, undefined, { signal: gone }).catch(() => undefined);
        if (gone.aborted) return;
        controller.enqueue(Uint8Array.of(byte));
      }
      controller.close();
    },
  });
  const headers = new Headers(taken.headers);
  // Known at once it would be waited for as one piece.
  headers.delete("content-length");
  return new Response(body, { status: taken.status, headers });
}
