import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "mocha";

/** A callback as it came. */
export interface Posted {
  readonly contentType: string | undefined;
  readonly form: Record<string, string>;
}

/** An address of the tests' own that keeps what is posted to it, and answers as it is told. */
export class CallbackAddress {
  readonly posted: Posted[] = [];
  readonly echoes: string[] = [];
  /** What the next posts are answered with, then 200. */
  readonly answers: (number | "cut")[] = [];
  /** What a check is answered with; by default the echo. */
  echo: (text: string) => string = (text) => text;
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/reviews?of=us`;
  }

  /** Listens, the second time on the same port. */
  async open(): Promise<this> {
    const server = createServer((request, response) => void this.#serve(request, response));
    this.#server = server;
    server.listen(this.#port, "127.0.0.1");
    await once(server, "listening");
    this.#port = (server.address() as AddressInfo).port;
    return this;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { searchParams } = new URL(request.url ?? "", "http://localhost");
    let body = "";
    for await (const chunk of request) body += String(chunk);
    if (request.method === "GET") {
      const text = searchParams.get("echostr") ?? "";
      this.echoes.push(text);
      response.end(this.echo(text));
    } else {
      this.posted.push({
        contentType: request.headers["content-type"],
        form: Object.fromEntries(new URLSearchParams(body)),
      });
      const answer = this.answers.shift() ?? 200;
      if (answer === "cut") response.destroy();
      else response.writeHead(answer).end();
    }
    this.#server?.emit("served");
  }

  /** Resolves once so many callbacks have come. */
  async received(count: number): Promise<Posted[]> {
    while (this.posted.length < count) await once(this.#server!, "served");
    return this.posted;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}

/** One for each test of the suite whose file calls this. */
export function callbackAddresses(): () => Promise<CallbackAddress> {
  const open: CallbackAddress[] = [];
  afterEach(() => {
    for (const address of open.splice(0)) address.close();
  });
  return async () => {
    const address = new CallbackAddress();
    open.push(address);
    return address.open();
  };
}
