import { expect } from "chai";
import { stringify } from "yaml";
import { yamlFolder } from "../../../tools/hermetic";
import { emulator, program, sampleDocuments } from "../../support";
import { gatedBy, JPUSH_GATED, PRIVATE } from "./samples";
import { packedPlugin } from "../../plugin/packed";

const [LEGAL_PERSON, ID_NUMBER] = PRIVATE;

/** @param was the resource option `aliases` of a resource, by its type in the plugin */
const classes = (was: (type: string) => string = () => "") => `
const { JPushSmsSignature, JPushSmsSignatureApproval } = require("pulumi-sms");
const brand = new JPushSmsSignature("brand", {
  sign: "极光推送",
  type: 1,
  legalPersonName: "${LEGAL_PERSON}",
  legalPersonIdNumber: "${ID_NUMBER}",
  socialCreditCode: "91999999000000000G",
  idCardImage: "documents/id-card.jpg",
  businessLicenseImage: "documents/licence.png",
}${was("Signature")});
exports.sendWith = new JPushSmsSignatureApproval("approved", { signature: brand }${was("SignatureApproval")}).servingSignId;
`;

const was = (type: string) => ({ aliases: [{ type: `pulumi-nodejs:dynamic/jpush:${type}` }] });
const YAML = {
  name: "program",
  runtime: "yaml",
  resources: {
    brand: {
      type: "sms:jpush:Signature",
      properties: {
        sign: "极光推送",
        type: 1,
        legalPersonName: LEGAL_PERSON,
        legalPersonIdNumber: ID_NUMBER,
        socialCreditCode: "91999999000000000G",
        idCardImage: { "fn::fileAsset": "documents/id-card.jpg" },
        businessLicenseImage: { "fn::fileAsset": "documents/licence.png" },
      },
      options: was("SmsSignature"),
    },
    approved: {
      type: "sms:jpush:SignatureApproval",
      properties: gatedBy("brand", JPUSH_GATED),
      options: was("SmsSignatureApproval"),
    },
  },
  outputs: { sendWith: "${approved.servingSignId}" },
};

describe("a program with the classes that moves to the plugin by aliases", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  before(function () {
    if (yamlFolder() === null) this.skip();
  });
  const app = program({ ...sampleDocuments, "index.js": classes() }, { environment: () => vendor.environment });
  const changes = async () => (await vendor.control.requests()).filter(({ method }) => method !== "GET").length;

  it("files nothing, replaces nothing and changes nothing", async () => {
    const running = app.pulumi.start(["up", "--yes", "--skip-preview"]);
    await running.printed("Waiting for 【极光推送】");
    await vendor.control.approve(37582);
    expect((await running.finished).code).to.equal(0);
    await app.pulumi.refresh();
    const before = await changes();

    const plugins = { providers: [{ name: "sms", path: await packedPlugin() }] };
    app.write({ "Pulumi.yaml": stringify({ ...YAML, plugins }) });
    await app.pulumi.preview({ flags: ["--expect-no-changes"] });
    await app.pulumi.up({ flags: ["--expect-no-changes"] });
    expect(await changes()).to.equal(before);
    const state = await app.pulumi.export();
    expect(state.resource("brand")).to.include({ type: "sms:jpush:Signature", id: "37582" });
    expect(await app.pulumi.outputs()).to.deep.equal({ sendWith: 37582 });
  });

  it("is a program like any other from then on, also for a refresh", async () => {
    await app.pulumi.refresh();
    const { inputs, outputs } = (await app.pulumi.export()).resource("brand");
    for (const place of [inputs, outputs]) expect(place).not.to.have.any.keys("__provider", "__resource");
    expect(outputs).to.include({ servingSignId: 37582, status: "approved" });
    await app.pulumi.up({ flags: ["--expect-no-changes"] });
  });

  it("comes back by aliases too, and files nothing and replaces nothing", async () => {
    const before = await changes();
    app.write({
      "Pulumi.yaml": "name: program\nruntime: nodejs\n",
      "index.js": classes((type) => `, { aliases: [{ type: "sms:jpush:${type}" }] }`),
    });
    await app.pulumi.up();
    expect(await changes()).to.equal(before);
    expect((await app.pulumi.export()).resource("brand")).to.include({
      type: "pulumi-nodejs:dynamic/jpush:SmsSignature",
      id: "37582",
    });
    expect(await app.pulumi.outputs()).to.deep.equal({ sendWith: 37582 });
    await app.pulumi.refresh();
    await app.pulumi.up({ flags: ["--expect-no-changes"] });
    const { text } = await app.pulumi.export();
    for (const secret of PRIVATE) expect(text.includes(secret), secret).to.equal(false);
    await app.pulumi.destroy();
    expect(await vendor.control.signatures()).to.deep.equal([]);
  });
});
