import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";
import { HuaweiProvider, JPushProvider, JPushSmsSignature } from "../../sdk";
import { root } from "../../tools/hermetic";
import { bundledCompiler, currentCompiler, programOf } from "../package/compile";
import { isSecret, Registrations } from "./registrations";
import { COMPANY } from "./samples";

/** Optional inputs that may turn out to hold nothing, and outputs of one resource as inputs of another. */
const PROGRAM = `
  import { output, Output } from "@pulumi/pulumi";
  import {
    HuaweiProvider, HuaweiSignatureSource, HuaweiSignatureType, HuaweiSmsSignature,
    JPushProvider, JPushSignatureType, JPushSmsSignature, JPushSmsSignatureApproval,
  } from "pulumi-sms";

  declare const maybe: Output<string | undefined>;
  declare const text: string | undefined;
  declare const flag: boolean | undefined;
  const company = {
    sign: "极光推送",
    type: JPushSignatureType.Company,
    legalPersonName: "王样例",
    legalPersonIdNumber: "99000119900307001X",
    socialCreditCode: "91999999000000000G",
    idCardImage: "documents/id-card.png",
  };
  const one = new JPushSmsSignature("one", { ...company, businessLicenseImage: maybe, remark: maybe, resubmit: text });
  const two = new JPushSmsSignature("two", {
    ...company,
    businessLicenseImage: one.businessLicenseImage,
    otherImage: one.otherImage,
    thirdPartyCompanyName: one.thirdPartyCompanyName,
    remark: text,
    whenBusy: one.whenBusy,
    whilePending: undefined,
    superseded: one.superseded,
    supersededAfter: text,
    adoptId: undefined,
    apiRevision: undefined,
  });
  const old = new JPushSmsSignature("old", { apiRevision: "2018-03", sign: one.sign, images: undefined });
  new JPushSmsSignature("older", { apiRevision: "2018-03", sign: one.sign, images: old.images });
  new JPushSmsSignatureApproval("gate", { signature: two, timeout: text });
  const huawei = new HuaweiSmsSignature("huawei", {
    appName: maybe,
    appId: undefined,
    signatureName: "样例科技",
    signatureSource: HuaweiSignatureSource.Enterprise,
    signatureType: HuaweiSignatureType.Notification,
    involvesThirdParty: false,
    allowOutage: flag,
    businessLicense: one.businessLicenseImage,
  });
  new HuaweiSmsSignature("again", {
    appName: huawei.appName,
    signatureName: huawei.signatureName,
    signatureSource: huawei.signatureSource,
    signatureType: huawei.signatureType,
    involvesThirdParty: huawei.involvesThirdParty,
    powerOfAttorney: huawei.powerOfAttorney,
    qualificationId: huawei.qualificationId,
  });
  new JPushProvider("jpush", { appKey: "key", masterSecret: output("secret"), endpoint: text, maxTries: undefined });
  new HuaweiProvider("huawei", { region: text, token: maybe });
`;

describe("optional inputs", function () {
  this.timeout(60_000);

  describe("take what may be undefined", () => {
    let folder = "";
    before(() => {
      folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-inputs-"));
      writeFileSync(join(folder, "program.ts"), PROGRAM);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    for (const [compiler, load, options] of [
      ["the current TypeScript", currentCompiler, {}],
      ["the current TypeScript with exactOptionalPropertyTypes", currentCompiler, { exactOptionalPropertyTypes: true }],
      ["the TypeScript that the Pulumi SDK brings along", bundledCompiler, {}],
    ] as const) {
      it(`with ${compiler}`, () => {
        const ts = load();
        const file = join(folder, "program.ts");
        const program = programOf(ts, [file], {
          ...options,
          moduleResolution: ts.ModuleResolutionKind.NodeJs,
          baseUrl: root,
          paths: {
            "pulumi-sms": ["dist/sdk/index.d.ts"],
            "@pulumi/pulumi": ["node_modules/@pulumi/pulumi/index.d.ts"],
          },
        });
        const source = program.getSourceFile(file);
        const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
        expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).to.deep.equal(
          [],
        );
      });
    }
  });

  describe("that turn out to hold nothing", () => {
    const registrations = new Registrations();

    it("are registered as none, of a signature", async () => {
      await registrations.install();
      const nothing = pulumi.output<string | undefined>(undefined);
      const { inputs } = await registrations.of(
        new JPushSmsSignature("brand", { ...COMPANY, remark: nothing, otherImage: nothing, resubmit: nothing }),
      );
      expect(Object.keys(inputs)).to.have.members([...Object.keys(COMPANY), "__provider", "__resource"]);
    });

    it("are taken from the program's config, of a provider", async () => {
      await registrations.install({ "jpush:endpoint": "https://config.example", "jpush:appKey": "of the config" });
      const nothing = pulumi.output<string | undefined>(undefined);
      const provider = new JPushProvider("subsidiary", { appKey: "key", masterSecret: "secret", endpoint: nothing });
      expect((await registrations.of(provider)).inputs).to.include({
        "jpush:endpoint": "https://config.example",
        "jpush:appKey": "key",
        "pulumi-sms:filled": "jpush:endpoint",
      });
    });

    it("are registered as none, of a provider whose account is another", async () => {
      await registrations.install({ "huaweicloud:projectId": "of the config" });
      const nothing = pulumi.output<string | undefined>(undefined);
      const provider = new HuaweiProvider("subsidiary", { token: "SAMPLE", projectId: nothing });
      const { inputs } = await registrations.of(provider);
      expect(inputs).not.to.have.property("huaweicloud:projectId");
      expect(isSecret(inputs["huaweicloud:token"])).to.equal(true);
    });
  });
});
