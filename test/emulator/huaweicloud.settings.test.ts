import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { OptionError, startEmulator, type EmulatorOptions } from "sms-emulator";
import { HuaweiRig, refused, startHuawei } from "./huaweicloud";
import { PNG } from "./samples";
import { call, closeAfterEach, closeAll } from "./support";

/** The error that these options end with. */
async function failure(options: Record<string, unknown>): Promise<unknown> {
  // A JavaScript program can pass anything.
  return startEmulator(options as EmulatorOptions).then(
    (emulator) => emulator.close(),
    (reason: unknown) => reason,
  );
}

describe("what Huawei Cloud's documents leave open", () => {
  closeAfterEach();

  it("is which HTTP status goes with which code", async () => {
    const rig = await startHuawei({ hwHttpStatuses: { "MSGSMS.0002": 400, "MSGSMS.0005": 403, "APIGW.0301": 403 } });
    expect(refused(await rig.create({ signature_name: "" }))).to.deep.equal([400, "MSGSMS.0002"]);
    expect(refused(await rig.show("none"))).to.deep.equal([403, "MSGSMS.0005"]);
    expect(refused(await rig.as({ secretKey: "wrong" }).show("none"))).to.deep.equal([403, "APIGW.0301"]);
    const id = await rig.created();
    expect(refused(await rig.update(id)), "others stay").to.deep.equal([403, "MSGSMS.0007"]);
  });

  it("is how a create and a delete are answered", async () => {
    const rig = await startHuawei({ hwCreatedStatus: 201, hwDeletedStatus: 200 });
    const { status, json } = await rig.create();
    expect(status).to.equal(201);
    const deleted = await rig.delete((json as { id: string }).id);
    expect([deleted.status, deleted.text]).to.deep.equal([200, ""]);
  });

  it("are the codes of what is absent and what is there twice", async () => {
    const rig = await startHuawei({ hwAbsentCode: "MSGSMS.0033", hwDuplicateCode: "MSGSMS.0004" });
    await rig.created();
    expect(refused(await rig.create())).to.deep.equal([403, "MSGSMS.0004"]);
    expect(refused(await rig.show("none"))).to.deep.equal([404, "MSGSMS.0033"]);
  });

  it("is a service that is not opened", async () => {
    const rig = await startHuawei({ hwServiceOpened: false });
    expect(refused(await rig.vendor("/apps"))).to.deep.equal([403, "MSGSMS.0013"]);
    expect(refused(await rig.as({ secretKey: "wrong" }).vendor("/apps")), "credentials come first").to.deep.equal([
      401,
      "APIGW.0301",
    ]);
  });
});

describe("options of Huawei Cloud", () => {
  closeAfterEach();

  it("replace the sample credentials", async () => {
    const rig = await startHuawei({
      ...{ hwAccessKey: "AK", hwSecretKey: "SK", hwProjectId: "mine", hwRegion: "cn-south-1" },
      ...{ hwUserName: "user", hwUserPassword: "password", hwDomainName: "domain" },
    });
    expect(refused(await rig.vendor("/apps"))).to.deep.equal([401, "APIGW.0301"]);
    expect((await rig.as({ accessKey: "AK", secretKey: "SK" }, "mine").create()).status).to.equal(200);
    const auth = {
      identity: {
        methods: ["password"],
        password: { user: { name: "user", password: "password", domain: { name: "domain" } } },
      },
      scope: { project: { name: "cn-south-1" } },
    };
    const answer = await call(`${rig.emulator.url}/v3/auth/tokens`, { method: "POST", body: JSON.stringify({ auth }) });
    expect(answer.json).to.have.nested.property("token.project.id", "mine");
  });

  const second = { accessKey: "AK2", secretKey: "SK2", projectId: "second" };
  const wrong: [Record<string, unknown>, RegExp][] = [
    [{ hwHttpStatuses: { "MSGSMS.9999": 400 } }, /^hwHttpStatuses/],
    [{ hwHttpStatuses: { "MSGSMS.0002": 99 } }, /^hwHttpStatuses/],
    [{ hwCreatedStatus: 202 }, /^hwCreatedStatus: 200 or 201$/],
    [{ hwAbsentCode: "50102" }, /^hwAbsentCode: one of MSGSMS\.0001, /],
    [{ hwSite: "us" }, /^hwSite: intl or cn$/],
    [{ hwApps: [] }, /^hwApps: /],
    [{ hwUtcOffset: 1.5 }, /^hwUtcOffset: /],
    [{ hwAccounts: [second, { ...second, projectId: "third" }] }, /^hwAccounts: accessKey AK2 is there twice$/],
    [
      { hwAccounts: [{ ...second, projectId: "77b6a44cba5143ab91d13ab9a8ff44fd" }] },
      /^hwAccounts: projectId 77b6.* is there twice$/,
    ],
    [{ hwAccounts: [{ accessKey: "AK2", projectId: "p", secret: "SK" }] }, /^hwAccounts\.0/],
  ];
  for (const [options, message] of wrong) {
    it(`are refused by name: ${JSON.stringify(options)}`, async () => {
      const error = await failure(options);
      expect(error).to.be.instanceOf(OptionError);
      expect(error).to.have.property("message").that.matches(message);
      expect(String(error)).not.to.contain("SK2");
    });
  }
});

