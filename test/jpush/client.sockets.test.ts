import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { LostAnswerError, NotSentError, UnexpectedAnswerError } from "../../provider/errors";
import { RawServer, refusedPort } from "../http/servers";
import { NoWaiting } from "../http/NoWaiting";
import { accountAt, connect } from "./rig";

const http = (status: string, body: string, headers = "") =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;

describe("JPush behind a socket that misbehaves", () => {
  let server: RawServer | undefined;
  let timing: NoWaiting;
  beforeEach(() => {
    timing = new NoWaiting();
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  const unknown: [what: string, start: () => Promise<RawServer>, requestTimeout?: number][] = [
    ["hangs up before it answers", () => RawServer.start((socket) => socket.once("data", () => socket.end()))],
    ["resets the connection", () => RawServer.start((socket) => socket.once("data", () => socket.resetAndDestroy()))],
    ["hangs up inside the body", () => RawServer.answering(http("200 OK", '{"sign_id":1}').slice(0, -3))],
    ["never answers", () => RawServer.start((socket) => socket.resume()), 150],
    [
      "answers in chunks that are none",
      () => RawServer.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nyy\r\n{}\r\n0\r\n\r\n"),
    ],
    ["answers with a gateway's page", () => RawServer.answering(http("502 Bad Gateway", "<html></html>"))],
    ["redirects", () => RawServer.answering(http("308 Moved", "", "Location: https://elsewhere.example/\r\n"))],
    ["answers without an id", () => RawServer.answering(http("200 OK", "{}"))],
    ["answers with an id that is a text", () => RawServer.answering(http("200 OK", '{"sign_id":"1"}'))],
    ["answers with a fraction", () => RawServer.answering(http("200 OK", '{"sign_id":1.5}'))],
    ["answers with 0", () => RawServer.answering(http("200 OK", '{"sign_id":0}'))],
    ["answers with an id past the largest", () => RawServer.answering(http("200 OK", '{"sign_id":2147483648}'))],
    ["answers without end", () => RawServer.answering(http("200 OK", `{"sign_id":1}${" ".repeat(2_000_000)}`))],
    ["speaks another protocol", () => RawServer.answering("SSH-2.0-OpenSSH_9.6\r\n")],
  ];
  for (const [what, start, requestTimeout = 5_000] of unknown) {
    it(`that ${what}: a filing's answer is lost after one request, a query fails after three`, async () => {
      server = await start();
      const jpush = connect(accountAt(server.url, { requestTimeout }), { timing });
      const filed = await jpush.submit();
      expect(filed.kind).to.equal("lost");
      expect(filed).to.have.property("error").that.is.instanceOf(LostAnswerError);
      expect(timing.pauses).to.deep.equal([]);
      const modified = await jpush.modify(1);
      expect(modified.kind).to.equal("lost");
      const queried = await jpush.query(1);
      expect(queried.kind).to.equal("failed");
      expect(queried).to.have.property("error").that.is.instanceOf(UnexpectedAnswerError);
      expect(timing.pauses).to.have.lengthOf(2);
    });
  }

  it("that compresses unasked, and continues unasked: what it took is taken", async () => {
    const body = gzipSync('{"sign_id":37582}');
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
    server = await RawServer.start((socket) =>
      socket.on("data", (data) => {
        if (data.includes("--\r\n"))
          socket.write(Buffer.concat([Buffer.from(`HTTP/1.1 100 Continue\r\n\r\n${head}`), body]));
      }),
    );
    const jpush = connect(accountAt(server.url), { timing });
    expect(await jpush.submit()).to.deep.equal({ kind: "taken", id: 37582 });
  });

  for (const [status, reason] of [
    ["401 Unauthorized", "other"],
    ["413 Content Too Large", "other"],
    ["429 Too Many Requests", "other"],
  ] as const) {
    it(`that says ${status} at whatever length: the filing is refused, which is certain`, async () => {
      server = await RawServer.answering(http(status, " ".repeat(2_000_000)));
      const jpush = connect(accountAt(server.url, { maxTries: 1 }), { timing });
      expect(await jpush.submit()).to.deep.include({ kind: "refused", reason });
    });
  }

  it("that is not there: nothing is sent, after three tries", async () => {
    const jpush = connect(accountAt(`http://127.0.0.1:${await refusedPort()}`), { timing });
    const filed = await jpush.submit();
    expect(filed).to.deep.include({ kind: "refused", reason: "not-sent" });
    expect(filed).to.have.property("error").that.is.instanceOf(NotSentError).and.includes({ tries: 3 });
    expect(filed)
      .to.have.nested.property("error.message")
      .that.includes("--run-program")
      .and.includes("JPUSH_ENDPOINT");
    expect(await jpush.remove(1)).to.deep.include({ kind: "refused", reason: "not-sent" });
    expect((await jpush.query(1)).kind).to.equal("failed");
    expect(timing.pauses).to.deep.equal([250, 500, 250, 500, 250, 500]);
  });

  it("that speaks no TLS where https is expected: nothing is sent", async () => {
    let received = "";
    server = await RawServer.start((socket) =>
      socket.on("data", (data) => ((received += data.toString("latin1")), socket.end(http("400 Bad Request", "")))),
    );
    const jpush = connect(accountAt(server.url.replace("http:", "https:"), { maxTries: 1 }), { timing });
    expect(await jpush.submit()).to.deep.include({ kind: "refused", reason: "not-sent" });
    expect(received).not.to.contain("POST");
  });

  it("that comes up late: what was not sent is sent then, once", async () => {
    const port = await refusedPort();
    const late = {
      random: () => 0,
      now: () => 0,
      sleep: async () => {
        server ??= await RawServer.start(
          (socket) =>
            socket.on("data", (data) => data.includes("--\r\n") && socket.write(http("200 OK", '{"sign_id":5}'))),
          port,
        );
      },
    };
    expect(await connect(accountAt(`http://127.0.0.1:${port}`), { timing: late }).submit()).to.deep.equal({
      kind: "taken",
      id: 5,
    });
    expect(server!.sockets).to.have.lengthOf(1);
  });
});
