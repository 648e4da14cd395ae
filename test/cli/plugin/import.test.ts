import { expect } from "chai";
import { ACCESS_KEY, PROJECT_ID, SECRET_KEY } from "../../huawei/rig";
import { fileByHand } from "../../provider/support/fileByHand";
import { emulator } from "../../support";
import { BRAND, ENTERPRISE, PRIVATE } from "./samples";
import { yamlProgram } from "./YamlProgram";

const JPUSH = "sms:jpush:Signature";
const HUAWEI = "sms:huaweicloud:Signature";

describe("an import into a program in YAML", function () {
  this.timeout(300_000);
  const vendors = emulator({ kept: true, reviewsAtOnce: 9 });
  const app = yamlProgram(
    { resources: {} },
    {
      environment: () => ({
        ...vendors.environment,
        HW_REGION_NAME: "cn-north-4",
        HW_PROJECT_ID: PROJECT_ID,
        HW_ACCESS_KEY: ACCESS_KEY,
        HW_SECRET_KEY: SECRET_KEY,
        HW_MSGSMS_ENDPOINT: vendors.url,
        HW_IAM_ENDPOINT: vendors.url,
      }),
    },
  );
  const vendorChanges = async () => (await vendors.control.requests()).filter(({ method }) => method !== "GET").length;
  const importing = (type: string, name: string, id: string | number, fails = false) =>
    app.pulumi.run(["import", type, name, String(id), "--yes", "--skip-preview", "--protect=false"]).then((result) => {
      expect(result.code === 0, result.output).to.equal(!fails);
      return result.output;
    });
  const brandOf = (sign: string) => ({ ...BRAND, sign });
  const declared: { [name: string]: object } = {};
  const declare = (resources: object) => app.declare({ resources: Object.assign(declared, resources) });

  /** What is declared beside what an import knows counts as filed, and then nothing changes any more. */
  async function settles(): Promise<void> {
    const before = await vendorChanges();
    const { output } = await app.pulumi.up();
    expect(await vendorChanges(), output).to.equal(before);
    await app.pulumi.up({ flags: ["--expect-no-changes"] });
    expect(await vendorChanges()).to.equal(before);
  }

  // What an import reads of each status shows test/provider/import.test.ts.
  it("takes a signature of JPush as it is, and files nothing", async () => {
    const id = await fileByHand(vendors.url);
    await vendors.control.approve(id);
    const output = await importing(JPUSH, "approved", id);
    expect(output)
      .to.include("sign: 占位签名")
      .and.include(`【占位签名】 (${id}) was imported: approved. JPush gives back neither documents`)
      .and.not.include("failed to validate")
      .and.not.include("missing");
    const { inputs, outputs } = (await app.pulumi.export()).resource("approved");
    expect(inputs).to.deep.equal({ sign: "占位签名" });
    expect(outputs).to.include({ signId: id, status: "approved", servingSignId: id });

    await declare({ approved: { type: JPUSH, properties: { sign: "占位签名" } } });
    await app.pulumi.up({ flags: ["--expect-no-changes"] });
    await declare({ approved: { type: JPUSH, properties: brandOf("占位签名") } });
    const preview = await app.pulumi.preview();
    expect(preview.output).to.include(
      `keeps 【占位签名】 (${id}) as it is: what is declared now counts as what was filed`,
    );
    await settles();
  });

  it("takes a signature of Huawei Cloud by the id that its console shows, with its type and its source", async () => {
    await declare({ other: { type: HUAWEI, properties: ENTERPRISE } });
    await app.pulumi.up();
    const found = (await vendors.control.signatures()).find(({ vendor }) => vendor === "huaweicloud");
    const key = String(found?.id);
    const shownId = (await app.pulumi.export()).resource("other").outputs["signatureId"];
    expect((await app.pulumi.run(["state", "delete", urn(HUAWEI, "other"), "--yes"])).code).to.equal(0);
    delete declared["other"];

    const output = await importing(HUAWEI, "pending", String(shownId));
    expect(output)
      .to.include("signatureType: NOTIFY_TYPE")
      .and.include(`(${String(shownId)}) was imported:`)
      .and.not.include("missing");
    expect((await app.pulumi.export()).resource("pending")).to.deep.include({
      id: key,
      inputs: { signatureName: ENTERPRISE.signatureName, signatureType: "NOTIFY_TYPE", signatureSource: 0 },
    });
    await declare({ pending: { type: HUAWEI, properties: ENTERPRISE } });
    await settles();
  });

  it("is refused where another resource has the signature", async () => {
    const id = (await app.pulumi.export()).resource("approved").outputs["signId"];
    const options = { import: String(id), dependsOn: ["${approved}"] };
    await declare({ twice: { type: JPUSH, properties: brandOf("占位签名"), options } });
    const { output } = await app.pulumi.up({ fails: true });
    expect(output).to.include(`【占位签名】 (${String(id)}) was not taken over: the resource "approved" has it`);
    delete declared["twice"];
  });

  it("is done by the option import in the program, and files nothing", async () => {
    const id = await fileByHand(vendors.url);
    await vendors.control.approve(id);
    await declare({ optioned: { type: JPUSH, properties: brandOf("占位签名"), options: { import: String(id) } } });
    await settles();
    expect((await app.pulumi.export()).resource("optioned").outputs).to.include({ signId: id, servingSignId: id });
  });

  it("finds nothing where there is nothing, and says so", async () => {
    expect(await importing(JPUSH, "nothing", 99999, true)).to.include("JPush knows no signature 99999 in this account");
    expect(await importing("sms:jpush:SignatureApproval", "nothing", 1, true)).to.include(
      "holds nothing at the vendor",
    );
  });

  it("leaves nothing private in the open", async () => {
    const { text } = await app.pulumi.export();
    for (const secret of PRIVATE) expect(text.includes(secret), secret).to.equal(false);
  });
});

function urn(type: string, name: string): string {
  return `urn:pulumi:dev::program::${type}::${name}`;
}
