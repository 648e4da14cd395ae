import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import { exchange, LONGEST_BODY, type Request } from "../../provider/http/exchange";
import { Memory } from "../../provider/memory";
import { root } from "../../tools/hermetic";
import { SELF_SIGNED } from "./certificate";
import { RawServer, refusedPort } from "./servers";

const LIMITS = { connectTimeout: 2_000, requestTimeout: 5_000 };
const get = (url: string): Request => ({ method: "GET", url, headers: {}, once: false, proxy: null });
function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return address.port;
}
const post = (url: string): Request => ({
  method: "POST",
  url,
  headers: {},
  body: Buffer.from("a body"),
  once: true,
  proxy: null,
});

const MEMORY = new Memory();

describe("an exchange", () => {
  let server: RawServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it("gives the whole answer, whatever its status", async () => {
    server = await RawServer.answering(
      'HTTP/1.1 403 No\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n{"said":"签名"}',
    );
    const reply = await exchange(get(server.url), LIMITS, MEMORY);
    expect(reply).to.deep.equal({
      kind: "reply",
      status: 403,
      headers: { "content-type": "application/json", "content-length": "17" },
      body: '{"said":"签名"}',
    });
  });

  it("reads a body without a length to its end", async () => {
    server = await RawServer.answering("HTTP/1.0 200 OK\r\n\r\n签名");
    expect(await exchange(get(server.url), LIMITS, MEMORY)).to.deep.include({
      kind: "reply",
      status: 200,
      body: "签名",
    });
  });

  it("trusts an authority that NODE_EXTRA_CA_CERTS names, as Node does", async function () {
    this.timeout(60_000);
    const web = createSecureServer(SELF_SIGNED, (_request, response) => response.end("an answer"));
    web.listen(0, "127.0.0.1");
    await once(web, "listening");
    const folder = mkdtempSync(join(tmpdir(), "authority-"));
    try {
      const authority = join(folder, "authority.pem");
      writeFileSync(authority, SELF_SIGNED.cert);
      // Node reads the variable when it starts.
      const program = `
        const { exchange } = require("./provider/http/exchange");
        const { Memory } = require("./provider/memory");
        const request = ${JSON.stringify(get(`https://127.0.0.1:${portOf(web)}/`))};
        exchange(request, { connectTimeout: 20_000, requestTimeout: 30_000 }, new Memory()).then(({ body }) => console.log(body));
      `;
      const { stdout } = await promisify(execFile)(process.execPath, ["--require", "tsx/cjs", "--eval", program], {
        cwd: root,
        env: { ...process.env, NODE_EXTRA_CA_CERTS: authority },
      });
      expect(stdout.trim()).to.equal("an answer");
    } finally {
      web.close();
      rmSync(folder, { recursive: true });
    }
  });

  for (const interim of ["100 Continue", "102 Processing", "103 Early Hints\r\nLink: </a>"]) {
    it(`passes over ${interim.slice(0, 3)}, for which nobody asked`, async () => {
      server = await RawServer.answering(`HTTP/1.1 ${interim}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok`);
      for (const request of [get(server.url), post(server.url)])
        expect(await exchange(request, LIMITS, MEMORY)).to.deep.include({ kind: "reply", status: 200, body: "ok" });
    });
  }

  it("passes over several of them, in whatever pieces they come, before each answer on a kept connection", async () => {
    const interim =
      "HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";
    server = await RawServer.start((socket) => {
      const answer = async () => {
        for (const piece of `${interim}HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n`)
          await new Promise((written) => socket.write(piece, written));
        socket.write("HTTP/1.1 100 Continue");
      };
      socket.setNoDelay(true).on("data", () => void answer());
    });
    for (let count = 0; count < 3; count++)
      expect(await exchange(get(server.url), LIMITS, MEMORY)).to.deep.include({
        kind: "reply",
        status: 200,
        body: "HTTP/1.1 100 Continue",
      });
    expect(server.sockets).to.have.lengthOf(1);
  });

  it("follows no redirect", async () => {
    let asked = 0;
    const web = createServer((_request, response) => {
      asked++;
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    web.listen(0, "127.0.0.1");
    await once(web, "listening");
    try {
      expect(await exchange(post(`http://127.0.0.1:${portOf(web)}/`), LIMITS, MEMORY)).to.deep.include({
        kind: "reply",
        status: 307,
      });
      expect(asked).to.equal(1);
    } finally {
      web.close();
      web.closeAllConnections();
    }
  });

  describe("asks for no compression, and reads what is compressed nevertheless", () => {
    const answered = async (coding: string, body: Buffer) => {
      let head = "";
      await server?.close();
      server = await RawServer.start((socket) => {
        socket.on("data", (data) => {
          head += data.toString("latin1");
          socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: ${coding}\r\nContent-Length: ${body.length}\r\n\r\n`);
          socket.write(body);
        });
      });
      const got = await exchange(get(server.url), LIMITS, MEMORY);
      expect(head).to.contain("accept-encoding: identity");
      return got;
    };

    for (const [coding, pack] of [
      ["gzip", gzipSync],
      ["x-gzip", gzipSync],
      ["GZIP", gzipSync],
      ["deflate", deflateSync],
      ["br", brotliCompressSync],
      ["identity", Buffer.from],
    ] as const) {
      it(`in ${coding}`, async () => {
        expect(await answered(coding, pack(Buffer.from("签名")))).to.deep.include({ kind: "reply", body: "签名" });
      });
    }

    it("but no more of it than of any other body", async () => {
      expect(await answered("gzip", gzipSync(Buffer.alloc(LONGEST_BODY + 1)))).to.deep.include({
        kind: "broken",
        reason: `its body is longer than ${LONGEST_BODY} bytes`,
      });
    });

    it("unless it is damaged, or compressed in a way that nobody knows", async () => {
      for (const coding of ["gzip", "rot13"])
        expect(await answered(coding, Buffer.from("ok"))).to.have.property("kind", "broken");
    });
  });

  it("reads a body in the charset that it names", async () => {
    const body = Buffer.from([0xc7, 0xa9, 0xc3, 0xfb]);
    server = await RawServer.answering(
      Buffer.concat([
        Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=GBK\r\nContent-Length: 4\r\n\r\n"),
        body,
      ]),
    );
    expect(await exchange(get(server.url), LIMITS, MEMORY)).to.deep.include({ kind: "reply", body: "签名" });
  });

  it("reads a refusal to which letters are wrong: they are only shown", async () => {
    const answer = 'HTTP/1.1 403 No\r\nContent-Length: 16\r\n\r\n{"code":"\xc7\xa9\xc3\xfb7"}';
    server = await RawServer.answering(Buffer.from(answer, "latin1"));
    const got = await exchange(get(server.url), LIMITS, MEMORY);
    expect(got)
      .to.have.property("body")
      .that.matches(/^\{"code":".+7"\}$/);
  });

  it("sends a body with its length, and on a connection of its own where it must not be sent twice", async () => {
    let received = "";
    server = await RawServer.start((socket) => {
      socket.on("data", (data) => {
        received += data.toString();
        if (received.endsWith("a body")) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      });
    });
    await exchange(post(`${server.url}/one`), LIMITS, MEMORY);
    await exchange(post(`${server.url}/two`), LIMITS, MEMORY);
    expect(server.sockets).to.have.lengthOf(2);
    expect(received).to.contain("content-length: 6").and.to.contain("POST /one").and.to.contain("POST /two");
  });

  it("keeps a connection for what may be asked again", async () => {
    server = await RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "keep");
    for (let count = 0; count < 8; count++) await exchange(get(server.url), LIMITS, MEMORY);
    expect(server.sockets).to.have.lengthOf(1);
  });

  describe("was certainly not sent", () => {
    it("where a credential cannot stand in a head, which is said without it", async () => {
      for (const token of ["SAMPLE\nTOKEN", "SAMPLE\u200bTOKEN"]) {
        const answer = await exchange(
          { ...get("http://127.0.0.1:9/"), headers: { "x-auth-token": token } },
          LIMITS,
          MEMORY,
        );
        expect(answer.kind).to.equal("not-sent");
        expect(answer).to.have.property("reason").that.includes("a credential").and.not.includes("SAMPLE");
      }
    });

    it("when the connection is refused", async () => {
      const answer = await exchange(post(`http://127.0.0.1:${await refusedPort()}/`), LIMITS, MEMORY);
      expect(answer).to.deep.equal({ kind: "not-sent", reason: "the connection was refused (ECONNREFUSED)" });
    });

    it("when every address of a name refuses", async () => {
      const answer = await exchange(post(`http://localhost:${await refusedPort()}/`), LIMITS, MEMORY);
      expect(answer).to.deep.equal({ kind: "not-sent", reason: "the connection was refused (ECONNREFUSED)" });
    });

    it("when the host's name is not known", async () => {
      const answer = await exchange(post("http://no-such-host.invalid/"), LIMITS, MEMORY);
      expect(answer.kind).to.equal("not-sent");
      expect(answer)
        .to.have.property("reason")
        .that.matches(/ENOTFOUND|EAI_AGAIN|in time/);
    });

    it("when TLS meets a server that answers in the clear", async () => {
      server = await RawServer.start((socket) =>
        socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
      );
      const answer = await exchange(post(server.url.replace("http:", "https:")), LIMITS, MEMORY);
      expect(answer.kind).to.equal("not-sent");
      expect(answer).to.have.property("reason").that.contains("TLS");
    });

    it("when TLS meets a server that hangs up", async () => {
      server = await RawServer.start((socket) => socket.once("data", () => socket.destroy()));
      expect((await exchange(post(server.url.replace("http:", "https:")), LIMITS, MEMORY)).kind).to.equal("not-sent");
    });

    it("when the certificate is nobody's whom we trust", async () => {
      let requests = 0;
      const web = createSecureServer(SELF_SIGNED, () => requests++);
      web.listen(0, "127.0.0.1");
      await once(web, "listening");
      try {
        const answer = await exchange(post(`https://127.0.0.1:${portOf(web)}/`), LIMITS, MEMORY);
        expect(answer.kind).to.equal("not-sent");
        expect(answer)
          .to.have.property("reason")
          .that.matches(/TLS.*CERT/);
        expect(requests).to.equal(0);
      } finally {
        web.close();
      }
    });

    it("when TLS never gets ready", async () => {
      server = await RawServer.start(() => undefined);
      const url = server.url.replace("http:", "https:");
      const answer = await exchange(post(url), { connectTimeout: 100, requestTimeout: 20_000 }, MEMORY);
      expect(answer).to.deep.equal({
        kind: "not-sent",
        reason: "no connection came about in time",
      });
    });

    it("when the whole time is over before the connection stands, and then never is", async () => {
      let bytes = 0;
      server = await RawServer.start((socket) => socket.on("data", (data) => (bytes += data.length)));
      const answer = await exchange(
        post(server.url.replace("http:", "https:")),
        {
          connectTimeout: 5_000,
          requestTimeout: 50,
        },
        MEMORY,
      );
      expect(answer).to.deep.equal({ kind: "not-sent", reason: "no whole answer within 0.05 s" });
    });
  });

  describe("is broken", () => {
    const broken: [when: string, answer: string, reason: RegExp, status?: number][] = [
      ["the body is cut", 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"sign_id":', /closed the connection/, 200],
      ["the chunks are cut", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal", /./, 200],
      [
        "the chunks are malformed",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        /not HTTP/,
      ],
      ["the answer is not HTTP", "220 mail.example ESMTP\r\n", /not HTTP/],
      ["the head is cut", "HTTP/1.1 200 OK\r\nContent-Le", /./],
      ["the head is endless", `HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`, /head is too long|HPE/],
      ["nothing comes", "", /closed the connection/],
      ["the answer is an interim one alone", "HTTP/1.1 103 Early Hints\r\n\r\n", /./],
      ["the answer changes the protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", /./],
      ["the body is not UTF-8", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\xc3\x28", /UTF-8/, 200],
    ];
    for (const [when, answer, reason, status] of broken) {
      it(`when ${when}`, async () => {
        server = await RawServer.answering(Buffer.from(answer, "latin1"));
        const got = await exchange(post(server.url), LIMITS, MEMORY);
        expect(got.kind).to.equal("broken");
        expect(got).to.have.property("reason").that.matches(reason);
        if (status !== undefined) expect(got).to.have.nested.property("head.status", status);
      });
    }

    it("when the body is longer than what is taken, and hangs up", async () => {
      server = await RawServer.start((socket) => {
        const chunk = Buffer.alloc(64 * 1024, "x");
        socket.once("data", () => socket.write("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
        const more = () => {
          while (!socket.destroyed && socket.write(chunk));
        };
        socket.once("data", more).on("drain", more);
      });
      const got = await exchange(get(server.url), LIMITS, MEMORY);
      expect(got).to.deep.equal({
        kind: "broken",
        head: { status: 502, headers: {} },
        reason: `its body is longer than ${LONGEST_BODY} bytes`,
      });
      await server.hungUp();
    });

    it("when no answer comes in time, and hangs up", async () => {
      server = await RawServer.start(() => undefined);
      const got = await exchange(post(server.url), { ...LIMITS, requestTimeout: 100 }, MEMORY);
      expect(got).to.deep.equal({ kind: "broken", reason: "no whole answer within 0.1 s" });
      await server.hungUp();
    });

    it("when the answer drips past the time", async () => {
      server = await RawServer.start((socket) => {
        socket.once("data", () => {
          socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
          const drip = setInterval(() => socket.write("x"), 20);
          socket.on("close", () => clearInterval(drip));
        });
      });
      const got = await exchange(get(server.url), { ...LIMITS, requestTimeout: 200 }, MEMORY);
      expect(got).to.deep.include({ kind: "broken", reason: "no whole answer within 0.2 s" });
      expect(got).to.have.nested.property("head.status", 200);
    });

    it("when a kept connection is cut as the next request is written to it", async () => {
      server = await RawServer.start((socket) => {
        socket.once("data", () => {
          socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
          socket.once("data", () => socket.destroy());
        });
      });
      expect((await exchange(get(server.url), LIMITS, MEMORY)).kind).to.equal("reply");
      expect((await exchange(get(server.url), LIMITS, MEMORY)).kind).to.equal("broken");
      expect(server.sockets).to.have.lengthOf(1);
    });
  });
});
