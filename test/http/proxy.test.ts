import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { expect } from "chai";
import { exchange, type Request } from "../../provider/http/exchange";
import { Memory } from "../../provider/memory";
import { Secret } from "../../provider/secret";
import { SELF_SIGNED } from "./certificate";
import { RawServer, refusedPort } from "./servers";

const LIMITS = { connectTimeout: 2_000, requestTimeout: 5_000 };
const AUTHORIZATION = "Basic SAMPLE-HIDDEN";

function through(proxyUrl: string, url: string): Request {
  const proxy = { url: proxyUrl, authorization: new Secret(AUTHORIZATION) };
  return { method: "POST", url, headers: {}, body: Buffer.from("a body"), once: true, proxy };
}

describe("an exchange through a proxy", () => {
  const closing: Server[] = [];
  const sockets: Socket[] = [];
  let raw: RawServer | undefined;
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const server of closing.splice(0)) await new Promise((resolve) => server.close(resolve));
    await raw?.close();
    raw = undefined;
  });

  async function listening<Kind extends Server>(server: Kind): Promise<Kind & { port: number }> {
    closing.push(server.on("connection", (socket: Socket) => sockets.push(socket)));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return Object.assign<Kind, { port: number }>(server, { port: (server.address() as AddressInfo).port });
  }

  const secure = (listener: RequestListener) => listening(createSecureServer(SELF_SIGNED, listener));

  /** Leads connections on, and remembers what it was asked. */
  async function leading(interim = "", allowed: Promise<void> = Promise.resolve()) {
    const asked: { readonly authority: string | undefined; readonly authorization: string | undefined }[] = [];
    const proxy = await listening(createServer());
    proxy.on("connect", ({ url, headers }, client: Socket) => {
      asked.push({ authority: url, authorization: headers["proxy-authorization"] });
      const [host = "", port] = (url ?? "").split(":");
      const server = connect(Number(port), host, () => {
        void allowed.then(() => {
          client.write(`${interim}HTTP/1.1 200 Connection established\r\n\r\n`);
          server.pipe(client).pipe(server);
        });
      });
      for (const socket of [client, server]) sockets.push(socket.on("error", () => undefined));
    });
    return { url: `http://127.0.0.1:${proxy.port}`, asked };
  }

  /** As if the servers' certificate were trusted. */
  async function trusting<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
    try {
      return await work();
    } finally {
      if (before === undefined) delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
      else process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = before;
    }
  }

  it("reaches a server whose connection the proxy cannot look into", async () => {
    const heads: object[] = [];
    const server = await secure((request, response) => {
      heads.push(request.headers);
      response.end("ok");
    });
    const proxy = await leading();
    const url = `https://127.0.0.1:${server.port}/v1/sign`;
    expect(await trusting(() => exchange(through(proxy.url, url), LIMITS, new Memory()))).to.deep.include({
      kind: "reply",
      status: 200,
      body: "ok",
    });
    expect(proxy.asked).to.deep.equal([{ authority: `127.0.0.1:${server.port}`, authorization: AUTHORIZATION }]);
    expect(JSON.stringify(heads)).to.include(`"host":"127.0.0.1:${server.port}"`).and.not.include("HIDDEN");
  });

  it("keeps the way there for what may be asked again", async () => {
    const server = await secure((_request, response) => response.end("ok"));
    const proxy = await leading();
    const request = { ...through(proxy.url, `https://127.0.0.1:${server.port}/`), once: false };
    const memory = new Memory();
    await trusting(async () => {
      for (let count = 0; count < 3; count++) await exchange(request, LIMITS, memory);
    });
    expect(proxy.asked).to.have.lengthOf(1);
  });

  it("hands a request over http to the proxy itself", async () => {
    const asked: unknown[] = [];
    const proxy = await listening(
      createServer((request, response) => {
        asked.push([request.url, request.headers.host, request.headers["proxy-authorization"]]);
        response.end("ok");
      }),
    );
    const request = through(`http://127.0.0.1:${proxy.port}`, "http://api.example:8080/v1/sign?a=b");
    expect(await exchange(request, LIMITS, new Memory())).to.deep.include({ kind: "reply", body: "ok" });
    expect(asked).to.deep.equal([["http://api.example:8080/v1/sign?a=b", "api.example:8080", AUTHORIZATION]]);
  });

  it("passes over an interim answer of the proxy, and one of the server behind it", async () => {
    const server = await secure((_request, response) => {
      response.writeContinue();
      response.end("ok");
    });
    const proxy = await leading("HTTP/1.1 100 Continue\r\n\r\n");
    const request = through(proxy.url, `https://127.0.0.1:${server.port}/`);
    expect(await trusting(() => exchange(request, LIMITS, new Memory()))).to.deep.include({
      kind: "reply",
      body: "ok",
    });
  });

  it("asks a proxy behind TLS for the proxy's own certificate", async () => {
    const names: unknown[] = [];
    const proxy = await secure((_request, response) => response.end("ok"));
    proxy.on("secureConnection", ({ servername }: TLSSocket) => names.push(servername));
    proxy.on("connect", (_request, client: Socket) => client.end("HTTP/1.1 403 Forbidden\r\n\r\n"));
    for (const url of ["http://api.example/", "https://api.example/"])
      await trusting(() => exchange(through(`https://localhost:${proxy.port}`, url), LIMITS, new Memory()));
    expect(names).to.deep.equal(["localhost", "localhost"]);
  });

  it("names the proxy, without its password, where the answer is cut", async () => {
    raw = await RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhal");
    const got = await exchange(through(raw.url, "http://api.example/"), LIMITS, new Memory());
    expect(got.kind).to.equal("broken");
    expect(got).to.have.property("reason").that.includes(`through the proxy ${raw.url}`).and.not.includes("HIDDEN");
  });

  describe("was certainly not sent", () => {
    const refusals: [when: string, start: () => Promise<RawServer>, reason: RegExp][] = [
      [
        "when the proxy wants to know who asks",
        () => RawServer.answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"),
        /HTTP 407: it asks for a user name and a password/,
      ],
      [
        "when the proxy does not lead there",
        () => RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno"),
        /refused to lead to api\.example:443 with HTTP 403/,
      ],
      ["when the proxy does not get there", () => RawServer.answering("HTTP/1.1 502 Bad Gateway\r\n\r\n"), /HTTP 502/],
      ["when the proxy speaks another protocol", () => RawServer.answering("SSH-2.0-OpenSSH_9.6\r\n"), /not HTTP/],
      [
        "when the proxy hangs up",
        () => RawServer.start((socket) => socket.once("data", () => socket.end())),
        /closed the connection/,
      ],
      ["when the proxy never answers", () => RawServer.start((socket) => socket.resume()), /in time/],
      [
        "when the TLS behind the proxy never gets ready",
        () => RawServer.start((socket) => socket.once("data", () => socket.write("HTTP/1.1 200 OK\r\n\r\n"))),
        /in time/,
      ],
      [
        "when the way breaks off before TLS stands",
        () =>
          RawServer.start((socket) =>
            socket.once("data", () => {
              socket.write("HTTP/1.1 200 OK\r\n\r\n");
              socket.once("data", () => socket.destroy());
            }),
          ),
        /closed the connection|TLS/,
      ],
    ];
    for (const [when, start, reason] of refusals) {
      it(when, async () => {
        raw = await start();
        const limits = { connectTimeout: 300, requestTimeout: 5_000 };
        const got = await exchange(through(raw.url, "https://api.example/v1/sign"), limits, new Memory());
        expect(got.kind).to.equal("not-sent");
        expect(got).to.have.property("reason").that.matches(reason);
        expect(got).to.have.property("reason").that.includes(`through the proxy ${raw.url}`).and.not.includes("HIDDEN");
      });
    }

    it("when the proxy is not there", async () => {
      const proxy = `http://127.0.0.1:${await refusedPort()}`;
      expect(await exchange(through(proxy, "https://api.example/"), LIMITS, new Memory())).to.deep.equal({
        kind: "not-sent",
        reason: `the connection was refused (ECONNREFUSED), through the proxy ${proxy}`,
      });
    });

    it("when the whole time is over before the proxy leads there, and then never is", async () => {
      let requests = 0;
      const server = await secure(() => requests++);
      let allow = (): void => undefined;
      const proxy = await leading("", new Promise((resolve) => (allow = resolve)));
      const request = through(proxy.url, `https://127.0.0.1:${server.port}/`);
      const closed = once(server, "connection").then(([socket]) => once(socket as Socket, "close"));
      await trusting(async () => {
        const got = await exchange(request, { connectTimeout: 5_000, requestTimeout: 100 }, new Memory());
        expect(got).to.have.property("kind", "not-sent");
        allow();
        await closed;
      });
      expect(requests).to.equal(0);
    });

    it("when the server behind it is nobody whom we trust", async () => {
      let requests = 0;
      const server = await secure(() => requests++);
      const proxy = await leading();
      const got = await exchange(through(proxy.url, `https://127.0.0.1:${server.port}/`), LIMITS, new Memory());
      expect(got.kind).to.equal("not-sent");
      expect(got)
        .to.have.property("reason")
        .that.matches(/TLS.*CERT/);
      expect(requests).to.equal(0);
    });
  });
});
