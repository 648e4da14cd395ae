import { expect } from "chai";
import {
  canonicalRequest,
  parseAuthorization,
  sign,
  sha256,
  type WireRequest,
} from "../../emulator/src/huaweicloud/signing";
import {
  ACCESS_KEY,
  HuaweiRig,
  PROJECT_ID,
  refused,
  sdkDate,
  SECRET_KEY,
  signed,
  startHuawei,
  type Signing,
} from "./huaweicloud";
import { call, closeAfterEach, type Answer, type Call } from "./support";
import { Wire } from "./wire";

describe("the vendor's published example of a signature", () => {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    host: "service.region.example.com",
    "x-sdk-date": "20191115T033655Z",
  };
  const request: WireRequest = {
    method: "GET",
    target: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    header: (name) => headers[name],
    body: Buffer.alloc(0),
  };
  const signature = "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe";

  it("comes out", () => {
    const canonical = canonicalRequest(request, Object.keys(headers));
    expect(sha256(canonical)).to.equal("b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a");
    expect(sign(canonical, "20191115T033655Z", SECRET_KEY)).to.equal(signature);
  });

  it("comes out of the tests' own signer too", () => {
    const url = `https://${headers["host"]}${request.target}`;
    const at = Date.parse("2019-11-15T03:36:55Z");
    const { authorization } = signed(url, { headers: { "content-type": "application/json" } }, { at });
    expect(parseAuthorization(authorization!)).to.deep.equal({
      accessKey: ACCESS_KEY,
      signedHeaders: ["content-type", "host", "x-sdk-date"],
      signature,
    });
  });
});

