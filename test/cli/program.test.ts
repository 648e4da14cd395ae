import { expect } from "chai";
import { emulator, program, sampleDocuments } from "../support";

const COMPANY = `
const pulumi = require("@pulumi/pulumi");
const { HuaweiProvider, JPushProvider, JPushSmsSignature } = require("pulumi-sms");
const company = {
  sign: "极光推送",
  type: 1,
  legalPersonName: "王样例",
  legalPersonIdNumber: "99000119900307001X",
  socialCreditCode: "91999999000000000G",
  idCardImage: "documents/id-card.jpg",
  businessLicenseImage: "documents/licence.png",
};
`;

const MISSING_DOCUMENT = `${COMPANY}
new JPushSmsSignature("missing", { ...company, idCardImage: "documents/nowhere.jpg" });
`;

const TWO_PROVIDERS = `${COMPANY}
class Brand extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("company:index:Brand", name, {}, opts);
    new JPushSmsSignature("inherited", company, { parent: this });
  }
}
const jpush = new JPushProvider("jpush", { appKey: "a0a0a0a0a0a0a0a0a0a0a0a0", masterSecret: "b1b1b1b1b1b1b1b1b1b1b1b1" });
const huawei = new HuaweiProvider("huawei", { region: "cn-north-4", token: "SAMPLE" });
new Brand("both", { providers: [jpush, huawei] });
`;

describe("what a program gets wrong is told at preview, and nothing is sent:", function () {
  this.timeout(300_000);
  const vendor = emulator();
  const app = program({ ...sampleDocuments, "index.js": MISSING_DOCUMENT }, { environment: () => vendor.environment });
  afterEach(async () => expect(await vendor.control.requests()).to.deep.equal([]));

  it("a document that is not there, by its input, its path and where it was looked for", async () => {
    const { output } = await app.pulumi.preview({ fails: true });
    expect(output).to.match(/idCardImage: there is no file at "documents\/nowhere\.jpg" \(looked for in \//);
    expect(output).not.to.include("circular");
  });

  it("two providers of this package in a component, of which the last is the other vendor's", async () => {
    app.write({ "index.js": TWO_PROVIDERS });
    const { output } = await app.pulumi.preview({ fails: true });
    expect(output).to.include("provider: the provider of this resource has no account of JPush");
  });
});
