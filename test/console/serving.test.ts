import { createHash } from "node:crypto";
import { networkInterfaces } from "node:os";
import { expect } from "chai";
import { JPEG, PNG } from "../emulator/samples";
import { call, closeAfterEach, start, type Call, type Rig } from "../emulator/support";

const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

/** The next event that names this topic, read from a stream of events. */
async function* topicsOf(url: string, signal: AbortSignal): AsyncGenerator<string[]> {
  const { body, headers } = await fetch(url, { signal });
  expect(headers.get("content-type")).to.equal("text/event-stream");
  let text = "";
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const [, data] = /^data: (.+)$/m.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (data !== undefined) yield JSON.parse(data) as string[];
    }
  }
}

describe("the review console is served", () => {
  closeAfterEach();

  const root = (rig: Rig, options: Call = {}) => call(`${rig.emulator.url}/`, options);

  it("to a browser at /, under a policy that lets nothing else in", async () => {
    const rig = await start();
    const { status, headers, text } = await root(rig, { headers: browser });
    expect(status).to.equal(200);
    expect(headers).to.include({
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "content-security-policy":
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    });
    expect((await root(rig, { method: "HEAD", headers: browser })).status).to.equal(200);
    const paths = [...text.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, path]) => path!);
    expect(paths).to.have.length.greaterThan(2);
    for (const path of paths) {
      expect(path).to.match(/^\/_emulator\/console\//);
      const { status: there, headers: sent } = await call(rig.emulator.url + path);
      expect([there, sent["x-content-type-options"]]).to.deep.equal([200, "nosniff"]);
    }
  });

  const others: [string, Call][] = [
    ["tools that wait for it", {}],
    ["tools that only look", { method: "HEAD" }],
    ["a client with credentials", { headers: { authorization: "Basic bm9ib2R5" } }],
    ["a name that resolves here", { headers: { ...browser, host: "emulator:4010" } }],
    ["another site's page", { headers: { ...browser, origin: "https://attacker.example" } }],
  ];
  for (const [name, options] of others) {
    it(`not to ${name}, whom / answers with 200 and a line`, async () => {
      const { status, headers, text } = await root(await start(), options);
      expect([status, headers["content-type"]]).to.deep.equal([200, "text/plain; charset=utf-8"]);
      if (options.method !== "HEAD") expect(text).to.match(/^sms-emulator: .+\n$/);
    });
  }

  it("not to other machines", async function () {
    const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const address = outside.find(({ internal, family }) => !internal && family === "IPv4")?.address;
    if (address === undefined) return this.skip();
    const rig = await start({ host: "0.0.0.0" });
    await rig.created();
    const url = rig.emulator.url.replace("0.0.0.0", address);
    expect((await call(url, { headers: browser })).text).to.match(/^sms-emulator: /);
    for (const path of ["/console/main.js", "/documents/jpush/37582/idCardImage", "/events"]) {
      expect((await call(`${url}/_emulator${path}`, { headers: { host: "localhost" } })).status, path).to.equal(403);
    }
  });

  it("from its own folder alone", async () => {
    const rig = await start();
    for (const name of ["tsconfig.json", "none.js", "..%2findex.ts", "%2e%2e%2f%2e%2e%2fmain.ts", "main.js%00.css"]) {
      expect((await rig.control(`/console/${name}`)).status, name).to.equal(404);
    }
  });
});

describe("the documents as pictures", () => {
  closeAfterEach();

  it("are what was filed, by what they are, and kept nowhere", async () => {
    const rig = await start();
    await rig.created();
    const [filed] = await rig.signatures();
    for (const [field, type, content] of [
      ["idCardImage", "image/jpeg", JPEG],
      ["businessLicenseImage", "image/png", PNG],
    ] as const) {
      const response = await fetch(`${rig.emulator.url}/_emulator/documents/jpush/37582/${field}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(content)).to.equal(true);
      expect(filed!.images.find((one) => one.field === field)!.sha256).to.equal(
        createHash("sha256").update(bytes).digest("hex"),
      );
      expect(Object.fromEntries(response.headers)).to.include({
        "content-type": type,
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
      });
    }
  });

  it("are not there for another field, signature or vendor, nor after a deletion", async () => {
    const rig = await start();
    await rig.created();
    const answer = await rig.control("/documents/jpush/37582/trademarkImage");
    expect(answer.status).to.equal(404);
    expect(answer.text).to.contain("it has idCardImage, businessLicenseImage");
    expect((await rig.control("/documents/jpush/1/idCardImage")).status).to.equal(404);
    expect((await rig.control("/documents/nobody/37582/idCardImage")).status).to.equal(404);
    await rig.delete(37582);
    expect((await rig.control("/documents/jpush/37582/idCardImage")).status).to.equal(404);
  });

  const strangers: [string, Record<string, string>][] = [
    [
      "another site's page, which shows them without an origin",
      { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" },
    ],
    ["a page of another origin", { origin: "https://attacker.example" }],
    ["a name that resolves here", { host: "attacker.example" }],
  ];
  for (const [name, headers] of strangers) {
    it(`are not for ${name}`, async () => {
      const rig = await start();
      await rig.created();
      const { status, text } = await call(`${rig.emulator.url}/_emulator/documents/jpush/37582/idCardImage`, {
        headers,
      });
      expect(status).to.equal(403);
      expect(text).to.contain("the control plane answers on the loopback only");
    });
  }
});

describe("the stream of events", () => {
  closeAfterEach();

  it("names everything at first, then what has changed", async () => {
    const rig = await start();
    const leave = new AbortController();
    const events = topicsOf(`${rig.emulator.url}/_emulator/events`, leave.signal);
    expect((await events.next()).value).to.have.members(["signatures", "requests", "faults", "clock", "callbacks"]);

    /** What is told until the topic is. */
    async function until(topic: string): Promise<string[]> {
      const told: string[] = [];
      while (!told.includes(topic)) told.push(...((await events.next()).value as string[]));
      return told;
    }
    const signature = "/signatures/jpush/37582";
    await rig.created();
    expect(await until("signatures"))
      .to.include("requests")
      .and.not.include("clock");
    for (const [path, method, body, topic] of [
      [`${signature}/review`, "POST", { decision: "approve" }, "signatures"],
      [`${signature}/default`, "POST", undefined, "signatures"],
      [signature, "PATCH", { inUse: true }, "signatures"],
      ["/clock", "POST", { advance: "1h" }, "clock"],
      ["/faults", "PUT", [{ kind: "html", times: 2 }], "faults"],
      [signature, "DELETE", undefined, "signatures"],
    ] as const) {
      expect((await rig.control(path, method, body)).status, path).to.equal(200);
      // The answer to a call before can be told late.
      expect((await until(topic)).filter((told) => told !== "requests")).to.deep.equal([topic]);
    }
    await rig.query(1);
    expect(await until("faults"), "one time less").to.include("faults");
    await rig.control("/reset", "POST");
    await until("clock");
    leave.abort();
  });

  it("ends with the emulator", async () => {
    const rig = await start();
    const events = topicsOf(`${rig.emulator.url}/_emulator/events`, new AbortController().signal);
    await events.next();
    await rig.emulator.close();
    const end = await events.next().then(
      () => "ended",
      () => "cut",
    );
    expect(end).to.equal("cut");
  });
});
