import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly contentType: string;
  readonly body: Buffer;
}

/** One part of a form as it came: its head, and its bytes. */
export interface RawPart {
  readonly head: string;
  readonly content: Buffer;
}

/** Takes whatever is sent, keeps its bytes, and says that it was filed. */
export class Recorder {
  readonly #requests: Recorded[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Recorder> {
    const server = createServer();
    const recorder = new Recorder(server);
    server.on("request", (request, response) => {
      void buffer(request).then((body) => {
        const { method = "", url = "", headers } = request;
        recorder.#requests.push({
          method,
          path: url,
          authorization: headers.authorization ?? "",
          contentType: headers["content-type"] ?? "",
          body,
        });
        response
          .setHeader("content-type", "application/json")
          .end(method === "DELETE" ? "" : '{"sign_id":37582,"sign":"极光推送","status":0}');
      });
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    return recorder;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The only request since it was asked last. */
  take(): Recorded {
    const [request, ...others] = this.#requests.splice(0);
    if (request === undefined || others.length > 0)
      throw new Error(`${others.length + (request ? 1 : 0)} requests came`);
    return request;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** The parts of a form, byte by byte; it must be well formed and have nothing beside them. */
export function rawParts({ contentType, body }: Recorded): RawPart[] {
  const [, boundary] = /boundary=([^;"]+)/.exec(contentType) ?? [];
  if (boundary === undefined) throw new Error(`no boundary in ${contentType}`);
  const text = body.toString("latin1");
  const pieces = text.split(`--${boundary}`);
  if (pieces[0] !== "" || !/^--(\r\n)?$/.test(pieces.at(-1) ?? ""))
    throw new Error("the form has something around its parts");
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    if (end < 0 || !piece.startsWith("\r\n") || !piece.endsWith("\r\n")) throw new Error("a part is not well formed");
    return {
      head: Buffer.from(piece.slice(2, end), "latin1").toString("utf8"),
      content: Buffer.from(piece.slice(end + 4, -2), "latin1"),
    };
  });
}
