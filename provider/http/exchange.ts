import { request as send } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { TextDecoder } from "node:util";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { Memory } from "../memory";
import { ConnectionError, connectionFor, proxyHeaders } from "./connections";
import type { Proxy } from "./proxy";

export interface Request {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: Buffer;
  /** True where sending it twice would do harm: it then gets a connection of its own. */
  readonly once: boolean;
  readonly proxy: Proxy | null;
}

/** What bounds each request, in milliseconds. */
export interface Limits {
  /** Until the connection stands, its TLS included. */
  readonly connectTimeout: number;
  /** The whole exchange: connection, request, headers and body of the answer. */
  readonly requestTimeout: number;
}

/** The beginning of an answer. */
export interface Head {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: string | string[] | undefined };
}

/** A whole answer, whoever gave it. */
export interface Reply extends Head {
  readonly kind: "reply";
  readonly body: string;
  /** The address of the proxy that it came through. */
  readonly proxy?: string;
}

/** Certain: not a byte of the request has left this machine. */
export interface NotSent {
  readonly kind: "not-sent";
  readonly reason: string;
}

/** The request, or a part of it, was sent, and no whole answer came back. */
export interface Broken {
  readonly kind: "broken";
  readonly reason: string;
  /** Where the answer broke after its head. */
  readonly head?: Head;
}

export type Exchange = Reply | NotSent | Broken;

/** In bytes. An answer is expected to have some hundred. */
export const LONGEST_BODY = 1024 * 1024;

/**
 * Sends one request and reads its answer, bounded in time and size. Follows no redirect, passes over interim answers
 * (RFC 9110, 15.2) and never throws for anything that the network or the other side does.
 */
export function exchange(request: Request, limits: Limits, memory: Memory): Promise<Exchange> {
  return new Promise((resolve) => new Attempt(request, limits, resolve).begin(memory));
}

class Attempt {
  readonly #timer: NodeJS.Timeout;
  #outgoing: ClientRequest | null = null;
  /** A connection stands, and the first byte may have left. */
  #isSent = false;
  #head: Head | null = null;

  constructor(
    private readonly request: Request,
    private readonly limits: Limits,
    private readonly resolve: (exchange: Exchange) => void,
  ) {
    const { requestTimeout } = limits;
    this.#timer = setTimeout(() => this.#fail(`no whole answer within ${requestTimeout / 1000} s`), requestTimeout);
  }

  begin(memory: Memory): void {
    const { method, headers, body, once, proxy } = this.request;
    const url = new URL(this.request.url);
    const isForwarded = proxy !== null && url.protocol === "http:";
    try {
      this.#outgoing = send({
        ...connectionFor(memory, { url, proxy, connectTimeout: this.limits.connectTimeout }, once),
        method,
        path: isForwarded ? url.href : url.pathname + url.search,
        headers: {
          host: url.host,
          "user-agent": "pulumi-sms",
          "accept-encoding": "identity",
          ...(body === undefined ? {} : { "content-length": String(body.length) }),
          ...(isForwarded ? proxyHeaders(proxy) : {}),
          ...headers,
        },
      });
    } catch (error) {
      return this.#fail(reasonOf(error as Error));
    }
    this.#outgoing
      // It comes when the connection stands, right before the first byte is written.
      .on("socket", () => (this.#isSent = true))
      .on("response", (response) => this.#read(response))
      .on("error", (error) => this.#fail(reasonOf(error)))
      .end(body);
  }

  #read(response: IncomingMessage): void {
    const head = { status: response.statusCode ?? 0, headers: response.headers };
    this.#head = head;
    const via = this.request.proxy === null ? {} : { proxy: this.request.proxy.url };
    const chunks: Buffer[] = [];
    let size = 0;
    response
      .on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > LONGEST_BODY) this.#fail(TOO_LONG);
        else chunks.push(chunk);
      })
      .on("end", () => {
        try {
          this.#settle({ kind: "reply", ...head, body: decode(Buffer.concat(chunks), head), ...via });
        } catch (error) {
          this.#fail(error instanceof UnreadableBody ? error.message : reasonOf(error as Error));
        }
      })
      .on("error", (error) => this.#fail(reasonOf(error)));
  }

  #fail(cause: string): void {
    const { proxy } = this.request;
    const reason = proxy === null ? cause : `${cause}, through the proxy ${proxy.url}`;
    if (!this.#isSent) this.#settle({ kind: "not-sent", reason });
    else this.#settle({ kind: "broken", reason, ...(this.#head === null ? {} : { head: this.#head }) });
    this.#outgoing?.destroy();
  }

  #settle(exchange: Exchange): void {
    clearTimeout(this.#timer);
    this.resolve(exchange);
  }
}

/** A whole body that cannot be read; the message says why, as a clause. */
class UnreadableBody extends Error {}

const TOO_LONG = `its body is longer than ${LONGEST_BODY} bytes`;

const UNPACKING: { readonly [coding: string]: (bytes: Buffer, options: { maxOutputLength: number }) => Buffer } = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Some servers and proxies compress although nothing but `identity` was asked for. */
function unpacked(bytes: Buffer, coding: string): Buffer {
  if (coding === "" || coding === "identity" || bytes.length === 0) return bytes;
  const unpack = UNPACKING[coding];
  if (unpack === undefined) throw new UnreadableBody("its body is compressed in an unknown way");
  try {
    return unpack(bytes, { maxOutputLength: LONGEST_BODY });
  } catch (error) {
    const isTooLong = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new UnreadableBody(isTooLong ? TOO_LONG : "its body is damaged: it cannot be decompressed");
  }
}

/** A refusal's words only have to be shown, so one letter that is none does not make the whole unreadable. */
function decode(bytes: Buffer, { status, headers }: Head): string {
  const body = unpacked(
    bytes,
    String(headers["content-encoding"] ?? "")
      .trim()
      .toLowerCase(),
  );
  const charset = /;\s*charset="?([\w-]+)/i.exec(String(headers["content-type"] ?? ""))?.[1];
  try {
    return decoderFor(charset, status < 400).decode(body);
  } catch {
    throw new UnreadableBody(`its body is not ${charset ?? "UTF-8"}`);
  }
}

function decoderFor(charset: string | undefined, fatal: boolean): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal });
  } catch {
    return new TextDecoder("utf-8", { fatal });
  }
}

const WORDS: { readonly [code: string]: string } = {
  ENOTFOUND: "the host's name is not known",
  EAI_AGAIN: "the host's name could not be looked up just now",
  ECONNREFUSED: "the connection was refused",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the connection timed out",
  ECONNRESET: "the other side closed the connection before the whole answer came",
  EPIPE: "the other side closed the connection",
  ERR_INVALID_CHAR:
    "a credential, or something else in its head, has a character that HTTP does not carry: a line break, or one outside ASCII",
  HPE_HEADER_OVERFLOW: "the answer's head is too long",
};

/** Why an exchange failed, in words, from an error's code: its message and its parts may quote what was sent. */
function reasonOf(error: Error): string {
  if (error instanceof ConnectionError) return error.message;
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return `${WORDS[code] ?? wordsOfFamily(code)} (${code})`;
}

function wordsOfFamily(code: string): string {
  if (/^HPE_/.test(code)) return "the answer is not HTTP";
  if (/CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_VERIFY/.test(code))
    return "the protected connection (TLS) failed";
  return "the exchange failed";
}
