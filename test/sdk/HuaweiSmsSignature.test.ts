import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { huaweiSmsSignatureApproval } from "../../provider/huawei/resource";
import { HuaweiProvider, HuaweiSmsSignature, HuaweiSmsSignatureApproval } from "../../sdk";
import { isSecret, Registrations } from "./registrations";
import { ENTERPRISE } from "./samples";

/** Files that are there, relative to the folder in which the tests run. */
const AUTHORITY = "examples/quickstart/documents/id-card.jpg";
const PROOF = "examples/quickstart/documents/licence.png";

describe("the class HuaweiSmsSignature", () => {
  const registrations = new Registrations();
  beforeEach(() => registrations.install());

  it("registers its inputs, its name and its provider's text, and none of them is a secret", async () => {
    const { type, inputs } = await registrations.of(new HuaweiSmsSignature("brand", ENTERPRISE));
    expect(type).to.equal("pulumi-nodejs:dynamic/huaweicloud:SmsSignature");
    expect(inputs).to.deep.include({
      ...ENTERPRISE,
      __resource: { project: "sample", stack: "dev", name: "brand" },
    });
    expect(inputs["__provider"]).to.include("require('pulumi-sms/provider').huaweiSmsSignature");
    expect(Object.values(inputs).some(isSecret)).to.equal(false);
    expect(Object.keys(inputs)).to.have.members([...Object.keys(ENTERPRISE), "__resource", "__provider"]);
  });

  it("takes documents in every form", async () => {
    const asset = new pulumi.asset.FileAsset(AUTHORITY);
    const { inputs } = await registrations.of(
      new HuaweiSmsSignature("brand", {
        ...ENTERPRISE,
        businessLicense: { fileId: pulumi.output("f1") },
        powerOfAttorney: asset,
        sourceProof: pulumi.output(PROOF),
      }),
    );
    expect(inputs["businessLicense"]).to.deep.equal({ fileId: "f1" });
    for (const [input, path] of [
      ["powerOfAttorney", AUTHORITY],
      ["sourceProof", PROOF],
    ] as const) {
      expect(await (inputs[input] as pulumi.asset.FileAsset).path).to.equal(path);
    }
  });

  it("takes over what the option import names", async () => {
    const { inputs } = await registrations.of(
      new HuaweiSmsSignature("brand", ENTERPRISE, { import: "0123456789abcdef" }),
    );
    expect(inputs).to.include({ adoptId: "0123456789abcdef" });
  });

  it("tells check of both where adoptId stands beside the option import", async () => {
    const { inputs } = await registrations.of(
      new HuaweiSmsSignature("brand", { ...ENTERPRISE, adoptId: "a1" }, { import: "b2" }),
    );
    expect(inputs["adoptId"]).to.deep.equal(["a1", "b2"]);
  });
});

describe("the class HuaweiSmsSignatureApproval", () => {
  it("tells the gate all that it asks by, and asks its signature's provider", async () => {
    const outputs = {
      status: "pending",
      __newest: "a1",
      servingSignatureId: null,
      rejectionReason: null,
      accountFingerprint: "0123456789ab",
    };
    const registrations = new Registrations(outputs);
    await registrations.install();
    const provider = new HuaweiProvider("subsidiary", { token: "SAMPLE" });
    const signature = new HuaweiSmsSignature("brand", ENTERPRISE, { provider });
    const gate = new HuaweiSmsSignatureApproval("usable", { signature, timeout: "2h" });
    const { type, inputs, provider: asked } = await registrations.of(gate);
    expect(type).to.equal("pulumi-nodejs:dynamic/huaweicloud:SmsSignatureApproval");
    expect(inputs).to.deep.include({
      timeout: "2h",
      signature: {
        text: "样例科技",
        newest: "a1",
        serving: null,
        status: "pending",
        rejectionReason: null,
        account: "0123456789ab",
      },
    });
    expect(asked).to.include("subsidiary");
    expect(Object.keys(gate)).to.include.members([...huaweiSmsSignatureApproval.outputs]);
  });
});
