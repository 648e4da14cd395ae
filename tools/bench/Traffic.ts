import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** What has reached the servers of this process. */
export interface Counts {
  readonly requests: number;
  readonly connections: number;
  readonly bytes: number;
}

/** Counts what reaches the emulator, which runs in this process and is its only server. */
export class Traffic {
  #requests = 0;
  readonly #sockets: Socket[] = [];
  readonly #onSocket = (message: unknown): void => void this.#sockets.push((message as { socket: Socket }).socket);
  readonly #onRequest = (): void => {
    this.#requests++;
  };

  constructor() {
    subscribe("net.server.socket", this.#onSocket);
    subscribe("http.server.request.start", this.#onRequest);
  }

  end(): Counts {
    unsubscribe("net.server.socket", this.#onSocket);
    unsubscribe("http.server.request.start", this.#onRequest);
    const bytes = this.#sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
    return { requests: this.#requests, connections: this.#sockets.length, bytes };
  }
}
