import { expect } from "chai";
import { join } from "node:path";
import { startEmulator, type Emulator } from "sms-emulator";
import { ControlPlane } from "../../tools/control/ControlPlane";
import { program, samplePair } from "../support";
import { COMPANY, declaration, declaring } from "./support";

const FORMER = "c0ffee0000000000000000aa";
const { appKey, masterSecret } = samplePair;

const SIGNATURES = { brand: COMPANY, theirs: { ...COMPANY, sign: "子公司签名", provider: "subsidiary" } };
/** The explicit provider has the app too, with its own copy of the secret in the state. */
const DECLARED = { providers: { subsidiary: { appKey, masterSecret: FORMER } }, signatures: SIGNATURES };

describe("a rotated secret, with the former one in the config and in the state", function () {
  this.timeout(300_000);
  let vendor: Emulator | undefined;
  const app = program(declaring(DECLARED), { config: { "jpush:appKey": appKey } });
  const rotated = () => ({ JPUSH_ENDPOINT: vendor?.url, JPUSH_APP_KEY: appKey, JPUSH_MASTER_SECRET: masterSecret });
  const list = async () =>
    (await new ControlPlane(vendor!.url).signatures()).map(({ text, status }) => `${text} ${status}`).sort();

  /** The same vendor from now on, with another secret. */
  async function vendorWith(secret: string): Promise<void> {
    await vendor?.close();
    vendor = await startEmulator({
      strict: true,
      reviewsAtOnce: 3,
      masterSecret: secret,
      data: join(app.keptFolder, "vendor.json"),
    });
  }

  before(async () => {
    await vendorWith(FORMER);
    await app.pulumi.configure({ "jpush:masterSecret": FORMER }, { secret: true });
    await app.pulumi.up({ environment: { JPUSH_ENDPOINT: vendor?.url } });
    await vendorWith(masterSecret);
  });
  after(() => vendor?.close());

  it("is told as what it is where only the former one is given", async () => {
    const { output } = await app.pulumi.refresh({ environment: { JPUSH_ENDPOINT: vendor?.url }, fails: true });
    expect(output).to.include("HTTP 401");
    expect(await list()).to.deep.equal(["子公司签名 pending", "极光推送 pending"]);
  });

  it("is taken from the environment by refresh, of an explicit provider's app too", async () => {
    for (const { id } of await new ControlPlane(vendor!.url).signatures())
      await new ControlPlane(vendor!.url).approve(id);
    await app.pulumi.refresh({ environment: rotated() });
    const deployment = await app.pulumi.export();
    for (const name of ["brand", "theirs"])
      expect(deployment.resource(name).outputs["status"], name).to.equal("approved");
  });

  it("is taken from the environment by up", async () => {
    app.write(declaration({ ...DECLARED, signatures: { ...SIGNATURES, brand: { ...COMPANY, sign: "极光通知" } } }));
    await app.pulumi.up({ environment: rotated() });
    expect(await list()).to.deep.equal(["子公司签名 approved", "极光推送 approved", "极光通知 pending"]);
  });

  it("is taken from the environment by destroy", async () => {
    await app.pulumi.destroy({ environment: rotated() });
    expect(await list()).to.deep.equal([]);
  });
});
