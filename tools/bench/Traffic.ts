import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

/** What has reached a server of this process. */
export interface Counts {
  readonly requests: number;
  readonly connections: number;
  readonly bytes: number;
}

/** Counts what reaches one server that runs in this process. */
export class Traffic {
  #requests = 0;
  readonly #port: number;
  readonly #sockets: Socket[] = [];

  /** @param url the server's */
  constructor(url: string) {
    this.#port = Number(new URL(url).port);
    subscribe("net.server.socket", this.#onSocket);
    subscribe("http.server.request.start", this.#onRequest);
  }

  end(): Counts {
    unsubscribe("net.server.socket", this.#onSocket);
    unsubscribe("http.server.request.start", this.#onRequest);
    const bytes = this.#sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
    return { requests: this.#requests, connections: this.#sockets.length, bytes };
  }

  readonly #onSocket = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    if (socket.localPort === this.#port) this.#sockets.push(socket);
  };

  readonly #onRequest = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    if (request.socket.localPort === this.#port) this.#requests++;
  };
}
