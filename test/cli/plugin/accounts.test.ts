import { expect } from "chai";
import { ControlPlane } from "../../../tools/control/ControlPlane";
import { ENCRYPTED, Shown } from "../support";
import { ACCESS_KEY, PROJECT_ID, SECRET_KEY } from "../../huawei/rig";
import { emulator, samplePair } from "../../support";
import { BRAND, ENTERPRISE, gatedBy, HUAWEI_GATED, PRIVATE } from "./samples";
import { yamlProgram } from "./YamlProgram";

const SUBSIDIARY = { key: "a0a0a0a0a0a0a0a0a0a0a0a0", secret: "b1b1b1b1b1b1b1b1b1b1b1b1" };

describe("two accounts of JPush and one of Huawei Cloud in a program in YAML", function () {
  this.timeout(300_000);
  const vendors = emulator({ kept: true, apps: [SUBSIDIARY] });
  const app = yamlProgram(
    {},
    {
      environment: () => ({
        ...vendors.environment,
        HW_REGION_NAME: "cn-north-4",
        HW_PROJECT_ID: PROJECT_ID,
        HW_MSGSMS_ENDPOINT: vendors.url,
        HW_IAM_ENDPOINT: vendors.url,
      }),
    },
  );
  const shown = new Shown();
  const resources = {
    own: { type: "sms:jpush:Signature", properties: BRAND },
    subsidiary: {
      type: "pulumi:providers:sms",
      properties: {
        jpush: { appKey: SUBSIDIARY.key, masterSecret: SUBSIDIARY.secret },
        huaweicloud: { accessKey: ACCESS_KEY, secretKey: SECRET_KEY },
      },
    },
    theirs: {
      type: "sms:jpush:Signature",
      properties: { ...BRAND, sign: "子公司签名" },
      options: { provider: "${subsidiary}" },
    },
    notices: {
      type: "sms:huaweicloud:Signature",
      properties: ENTERPRISE,
      options: { provider: "${subsidiary}" },
    },
    approved: {
      type: "sms:huaweicloud:SignatureApproval",
      properties: gatedBy("notices", HUAWEI_GATED),
      options: { provider: "${subsidiary}" },
    },
  };
  const outputs = { sendWith: "${approved.servingSignatureId}", channel: "${notices.channelNumber}" };

  it("file each with their own, in a process each, and a gate of Huawei Cloud opens", async () => {
    await app.declare({ resources, outputs });
    const running = app.pulumi.start(["up", "--yes", "--skip-preview"]);
    await running.printed("Waiting for 【样例科技】");
    const notices = (await vendors.control.signatures()).find(({ vendor }) => vendor === "huaweicloud");
    await new ControlPlane(vendors.url, "huaweicloud").approve(notices!.id);
    expect((await shown.by(running.finished)).code).to.equal(0);
    const filed = (await vendors.control.signatures()).map(({ vendor, text }) => `${vendor} ${text}`);
    expect(filed).to.have.members(["jpush 极光推送", "jpush 子公司签名", "huaweicloud 样例科技"]);
    const state = await app.pulumi.export();
    const fingerprints = ["own", "theirs"].map((name) => state.resource(name).outputs["accountFingerprint"]);
    expect(new Set(fingerprints)).to.have.length(2);
    expect((await app.pulumi.outputs())["sendWith"]).to.match(/^[0-9a-f]{32}$/);
  });

  it("change nothing in the next run, whose refresh tells the channel", async () => {
    await shown.by(app.pulumi.refresh());
    await shown.by(app.pulumi.up({ flags: ["--expect-no-changes"] }));
  });

  it("keep their secrets, of which the program marks none", async () => {
    const { text, resources: all } = await app.pulumi.export();
    const provider = all.find(({ urn }) => urn.endsWith("::subsidiary"));
    const jpush = provider?.inputs["jpush"] as { [setting: string]: unknown };
    expect("ciphertext" in jpush ? jpush : jpush["masterSecret"]).to.have.all.keys(ENCRYPTED);
    const secrets = [...PRIVATE, SUBSIDIARY.secret, SECRET_KEY, samplePair.masterSecret];
    for (const secret of secrets) expect(text.includes(secret), secret).to.equal(false);
    expect(shown.including(secrets)).to.deep.equal([]);
  });

  it("are not mixed up by a program that moves a signature to the other", async () => {
    const moved = { ...resources, own: { ...resources.own, options: { provider: "${subsidiary}" } } };
    await app.declare({ resources: moved, outputs });
    const { output } = await shown.by(app.pulumi.up({ fails: true }));
    expect(output).to.match(/Nothing was sent: 【极光推送】 \(\d+\) belongs to another JPush account or endpoint/);
    await app.declare({ resources, outputs });
  });

  it("are cleaned up each with their own", async () => {
    await shown.by(app.pulumi.destroy());
    expect(await vendors.control.signatures()).to.deep.equal([]);
    expect(app.openRecords()).to.deep.equal([]);
  });
});

describe("a program in YAML that is wrong", function () {
  this.timeout(300_000);
  const vendor = emulator();
  const app = yamlProgram({}, { environment: () => vendor.environment });
  const brand = (properties: object) => ({ resources: { brand: { type: "sms:jpush:Signature", properties } } });

  it("is told of a property that there is none of", async () => {
    await app.declare(brand({ ...BRAND, signn: "极光推送" }));
    expect((await app.pulumi.preview({ fails: true })).output).to.include("signn");
  });

  it("is told of every input that breaks a rule, by name, and never of what is private", async () => {
    await app.declare(brand({ ...BRAND, legalPersonIdNumber: "999999199001010009", socialCreditCode: "9" }));
    const { output } = await app.pulumi.preview({ fails: true });
    expect(output)
      .to.include("legalPersonIdNumber: ")
      .and.include("socialCreditCode: ")
      .and.not.include("999999199001010009");
  });

  it("is told of a setting of the stack that a provider of its own does not have", async () => {
    const legalPersonIdNumber = "999999199001010009";
    const wrong = { type: "sms:jpush:Signature", properties: { ...BRAND, legalPersonIdNumber } };
    const jpush = { appKey: SUBSIDIARY.key, masterSecret: SUBSIDIARY.secret };
    await app.pulumi.run(["config", "set", "--path", "sms:jpush.numberChecks", "warning"]);
    await app.declare({
      resources: {
        own: wrong,
        subsidiary: { type: "pulumi:providers:sms", properties: { jpush } },
        theirs: { ...wrong, options: { provider: "${subsidiary}" } },
      },
    });
    const { output } = await app.pulumi.preview({ fails: true });
    expect(output)
      .to.match(/warning: legalPersonIdNumber: /)
      .and.match(/error: sms:jpush:Signature resource 'theirs' has a problem: legalPersonIdNumber: /);
  });

  it("is told of a setting that there is none of, and never its value", async () => {
    await app.declare(brand(BRAND));
    await app.pulumi.run(["config", "set", "--path", "sms:jpush.masterSecrett", samplePair.masterSecret, "--secret"]);
    const { output } = await app.pulumi.preview({ fails: true });
    expect(output)
      .to.include("jpush.masterSecrett: there is no such setting: did you mean masterSecret?")
      .and.not.include(samplePair.masterSecret);
    expect(await vendor.control.requests()).to.deep.equal([]);
  });
});
