import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { JPushProvider, JPushSmsSignature, type DocumentInput } from "../../sdk";
import { isSecret, Registrations, valueOf } from "./registrations";
import { COMPANY } from "./samples";

/** A file that is there, relative to the folder in which the tests run. */
const CARD = "examples/quickstart/documents/id-card.jpg";

describe("the class JPushSmsSignature", () => {
  const registrations = new Registrations({ signId: 37582, status: "pending", servingSignId: null });
  beforeEach(() => registrations.install());

  it("registers what was given, under the type and with the text that are in users' states", async () => {
    const { type, custom, inputs } = await registrations.of(
      new JPushSmsSignature("brand", { ...COMPANY, whenBusy: "fail", resubmit: "again" }),
    );
    expect({ type, custom }).to.deep.equal({ type: "pulumi-nodejs:dynamic/jpush:SmsSignature", custom: true });
    expect(inputs).to.deep.include({
      sign: "极光推送",
      type: 1,
      socialCreditCode: "91999999000000000G",
      whenBusy: "fail",
      resubmit: "again",
    });
    expect(inputs["__provider"]).to.be.a("string").and.include("require('pulumi-sms/provider').jpushSmsSignature");
    expect(inputs["__resource"]).to.deep.equal({
      project: "sample",
      stack: "dev",
      name: "brand",
    });
  });

  it("leaves out what was not given", async () => {
    const { inputs } = await registrations.of(new JPushSmsSignature("brand", COMPANY));
    expect(Object.keys(inputs)).to.have.members([...Object.keys(COMPANY), "__provider", "__resource"]);
  });

  const documents: { what: string; given: DocumentInput }[] = [
    { what: "a path", given: CARD },
    { what: "a path that is not known before", given: pulumi.output(CARD) },
    { what: "a path that is promised", given: Promise.resolve(CARD) },
    { what: "a FileAsset", given: new pulumi.asset.FileAsset(CARD) },
    {
      what: "a FileAsset that is not known before",
      given: pulumi.output(CARD).apply((path) => new pulumi.asset.FileAsset(path)),
    },
  ];
  for (const { what, given } of documents) {
    it(`makes a FileAsset of ${what}`, async () => {
      const { inputs } = await registrations.of(new JPushSmsSignature("brand", { ...COMPANY, idCardImage: given }));
      const asset = inputs["idCardImage"];
      expect(asset).to.be.instanceOf(pulumi.asset.FileAsset);
      expect(await (asset as pulumi.asset.FileAsset).path).to.equal(CARD);
    });
  }

  for (const [what, path] of [
    ["is not there", "documents/nowhere.png"],
    ["is a folder", "examples"],
    ["no system has", "documents/a\0.png"],
  ] as const) {
    it(`passes a path that ${what} on as it is, in every form, and leaves it to check to say so`, async () => {
      const { inputs } = await registrations.of(
        new JPushSmsSignature("brand", {
          ...COMPANY,
          idCardImage: path,
          businessLicenseImage: pulumi.output(path),
          trademarkImage: new pulumi.asset.FileAsset(path),
          otherImage: pulumi.output(path).apply((each) => new pulumi.asset.FileAsset(each)),
        }),
      );
      for (const input of ["idCardImage", "businessLicenseImage", "trademarkImage", "otherImage"])
        expect(inputs[input], input).to.equal(path);
    });
  }

  it("passes an empty path on as one that was not given, since the SDK reads no asset of it back", async () => {
    const { inputs } = await registrations.of(
      new JPushSmsSignature("brand", { ...COMPANY, idCardImage: "", otherImage: pulumi.output("") }),
    );
    expect(inputs).to.deep.include({ idCardImage: "", otherImage: "" });
  });

  it("passes a document by its hash on as it is, its parts known or not", async () => {
    const idCardImage = { sha256: pulumi.output("a".repeat(64)), path: CARD };
    const businessLicenseImage = pulumi.output({ sha256: "b".repeat(64) });
    const { inputs } = await registrations.of(
      new JPushSmsSignature("brand", { ...COMPANY, idCardImage, businessLicenseImage }),
    );
    expect(inputs).to.deep.include({
      idCardImage: { sha256: "a".repeat(64), path: CARD },
      businessLicenseImage: { sha256: "b".repeat(64) },
    });
  });

  it("makes the legal representative's name and number secret, whatever the program gives", async () => {
    const given = {
      legalPersonName: pulumi.output("王样例"),
      legalPersonIdNumber: Promise.resolve("99000119900307001X"),
    };
    const signature = new JPushSmsSignature("brand", { ...COMPANY, ...given });
    const { inputs } = await registrations.of(signature);
    for (const input of ["legalPersonName", "legalPersonIdNumber"])
      expect(isSecret(inputs[input]), input).to.equal(true);
    expect(isSecret(inputs["sign"])).to.equal(false);
    expect(await pulumi.isSecret(signature.legalPersonName)).to.equal(true);
    expect(await pulumi.isSecret(signature.legalPersonIdNumber)).to.equal(true);
  });

  it("keeps secret what the program made secret", async () => {
    const { inputs } = await registrations.of(
      new JPushSmsSignature("brand", { ...COMPANY, sign: pulumi.secret("极光推送") }),
    );
    expect(isSecret(inputs["sign"])).to.equal(true);
  });

  it("works in unit tests whose mocks have no organization", async () => {
    const seen: pulumi.runtime.MockResourceArgs[] = [];
    const mocks: pulumi.runtime.Mocks = {
      call: () => ({}),
      newResource: (args) => {
        seen.push(args);
        return { id: args.name, state: args.inputs };
      },
    };
    await pulumi.runtime.setMocks(mocks, "sample", "dev", false);
    await valueOf(new JPushSmsSignature("brand", COMPANY).urn);
    expect(seen[0]?.inputs["__resource"]).to.include({ project: "sample", stack: "dev", name: "brand" });
  });

  it("takes the option import for adoptId: the engine cannot import a dynamic resource", async () => {
    const registered = await registrations.of(new JPushSmsSignature("brand", COMPANY, { import: "37582" }));
    expect(registered.inputs["adoptId"]).to.equal("37582");
    expect(registered.id).to.equal("");
  });

  it("tells check of both where adoptId stands beside the option import", async () => {
    const { inputs } = await registrations.of(
      new JPushSmsSignature("brand", { ...COMPANY, adoptId: 37582 }, { import: "37583" }),
    );
    expect(inputs["adoptId"]).to.deep.equal([37582, "37583"]);
  });

  it("gives every output", async () => {
    const signature = new JPushSmsSignature("brand", COMPANY);
    expect(await valueOf(signature.signId)).to.equal(37582);
    expect(await valueOf(signature.status)).to.equal("pending");
    expect(await valueOf(signature.servingSignId)).to.equal(null);
    expect(await valueOf(signature.sign)).to.equal("极光推送");
    expect(await valueOf(signature.isDefault), "one that the provider did not give").to.equal(undefined);
  });

  it("is registered with the provider that it is given", async () => {
    const provider = new JPushProvider("subsidiary", { appKey: "key", masterSecret: "secret" });
    const registered = await registrations.of(new JPushSmsSignature("brand", COMPANY, { provider }));
    expect(registered.provider).to.include("pulumi:providers:pulumi-nodejs::subsidiary");
  });
});
