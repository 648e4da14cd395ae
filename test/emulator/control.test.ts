import { networkInterfaces } from "node:os";
import { expect } from "chai";
import type { RequestEntry } from "sms-emulator";
import { call, closeAfterEach, COMPANY, multipart, parts, start, type Answer, type Call } from "./support";

/** Status and words of a refusal, which must say what is wrong and how to put it right. */
function refused({ status, json }: Answer): [number, string] {
  const { error } = json as { error: { message: string; fix: string } };
  expect(error).to.have.all.keys("message", "fix");
  expect(error.fix).not.to.equal("");
  return [status, error.message];
}

describe("the control plane", () => {
  closeAfterEach();

  it("reviews what is under review, and nothing else", async () => {
    const rig = await start();
    const id = await rig.created();
    const approved = await rig.review(id, "approve");
    expect(approved.status).to.equal(200);
    expect(approved.json).to.include({ id, status: "approved", vendorStatus: 1 });
    expect(refused(await rig.review(id, "reject"))).to.deep.equal([409, "it is not under review, it is approved"]);
  });

  it("changes what somebody would change in the console", async () => {
    const rig = await start();
    const id = await rig.reviewed("approve");
    const path = `/signatures/jpush/${id}`;
    expect((await rig.control(path, "PATCH", { text: "极光短信", inUse: true })).status).to.equal(200);
    expect((await rig.query(id)).json).to.include({ sign: "极光短信", use_status: 1, status: 1 });
    await rig.control(path, "PATCH", { vendorStatus: 7 });
    expect((await rig.query(id)).json).to.include({ status: 7 });
    expect((await rig.signatures())[0]).to.include({ status: "unknown", vendorStatus: 7, inUse: true });
    await rig.control(path, "PATCH", { vendorStatus: 0 });
    expect((await rig.review(id, "approve")).status).to.equal(200);
  });

  it("deletes what the vendor's API would not", async () => {
    const rig = await start();
    const id = await rig.reviewed("approve");
    await rig.control(`/signatures/jpush/${id}/default`, "POST");
    expect((await rig.control(`/signatures/jpush/${id}`, "DELETE")).status).to.equal(200);
    expect(await rig.signatures()).to.deep.equal([]);
    expect((await rig.query(id)).status).to.equal(403);
  });

  it("lists oldest first, of all apps", async () => {
    const rig = await start({ apps: [{ key: "second", secret: "secret" }] });
    const first = await rig.reviewed("reject");
    await rig.as("second", "secret").created();
    await rig.modify(first);
    expect((await rig.signatures()).map(({ id }) => id)).to.deep.equal([37582, 37583]);
  });

  const wrong: [string, string, Call["method"], unknown, number, RegExp][] = [
    ["another path", "/signature", "GET", undefined, 404, /no GET \/_emulator\/signature$/],
    ["another method", "/clock", "DELETE", undefined, 404, /no DELETE/],
    [
      "a vendor that is not there",
      "/signatures/nobody/37582/review",
      "POST",
      { decision: "approve" },
      404,
      /no vendor nobody/,
    ],
    ["an id that is not there", "/signatures/jpush/1/default", "POST", undefined, 404, /no signature 1/],
    [
      "another decision",
      "/signatures/jpush/37582/review",
      "POST",
      { decision: "maybe" },
      400,
      /decision: approve or reject/,
    ],
    ["no decision", "/signatures/jpush/37582/review", "POST", undefined, 400, /not JSON/],
    [
      "a word for a number",
      "/signatures/jpush/37582",
      "PATCH",
      { vendorStatus: "approved" },
      400,
      /vendorStatus: a number/,
    ],
    ["an unknown change", "/signatures/jpush/37582", "PATCH", { sign: "极光" }, 400, /sign/],
    ["no change", "/signatures/jpush/37582", "PATCH", {}, 400, /nothing/],
    ["a clock that goes backwards", "/clock", "POST", { advance: "-1h" }, 400, /advance: a duration/],
    ["a number for a duration", "/clock", "POST", { advance: 24 }, 400, /advance: a duration/],
    [
      "a time that no clock has",
      "/clock",
      "POST",
      { advance: "999999999d" },
      400,
      /advance: the clock ends with the year 9999/,
    ],
    ["an unknown question", "/requests?limit=3", "GET", undefined, 400, /limit/],
    [
      "an unknown kind of fault",
      "/faults",
      "PUT",
      [{ kind: "explode" }],
      400,
      /kind: one of status, cut-before, cut-after, hold, delay, drip, html, malformed, oversized/,
    ],
    ["a fault with an unknown key", "/faults", "PUT", [{ kind: "hold", seconds: 3 }], 400, /seconds/],
    ["a fault without its time", "/faults", "PUT", [{ kind: "delay" }], 400, /ms/],
    ["a fault alone", "/faults", "PUT", { kind: "hold" }, 400, /array/],
    [
      "a page without a body",
      "/faults",
      "PUT",
      [{ kind: "html", status: 304 }],
      400,
      /^0\.status: an answer with .* has no body/,
    ],
    [
      "half a JSON without a body",
      "/faults",
      "PUT",
      [{ kind: "malformed", status: 204 }],
      400,
      /no body; choose another one/,
    ],
    [
      "spaces without a body",
      "/faults",
      "PUT",
      [{ kind: "oversized", status: 205 }],
      400,
      /no body; choose another one/,
    ],
    [
      "a body that no call needs",
      "/faults",
      "PUT",
      " ".repeat(32 * 1024 * 1024),
      413,
      /^the body has more than 32 MiB$/,
    ],
    ["a fault's impossible header", "/faults", "PUT", [{ kind: "status", headers: { "a b": "c" } }], 400, /headers/],
  ];
  for (const [name, path, method, body, status, message] of wrong) {
    it(`says what is wrong with ${name}`, async () => {
      const rig = await start();
      await rig.created();
      const [answered, words] = refused(await rig.control(path, method, body));
      expect(answered).to.equal(status);
      expect(words).to.match(message);
    });
  }

  describe("is for the same machine", () => {
    const guarded: [string, Record<string, string>, number][] = [
      ["lets localhost in", { host: "localhost:4010" }, 200],
      ["lets a page of its own in", { origin: "http://127.0.0.1:4010" }, 200],
      ["keeps out a name that resolves here", { host: "attacker.example" }, 403],
      ["keeps out a name that begins like the loopback", { host: "127.0.0.1.attacker.example" }, 403],
      ["keeps out another site's page", { origin: "https://attacker.example" }, 403],
      ["keeps out a page without an origin", { origin: "null" }, 403],
    ];
    for (const [name, headers, status] of guarded) {
      it(name, async () => {
        const { emulator } = await start();
        const answer = await call(`${emulator.url}/_emulator/signatures`, { headers });
        expect(answer.status).to.equal(status);
        if (status === 403) refused(answer);
      });
    }

    it("keeps out other machines, whom the vendor's calls let in", async function () {
      const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
      const address = outside.find(({ internal, family }) => !internal && family === "IPv4")?.address;
      if (address === undefined) return this.skip();
      const rig = await start({ host: "0.0.0.0" });
      const url = rig.emulator.url.replace("0.0.0.0", address);
      const answer = await call(`${url}/_emulator/signatures`, { headers: { host: "localhost" } });
      expect(refused(answer)[0]).to.equal(403);
      expect((await call(`${url}/v1/sign/1`, { headers: { authorization: rig.authorization } })).text).to.contain(
        "50102",
      );
    });
  });

  it("lists the vendor's calls, with nothing that was in them", async () => {
    const rig = await start();
    await rig.created();
    await rig.vendor("/v1/sign/37582?token=secret");
    await rig.control("/clock");
    await call(`${rig.emulator.url}/`);
    const { json, text } = await rig.control("/requests");
    const requests = json as RequestEntry[];
    expect(requests.map(({ at: _, ...rest }) => rest)).to.deep.equal([
      { method: "POST", path: "/v1/sign", status: 200, bytes: multipart(parts(COMPANY)).length },
      { method: "GET", path: "/v1/sign/37582", status: 200, bytes: 0 },
    ]);
    for (const { at } of requests) expect(new Date(at).toISOString()).to.equal(at);
    for (const secret of ["token", "Basic", String(COMPANY["legalPersonIdNumber"])])
      expect(text).not.to.contain(secret);
  });

  it("keeps no more than the last 1000 calls", async () => {
    const rig = await start();
    for (let count = 0; count < 1003; count++) await rig.vendor(`/v1/sign/${count}`);
    const requests = (await rig.control("/requests")).json as RequestEntry[];
    expect(requests).to.have.length(1000);
    expect(requests[0]!.path).to.equal("/v1/sign/3");
  });

  it("waits until enough calls came", async () => {
    const rig = await start();
    await rig.query(1);
    let answered = false;
    const waiting = rig.control("/requests?atLeast=2&method=get&path=/v1/sign").then((answer) => {
      answered = true;
      return answer.json as RequestEntry[];
    });
    await rig.vendor("/v1/sign", { method: "DELETE" });
    await rig.control("/signatures");
    expect(answered).to.equal(false);
    await rig.query(2);
    expect((await waiting).map(({ path }) => path)).to.deep.equal(["/v1/sign/1", "/v1/sign/2"]);
    expect(refused(await rig.control("/requests?atLeast=9&timeout=1ms"))).to.deep.equal([
      504,
      "3 requests of 9 came in time",
    ]);
  });

  it("makes everything as new", async () => {
    const rig = await start();
    await rig.created();
    await rig.control("/faults", "PUT", [{ kind: "html" }]);
    await rig.control("/clock", "POST", { advance: "3d" });
    expect((await rig.control("/reset", "POST")).status).to.equal(200);
    expect((await rig.control("/requests")).json).to.deep.equal([]);
    expect((await rig.control("/faults")).json).to.deep.equal([]);
    const { now } = (await rig.control("/clock")).json as { now: string };
    expect(Date.parse(now)).to.be.lessThan(Date.now() + 3_600_000);
    expect(await rig.signatures()).to.deep.equal([]);
    expect(await rig.created()).to.equal(37582);
    await rig.emulator.reset();
    expect(await rig.signatures()).to.deep.equal([]);
  });
});
