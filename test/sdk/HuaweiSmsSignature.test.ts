import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { BEHAVIOUR_NAMES, FIELD_NAMES } from "../../provider/huawei/content";
import { huaweiSmsSignature, huaweiSmsSignatureApproval } from "../../provider/huawei/resource";
import {
  HuaweiProvider,
  HuaweiSignatureSource,
  HuaweiSignatureType,
  HuaweiSmsSignature,
  HuaweiSmsSignatureApproval,
  type HuaweiSmsSignatureArgs,
} from "../../sdk";
import { isSecret, Registrations } from "./registrations";

const ENTERPRISE: HuaweiSmsSignatureArgs = {
  appName: "sample",
  signatureName: "样例科技",
  signatureSource: HuaweiSignatureSource.Enterprise,
  signatureType: HuaweiSignatureType.VerificationCode,
  involvesThirdParty: false,
};

/** The arguments' keys, neither more nor fewer: the compiler compares them with the type. */
const ARGUMENTS: { readonly [Input in keyof Required<HuaweiSmsSignatureArgs>]: true } = {
  appId: true,
  appName: true,
  signatureName: true,
  signatureSource: true,
  signatureType: true,
  involvesThirdParty: true,
  description: true,
  businessLicense: true,
  powerOfAttorney: true,
  sourceProof: true,
  licenseNumber: true,
  registrationNumber: true,
  qualificationId: true,
  sourceTitleContent: true,
  whenBusy: true,
  whilePending: true,
  superseded: true,
  supersededAfter: true,
  resubmit: true,
  allowOutage: true,
  adoptId: true,
};

/** What the SDK's base class brings, and what is not the user's. */
const OWN = /^(__|urn$|id$)/;

describe("the class HuaweiSmsSignature", () => {
  const registrations = new Registrations();
  beforeEach(() => registrations.install());

  it("has the inputs of the provider's tables and the provider's outputs", () => {
    const known = [...FIELD_NAMES, ...BEHAVIOUR_NAMES];
    expect(Object.keys(ARGUMENTS)).to.have.members(known);
    const named = Object.keys(new HuaweiSmsSignature("brand", ENTERPRISE));
    expect(named.filter((key) => !OWN.test(key))).to.have.members([
      ...known,
      ...huaweiSmsSignature.outputs.filter((key) => !OWN.test(key)),
    ]);
    expect(named, "by which a gate asks").to.include("__newest");
  });

  it("registers its inputs, its name and its provider's text, and none of them is a secret", async () => {
    const { type, inputs } = await registrations.of(new HuaweiSmsSignature("brand", ENTERPRISE));
    expect(type).to.equal("pulumi-nodejs:dynamic/huaweicloud:SmsSignature");
    expect(inputs).to.deep.include({
      ...ENTERPRISE,
      __resource: { organization: "organization", project: "sample", stack: "dev", name: "brand" },
    });
    expect(inputs["__provider"]).to.include('require("pulumi-sms/provider").huaweiSmsSignature');
    expect(Object.values(inputs).some(isSecret)).to.equal(false);
    expect(Object.keys(inputs)).to.have.members([...Object.keys(ENTERPRISE), "__resource", "__provider"]);
  });

  it("takes documents in every form", async () => {
    const asset = new pulumi.asset.FileAsset("authority.pdf");
    const { inputs } = await registrations.of(
      new HuaweiSmsSignature("brand", {
        ...ENTERPRISE,
        businessLicense: { fileId: pulumi.output("f1") },
        powerOfAttorney: asset,
        sourceProof: pulumi.output("proof.png"),
      }),
    );
    expect(inputs["businessLicense"]).to.deep.equal({ fileId: "f1" });
    for (const [input, path] of [
      ["powerOfAttorney", "authority.pdf"],
      ["sourceProof", "proof.png"],
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
