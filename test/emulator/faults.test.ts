import { once } from "node:events";
import { expect } from "chai";
import { request } from "undici";
import { HuaweiRig } from "./huaweicloud";
import { basic, call, closeAfterEach, start, type Rig } from "./support";
import { Wire } from "./wire";

const set = (rig: Rig, ...faults: object[]) => rig.control("/faults", "PUT", faults);

/** Resolves to the error that a call without an answer ends with. */
async function cut(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    (answer) => expect.fail(`answered: ${JSON.stringify(answer)}`),
    (error: unknown) => String(error),
  );
}

const made = async (rig: Rig) => (await rig.signatures()).map(({ id }) => id);

describe("faults", () => {
  closeAfterEach();

  it("meet the requests of their method and path, so many times, the first that fits", async () => {
    const rig = await start();
    await set(
      rig,
      { kind: "status", status: 503, method: "get", path: "/v1/sign/1", times: 2 },
      { kind: "status", status: 504, method: "GET", path: "/v1/sign" },
    );
    expect((await rig.create()).status).to.equal(200);
    const statuses = [];
    for (const id of [12, 3, 12, 12, 3]) statuses.push((await rig.query(id)).status);
    expect(statuses).to.deep.equal([503, 504, 503, 504, 504]);
    expect((await rig.control("/faults")).json).to.deep.equal([
      { kind: "status", status: 504, method: "GET", path: "/v1/sign", taken: false },
    ]);
    await set(rig);
    expect((await rig.query(37582)).status).to.equal(200);
  });

  it("never meet the control plane", async () => {
    const rig = await start();
    await set(rig, { kind: "cut-before" });
    expect((await rig.control("/signatures")).status).to.equal(200);
  });

  it("status: answers with the vendor's code, or with nothing", async () => {
    const rig = await start();
    const headers = { "retry-after": "3" };
    await set(
      rig,
      { kind: "status", status: 429, code: 50009, headers, times: 1 },
      { kind: "status", code: 50019, times: 1 },
      { kind: "status", code: 50019, message: "busy", times: 1 },
      { kind: "status", status: 302, headers: { location: "https://example.com/" }, times: 1 },
      { kind: "status", status: 204, times: 1 },
      { kind: "status", status: 403, code: 59999, message: "new", times: 1 },
    );
    const busy = await rig.create();
    expect([busy.status, busy.text, busy.headers["retry-after"]]).to.deep.equal([
      429,
      '{"error":{"code":50009,"message":"out of frequency"}}',
      "3",
    ]);
    const answers = [await rig.create(), await rig.create(), await rig.create(), await rig.create()];
    answers.push(await rig.create());
    expect(answers.map(({ status, text }) => [status, text])).to.deep.equal([
      [500, '{"error":{"code":50019,"message":"server error"}}'],
      [500, '{"error":{"code":50019,"message":"busy"}}'],
      [302, ""],
      [204, ""],
      [403, '{"error":{"code":59999,"message":"new"}}'],
    ]);
    expect(await made(rig)).to.deep.equal([]);
  });

  it("cut-before: closes the connection, and nothing was filed", async () => {
    const rig = await start();
    await set(rig, { kind: "cut-before", times: 1 });
    await cut(rig.create());
    expect(await made(rig)).to.deep.equal([]);
    expect((await rig.control("/requests")).json).to.have.nested.property("[0].status", null);
    expect(await rig.created()).to.equal(37582);
  });

  it("cut-after: closes the connection, and it was filed", async () => {
    const rig = await start();
    await set(rig, { kind: "cut-after", times: 1 });
    await cut(rig.create());
    expect(await made(rig)).to.deep.equal([37582]);
  });

  it("hold: keeps requests until the list changes, and takes them then", async () => {
    const rig = await start();
    await set(rig, { kind: "hold", method: "POST" });
    const held = rig.create();
    await rig.control("/requests?atLeast=1");
    expect(await made(rig)).to.deep.equal([]);
    await set(rig);
    expect((await held).status).to.equal(200);
    expect(await made(rig)).to.deep.equal([37582]);
  });

  for (const fault of [{ kind: "hold" }, { kind: "delay", ms: 60_000 }]) {
    it(`${fault.kind}: is cut off by a reset, and not taken after it`, async () => {
      const rig = await start();
      await set(rig, fault);
      const failed = cut(rig.create());
      await rig.control("/requests?atLeast=1");
      await rig.emulator.reset();
      await failed;
      expect(await made(rig)).to.deep.equal([]);
      expect((await rig.create()).status).to.equal(200);
    });
  }

  it("hold with taken: keeps the answer only", async () => {
    const rig = await start();
    await set(rig, { kind: "hold", taken: true });
    const held = rig.create();
    await rig.control("/requests?atLeast=1");
    expect(await made(rig)).to.deep.equal([37582]);
    await rig.control("/reset", "POST");
    expect((await held).text).to.equal('{"sign_id":37582}');
  });

  it("hold: does not take a request whose client has gone", async () => {
    const rig = await start();
    await rig.created();
    await set(rig, { kind: "hold" });
    const wire = await Wire.open(rig.emulator.url);
    wire.write(`DELETE /v1/sign/37582 HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${basic()}\r\n\r\n`);
    await rig.control("/requests?atLeast=2");
    const closed = once(wire.socket, "close");
    wire.socket.end();
    await closed;
    await set(rig);
    expect((await rig.query(37582)).status).to.equal(200);
  });

  it("delay: waits before it takes the request", async () => {
    const rig = await start();
    await set(rig, { kind: "delay", ms: 100_000 });
    const delayed = cut(rig.create());
    await rig.control("/requests?atLeast=1");
    expect(await made(rig)).to.deep.equal([]);
    await set(rig, { kind: "delay", ms: 1 });
    expect((await rig.create()).status).to.equal(200);
    await rig.emulator.close();
    await delayed;
  });

  it("delay with taken: waits with the answer", async () => {
    const rig = await start();
    await set(rig, { kind: "delay", ms: 100_000, taken: true });
    const delayed = cut(rig.create());
    await rig.control("/requests?atLeast=1");
    expect(await made(rig)).to.deep.equal([37582]);
    await rig.emulator.close();
    await delayed;
  });

  it("drip: gives the true answer a byte at a time", async () => {
    const rig = await start();
    await rig.created();
    await set(rig, { kind: "drip", ms: 1 });
    const wire = await Wire.open(rig.emulator.url);
    wire.write(
      `GET /v1/sign/37582 HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${basic()}\r\nConnection: close\r\n\r\n`,
    );
    let text = "";
    for await (const chunk of wire.socket) text += String(chunk);
    expect(text)
      .to.match(/^HTTP\/1\.1 200/)
      .and.match(/transfer-encoding: chunked/i);
    // Each byte of the JSON is a chunk of its own.
    expect(text.match(/\r\n1\r\n/g)).to.have.length.above(50);
    await set(rig, { kind: "drip", ms: 1 });
    expect((await rig.query(37582)).json).to.include({ sign_id: 37582 });
  });

  it("html: answers as a gateway does, whether the request was taken or not", async () => {
    const rig = await start();
    await set(rig, { kind: "html", times: 1 }, { kind: "html", times: 1, status: 504, taken: true });
    const lost = await rig.create();
    expect([lost.status, lost.headers["content-type"]]).to.deep.equal([502, "text/html"]);
    expect(lost.text).to.contain("502 Bad Gateway");
    expect(await made(rig)).to.deep.equal([]);
    expect((await rig.create()).text).to.contain("504 Gateway Timeout");
    expect(await made(rig)).to.deep.equal([37582]);
  });

  it("drip: gives an answer that has no body at once", async () => {
    const rig = await start();
    const huawei = new HuaweiRig(rig.emulator);
    const id = await huawei.created();
    await set(rig, { kind: "drip", method: "DELETE" });
    expect((await huawei.delete(id)).status).to.equal(204);
    await rig.created();
    expect((await rig.delete(37582)).status).to.equal(200);
  });

  it("malformed: answers JSON that ends in the middle", async () => {
    const rig = await start();
    await set(rig, { kind: "malformed" });
    const raw = await request(`${rig.emulator.url}/v1/sign/1`, { headers: { authorization: rig.authorization } });
    expect([raw.statusCode, raw.headers["content-type"]]).to.deep.equal([200, "application/json"]);
    const text = await raw.body.text();
    expect(text).not.to.equal("");
    expect(() => JSON.parse(text)).to.throw(SyntaxError);
    await set(rig, { kind: "malformed", taken: true });
    await rig.create().catch(() => undefined);
    expect(await made(rig)).to.deep.equal([37582]);
  });

  it("oversized: answers JSON with many spaces after it", async () => {
    const rig = await start();
    await set(rig, { kind: "oversized", bytes: 3_000_000, taken: true, times: 1 }, { kind: "oversized", bytes: 10 });
    const big = await rig.create();
    expect([big.status, big.text.length]).to.deep.equal([200, 3_000_000 + '{"sign_id":37582}'.length]);
    expect(big.json).to.deep.equal({ sign_id: 37582 });
    expect((await rig.create()).text).to.equal(`{}${" ".repeat(10)}`);
    expect(await made(rig)).to.deep.equal([37582]);
  });

  it("do not delay close, nor do idle connections", async () => {
    const rig = await start();
    await rig.query(1);
    const idle = await Wire.open(rig.emulator.url);
    await set(rig, { kind: "hold" });
    const held = cut(rig.create());
    await rig.control("/requests?atLeast=2");
    const waiting = cut(rig.control("/requests?atLeast=9"));
    await Promise.all([rig.emulator.close(), rig.emulator.close()]);
    await Promise.all([held, waiting]);
    await cut(call(rig.emulator.url));
    idle.close();
  });
});