describe("the data file with Huawei Cloud", () => {
  let folder: string;
  let data: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sms-emulator-"));
    data = join(folder, "signatures.json");
  });
  closeAfterEach();
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function tokenOf({ emulator }: HuaweiRig): Promise<string> {
    const user = { name: "IAMUser", password: "IAMPassword", domain: { name: "IAMDomain" } };
    const auth = {
      identity: { methods: ["password"], password: { user } },
      scope: { project: { name: "cn-north-4" } },
    };
    const { headers } = await call(`${emulator.url}/v3/auth/tokens`, {
      method: "POST",
      body: JSON.stringify({ auth }),
    });
    return String(headers["x-subject-token"]);
  }

  it("keeps signatures, files and tokens over restarts", async () => {
    const first = await startHuawei({ data });
    const fileId = await first.uploaded();
    const id = await first.created({ file_id: fileId });
    await first.review(id, "reject", "blurred");
    const token = await tokenOf(first);
    const [shown, file, before] = [
      await first.show(id),
      await first.vendor(`/upload-files?file_id=${fileId}`),
      await first.signatures(),
    ];
    await closeAll();

    const second = await startHuawei({ data });
    expect(await second.signatures()).to.deep.equal(before);
    expect((await second.show(id)).json).to.deep.equal(shown.json);
    expect((await second.vendor(`/upload-files?file_id=${fileId}`)).json).to.deep.equal(file.json);
    const apps = new URL(`/v2/${second.projectId}/msgsms/apps`, second.emulator.url);
    expect((await call(apps.href, { headers: { "x-auth-token": token } })).status).to.equal(200);
    expect((await second.update(id, { file_id: fileId })).status).to.equal(200);
    expect(await second.uploaded(), "no id is used twice").not.to.equal(fileId);
  });

  it("is written with every upload and token, and holds no token that could be used", async () => {
    const rig = await startHuawei({ data });
    await rig.uploaded();
    expect(readFileSync(data, "utf8")).to.contain(PNG.toString("base64"));
    const token = await tokenOf(rig);
    const text = readFileSync(data, "utf8");
    expect(JSON.parse(text)).to.have.nested.property("vendors.huaweicloud.kept.tokens").with.length(1);
    expect(text).not.to.contain(token);
    await rig.emulator.reset();
    expect(readFileSync(data, "utf8")).not.to.contain(PNG.toString("base64"));
  });

  it("of an emulator without Huawei Cloud is read", async () => {
    writeFileSync(data, '{"version":1,"clock":0,"vendors":{"jpush":{"made":3,"signatures":[]}}}');
    expect(await (await startHuawei({ data })).created()).to.be.a("string");
  });

  it("is left alone when its files are something else", async () => {
    const content =
      '{"version":1,"clock":0,"vendors":{"huaweicloud":{"made":0,"signatures":[],"kept":{"files":[{"id":1}],"tokens":[]}}}}';
    writeFileSync(data, content);
    expect(await failure({ data })).to.be.instanceOf(OptionError);
    expect(readFileSync(data, "utf8")).to.equal(content);
  });

  it("is no reason to stop: what cannot be written is the vendor's MSGSMS.0001", async () => {
    const rig = await startHuawei({ data });
    rmSync(folder, { recursive: true });
    expect(refused(await rig.create())).to.deep.equal([500, "MSGSMS.0001"]);
    expect(refused(await rig.upload())).to.deep.equal([500, "MSGSMS.0001"]);
  });
});
