import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface WireAnswer {
  status: number;
  head: string;
  body: string;
}

/** One connection on which a test writes its own bytes. */
export class Wire {
  #received = Buffer.alloc(0);

  private constructor(readonly socket: Socket) {
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
    });
  }

  static async open(url: string): Promise<Wire> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    return new Wire(socket);
  }

  write(...chunks: (string | Buffer)[]): void {
    this.socket.write(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))));
  }

  /** The next answer; `bodiless` as one to HEAD. Rejects when the connection ends before it is whole. */
  async answer({ bodiless = false } = {}): Promise<WireAnswer> {
    const end = await this.#until(() => positive(this.#received.indexOf("\r\n\r\n")));
    const head = this.#received.subarray(0, end).toString("latin1");
    const length = bodiless ? 0 : Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    await this.#until(() => (this.#received.length >= end + 4 + length ? end : undefined));
    const body = this.#received.subarray(end + 4, end + 4 + length).toString("utf8");
    this.#received = this.#received.subarray(end + 4 + length);
    return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]), head, body };
  }

  close(): void {
    this.socket.destroy();
  }

  async #until(found: () => number | undefined): Promise<number> {
    for (;;) {
      const place = found();
      if (place !== undefined) return place;
      if (this.socket.readableEnded || this.socket.destroyed) throw new Error("the connection ended before the answer");
      await Promise.race([once(this.socket, "data"), once(this.socket, "end"), once(this.socket, "close")]);
    }
  }
}

function positive(place: number): number | undefined {
  return place < 0 ? undefined : place;
}
