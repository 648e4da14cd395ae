import type { Socket } from "node:net";

const BEGINNING = "HTTP/1.1 1";

/** Every status from 100 but `101 Switching Protocols`: nobody asks for it, and undici refuses it. */
const INTERIM = /^HTTP\/1\.1 1(?!01)/;

const WHOLE_HEADS = /^(?:HTTP\/1\.1 1(?!01).*?\r?\n\r?\n)+/s;

/** In characters. A longer head is left to undici, which refuses it. */
const LONGEST_HEAD = 16 * 1024;

/**
 * Lets a socket read as if the server had sent no interim answers (RFC 9110, 15.2). undici closes the connection at a
 * `100 Continue` for which it did not ask, and a request that was taken would count as lost.
 */
export function withoutInterimAnswers(socket: Socket): Socket {
  const read = socket.read.bind(socket);
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  /** The beginning of an answer, as far as it has come; null once the final answer has begun. */
  let beginning: string | null = null;
  return Object.assign(socket, {
    /** undici writes a request in one go, after the answer to the request before it. */
    write: (...given: unknown[]) => {
      beginning = "";
      return write(...given);
    },
    read: (size?: number) => {
      const bytes = read(size) as Buffer | null;
      if (beginning === null || bytes === null) return bytes;
      // In latin1 each byte is one character.
      const text = (beginning + bytes.toString("latin1")).replace(WHOLE_HEADS, "");
      const isUndecided = BEGINNING.startsWith(text) || (INTERIM.test(text) && text.length <= LONGEST_HEAD);
      beginning = isUndecided ? text : null;
      return isUndecided ? null : Buffer.from(text, "latin1");
    },
  });
}