describe("the signature of a request", () => {
  closeAfterEach();

  const path = `/v2/${PROJECT_ID}/msgsms/signatures`;
  const minute = 60_000;

  /** Sends what was signed, with some of it changed on the way. */
  async function tampered(change: {
    path?: string;
    call?: Call;
    headers?: Record<string, string | undefined>;
    signing?: Signing;
  }): Promise<Answer> {
    const { emulator } = await startHuawei();
    const options: Call = { method: "GET", ...change.call };
    const kept = Object.entries({ ...signed(emulator.url + path, options, change.signing), ...change.headers });
    const headers = Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    return call(emulator.url + (change.path ?? path), { ...options, headers });
  }

  const right: [string, Parameters<typeof tampered>[0]][] = [
    ["is verified", {}],
    ["may be 14 minutes old", { signing: { ahead: -14 * minute } }],
    ["may be of a clock that is 14 minutes fast", { signing: { ahead: 14 * minute } }],
    ["covers headers with a space around their value", { call: { headers: { "x-padded": " as it is  " } } }],
    ["may name the project in a header", { call: { headers: { "x-project-id": PROJECT_ID } } }],
    ["leaves out headers that were added on the way", { headers: { via: "1.1 somebody" } }],
  ];
  for (const [name, change] of right) {
    it(name, async () => {
      const answer = await tampered(change);
      expect([answer.status, answer.text]).to.deep.equal([200, '{"results":[],"total":0}']);
    });
  }

  const wrong: [string, Parameters<typeof tampered>[0], RegExp][] = [
    ["another path", { path: `${path}/1` }, /verify aksk signature fail/],
    ["a query that was added", { path: `${path}?limit=1` }, /verify aksk signature fail/],
    ["another secret key", { signing: { secretKey: "wrong" } }, /verify aksk signature fail/],
    [
      "a signed header that was changed",
      { call: { headers: { "x-one": "1" } }, headers: { "x-one": "2" } },
      /verify aksk signature fail/,
    ],
    [
      "a signed header that was lost",
      { call: { headers: { "x-one": "1" } }, headers: { "x-one": undefined } },
      /verify aksk signature fail/,
    ],
    [
      "16 minutes of age",
      { signing: { ahead: -16 * minute } },
      /signature expired, signature time:\d{8}T\d{6}Z,server time:\d{8}T\d{6}Z$/,
    ],
    ["a date 16 minutes ahead", { signing: { ahead: 16 * minute } }, /signature expired/],
    ["no date", { headers: { "x-sdk-date": undefined } }, /x-sdk-date is missing/],
    ["an unknown key", { signing: { accessKey: "NOBODY" } }, /Get secretKey failed,ak:\*{6},err:ak not exist$/],
    ["a security token that permanent keys do not have", { signing: { securityToken: "token" } }, /security token/],
    ["nothing of the kind", { headers: { authorization: undefined } }, /x-auth-token not found$/],
    ["another scheme", { headers: { authorization: "Basic YTpi" } }, /not SDK-HMAC-SHA256/],
    ["half of it", { headers: { authorization: `SDK-HMAC-SHA256 Access=${ACCESS_KEY}` } }, /not SDK-HMAC-SHA256/],
  ];
  for (const [name, change, message] of wrong) {
    it(`is refused for ${name}`, async () => {
      const answer = await tampered(change);
      expect(refused(answer)).to.deep.equal([401, "APIGW.0301"]);
      const { error_msg: words, request_id: id } = answer.json as Record<string, string>;
      expect(words)
        .to.match(/^Incorrect IAM authentication information: /)
        .and.match(message);
      expect(id)
        .to.match(/^[0-9a-f]{32}$/)
        .and.equal(answer.headers["x-request-id"]);
    });
  }

  it("is refused for a date that it does not cover", async () => {
    const { emulator } = await startHuawei();
    const headers = signed(emulator.url + path, {});
    headers["authorization"] = headers["authorization"]!.replace("host;x-sdk-date", "host");
    expect((await call(emulator.url + path, { headers })).text).to.contain(
      "x-sdk-date is missing, malformed or not signed",
    );
  });

  it("is refused for another date than was signed", async () => {
    const answer = await tampered({ headers: { "x-sdk-date": sdkDate(Date.now() - minute) } });
    expect(answer.text).to.contain("verify aksk signature fail");
  });

  it("is refused for another body, and for another hash than the body's", async () => {
    const rig = await startHuawei();
    const url = `${rig.emulator.url}${path}`;
    const headers = signed(url, { method: "POST", body: "{}" });
    expect(refused(await call(url, { method: "POST", headers, body: '{"a":1}' }))).to.deep.equal([401, "APIGW.0301"]);
    const same = signed(url, { method: "POST", body: "{}" });
    expect(refused(await call(url, { method: "POST", headers: same, body: "{}" })), "the same body").to.deep.equal([
      403,
      "MSGSMS.0002",
    ]);
    const claimed = signed(url, { method: "POST", headers: { "x-sdk-content-sha256": sha256("{}") }, body: "{}" });
    expect(refused(await call(url, { method: "POST", headers: claimed, body: "{ }" }))).to.deep.equal([
      401,
      "APIGW.0301",
    ]);
  });

  it("is answered with the request as the gateway understood it", async () => {
    const answer = await tampered({ signing: { secretKey: "wrong" }, call: { headers: { "x-one": "1" } } });
    const { error_msg: words } = answer.json as { error_msg: string };
    const canonical = words.replace(/^.*canonicalRequest:/, "").split("|");
    expect(canonical.slice(0, 3)).to.deep.equal(["GET", `${path}/`, ""]);
    expect(canonical[3]).to.match(/^host:127\.0\.0\.1:\d+$/);
    expect(canonical[4]).to.equal("x-one:1");
    expect(canonical[5]).to.match(/^x-sdk-date:\d{8}T\d{6}Z$/);
    expect(canonical.slice(6)).to.deep.equal(["", "host;x-one;x-sdk-date", sha256("")]);
    expect(answer.text).not.to.contain(SECRET_KEY);
  });

  it("is over path and query however they were written", async () => {
    const rig = await startHuawei();
    await rig.created({ signature_name: "a b+c(d)" });
    const names = async (query: string) => (await rig.list(query)).names;
    expect(await names("?limit=5&offset=0&signature_name=a%20b%2Bc%28d%29&signature_type=")).to.deep.equal([
      "a b+c(d)",
    ]);
    const { host } = new URL(rig.emulator.url);
    // Unsorted, with a plus for the space and an apostrophe that a URL leaves alone.
    const sent = "/signatures?signature_name=a+b%2Bc(d)&limit=5&apply=it's";
    const meant = "/signatures?apply=it%27s&limit=5&signature_name=a%20b%2Bc%28d%29";
    const headers = signed(`http://${host}/v2/${PROJECT_ID}/msgsms${meant}`, {});
    const wire = await Wire.open(rig.emulator.url);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    wire.write(`GET /v2/%37${PROJECT_ID.slice(1)}/msgsms${sent} HTTP/1.1\r\n`, ...lines, "\r\n");
    const answer = await wire.answer();
    expect(answer.body).to.contain('"total":1');
    wire.close();
  });

  it("is refused for a path that is not validly encoded", async () => {
    const { emulator } = await startHuawei();
    const headers = signed(emulator.url + path, {});
    const answer = await call(`${emulator.url}${path}?signature_name=%E4%BD`, { headers });
    expect(answer.text).to.contain("not validly encoded");
  });

  it("leaves out a body that says so, such as a form with a file", async () => {
    const rig = await startHuawei();
    expect(await rig.uploaded()).to.be.a("string");
    const url = `${rig.emulator.url}/v2/${PROJECT_ID}/msgsms/upload-files`;
    const headers = signed(url, { method: "POST" }, { unsigned: true });
    const undeclared = { ...headers, "x-sdk-content-sha256": sha256("") };
    expect(refused(await call(url, { method: "POST", headers: undeclared, body: "x" }))).to.deep.equal([
      401,
      "APIGW.0301",
    ]);
  });

  it("of temporary keys goes with their token", async () => {
    const rig = await startHuawei({ hwSecurityToken: "temporary" });
    const status = async (signing: Signing) => (await rig.as(signing).vendor("/apps")).status;
    expect(await status({ securityToken: "temporary" })).to.equal(200);
    expect(await status({})).to.equal(401);
    expect(await status({ securityToken: "another" })).to.equal(401);
  });

  it("goes on being verified on real time, whatever the emulator's clock says", async () => {
    const rig = await startHuawei();
    await rig.control("/clock", "POST", { advance: "30d" });
    expect((await rig.vendor("/apps")).status).to.equal(200);
  });

  it("lets into its own project only", async () => {
    const second = { accessKey: "AK2", secretKey: "SK2", projectId: "second" };
    const rig = await startHuawei({ hwAccounts: [second] });
    const id = await rig.created();
    const other = new HuaweiRig(rig.emulator, second, "second");
    expect(refused(await other.show(id))).to.deep.equal([404, "MSGSMS.0005"]);
    expect((await other.list()).total).to.equal(0);
    expect((await other.create({ signature_name: "样例信息" })).status).to.equal(200);
    expect(refused(await rig.as(second).show(id))).to.deep.equal([401, "MSGSMS.0003"]);
    const named = await rig.vendor("/apps", { headers: { "x-project-id": "second" } });
    expect(refused(named)).to.deep.equal([401, "MSGSMS.0003"]);
  });
});
