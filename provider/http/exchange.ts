import { TextDecoder } from "node:util";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { Dispatcher } from "undici";
import type { Memory } from "../memory";
import { forwardingProxy, onConnection, proxyHeaders } from "./connections";
import type { Proxy } from "./proxy";
import { reasonOf } from "./reasons";

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
export async function exchange(request: Request, limits: Limits, memory: Memory): Promise<Exchange> {
  const { method, headers, body, once, proxy } = request;
  const route = { url: new URL(request.url), proxy, connectTimeout: limits.connectTimeout };
  const { host, href, pathname, search } = route.url;
  const forwarding = forwardingProxy(route);
  return onConnection(
    memory,
    route,
    once,
    (client) =>
      new Promise((resolve) => {
        client.dispatch(
          {
            method,
            path: forwarding === null ? pathname + search : href,
            headers: {
              host,
              "user-agent": "pulumi-sms",
              "accept-encoding": "identity",
              ...(forwarding === null ? {} : proxyHeaders(forwarding)),
              ...headers,
            },
            body: body ?? null,
          },
          new Attempt(limits.requestTimeout, proxy, resolve),
        );
      }),
  );
}

/**
 * undici hands a request to a handler's `onRequestStart` right before its first byte is written, on a connection that
 * stands, its TLS included. What fails before that was certainly not sent, whatever the error is called.
 */
class Attempt implements Dispatcher.DispatchHandler {
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  /** Null until the first byte is about to leave. */
  #controller: Dispatcher.DispatchController | null = null;
  #head: Head | null = null;
  #size = 0;
  #isSettled = false;

  constructor(
    requestTimeout: number,
    private readonly proxy: Proxy | null,
    private readonly resolve: (exchange: Exchange) => void,
  ) {
    this.#timer = setTimeout(() => this.#fail(`no whole answer within ${requestTimeout / 1000} s`), requestTimeout);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#isSettled) controller.abort(new Error("given up before it was sent"));
    else this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Head["headers"]): void {
    this.#head = { status, headers };
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > LONGEST_BODY) this.#fail(TOO_LONG);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const head = this.#head ?? { status: 0, headers: {} };
    const via = this.proxy === null ? {} : { proxy: this.proxy.url };
    try {
      this.#settle({ kind: "reply", ...head, body: decode(Buffer.concat(this.#chunks), head), ...via });
    } catch (error) {
      this.#fail(error instanceof UnreadableBody ? error.message : reasonOf(error as Error));
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(reasonOf(error));
  }

  #fail(cause: string): void {
    const reason = this.proxy === null ? cause : `${cause}, through the proxy ${this.proxy.url}`;
    if (this.#controller === null) this.#settle({ kind: "not-sent", reason });
    else this.#settle({ kind: "broken", reason, ...(this.#head === null ? {} : { head: this.#head }) });
    this.#controller?.abort(new Error(reason));
  }

  #settle(exchange: Exchange): void {
    this.#isSettled = true;
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
