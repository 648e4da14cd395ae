import type { Dispatcher } from "undici";
import { connectionsFor } from "./connections";
import type { Memory } from "../memory";
import type { Limits } from "./limits";
import { reasonOf } from "./reasons";

export interface Request {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: Buffer;
  /** True where sending it twice would do harm: it then gets a connection of its own. */
  readonly once: boolean;
}

/** A whole answer, whoever gave it. */
export interface Reply {
  readonly kind: "reply";
  readonly status: number;
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: string;
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
  readonly status?: number;
}

export type Exchange = Reply | NotSent | Broken;

/** In bytes. The vendors' answers have some hundred. */
export const LONGEST_BODY = 1024 * 1024;

/**
 * Sends one request and reads its answer, bounded in time and size. Follows no redirect, asks for no compression and
 * never throws for anything that the network or the other side does.
 */
export async function exchange(
  request: Request,
  limits: Pick<Limits, "connectTimeout" | "requestTimeout">,
  memory: Memory,
): Promise<Exchange> {
  const connections = await connectionsFor(memory, limits.connectTimeout, request.once);
  return new Promise((resolve) => {
    const { origin, pathname, search } = new URL(request.url);
    const answer = new Answer(resolve);
    const timer = setTimeout(
      () => answer.fail(`no whole answer within ${limits.requestTimeout / 1000} s`),
      limits.requestTimeout,
    );
    answer.whenSettled = () => clearTimeout(timer);
    connections.dispatch(
      {
        origin,
        path: pathname + search,
        method: request.method,
        headers: { "accept-encoding": "identity", "user-agent": "pulumi-sms", ...request.headers },
        body: request.body ?? null,
      },
      answer,
    );
  });
}

/**
 * undici hands a request to a handler's `onRequestStart` right before its first byte is written, on a connection that
 * stands, its TLS included. What fails before that was certainly not sent, whatever the error is called.
 */
class Answer implements Dispatcher.DispatchHandler {
  whenSettled: () => void = () => undefined;
  readonly #resolve: (exchange: Exchange) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | null = null;
  #head: Pick<Reply, "status" | "headers"> | null = null;
  #size = 0;
  #settled = false;

  constructor(resolve: (exchange: Exchange) => void) {
    this.#resolve = resolve;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) controller.abort(new Error("given up before it was sent"));
    else this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Reply["headers"]): void {
    if (status >= 200) this.#head = { status, headers };
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > LONGEST_BODY) this.fail(`its body is longer than ${LONGEST_BODY} bytes`);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = decode(Buffer.concat(this.#chunks));
    if (this.#head === null || body === null) this.fail("its body is not UTF-8");
    else this.#settle({ kind: "reply", ...this.#head, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(reasonOf(error));
  }

  fail(reason: string): void {
    const controller = this.#controller;
    if (controller === null) this.#settle({ kind: "not-sent", reason });
    else this.#settle({ kind: "broken", reason, ...(this.#head === null ? {} : { status: this.#head.status }) });
    controller?.abort(new Error(reason));
  }

  #settle(exchange: Exchange): void {
    if (this.#settled) return;
    this.#settled = true;
    this.whenSettled();
    this.#resolve(exchange);
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
