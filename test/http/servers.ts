import { createServer, type Server, type Socket } from "node:net";
import { once } from "node:events";

/** A raw TCP server for one test: what it does with each connection is the test's. */
export class RawServer {
  readonly sockets: Socket[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(onConnection: (socket: Socket) => void, port = 0): Promise<RawServer> {
    const server = createServer();
    const raw = new RawServer(server);
    server.on("connection", (socket) => {
      socket.on("error", () => undefined);
      raw.sockets.push(socket);
      onConnection(socket);
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return raw;
  }

  /** Answers each request with the same bytes, as soon as its head has come. */
  static answering(answer: string | Buffer, then: "close" | "keep" = "close"): Promise<RawServer> {
    return RawServer.start((socket) => {
      socket.on("data", (data) => {
        if (!data.includes("\r\n\r\n")) return;
        socket.write(answer);
        if (then === "close") socket.end();
      });
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    return address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when the other side has closed its first connection. */
  async hungUp(): Promise<void> {
    const [socket] = this.sockets;
    if (socket === undefined || socket.destroyed) return;
    await new Promise((resolve) => socket.resume().on("close", resolve));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }
}

/** A port on which nothing listens. */
export async function refusedPort(): Promise<number> {
  const server = await RawServer.start(() => undefined);
  const { port } = server;
  await server.close();
  return port;
}
