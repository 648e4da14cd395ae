import { expect } from "chai";
import { MASTER_SECRET } from "../provider/support/samples";
import { emulator, program, samplePair } from "../support";
import { COMPANY, declaration, declaring, ENCRYPTED, Shown } from "./support";

const SUBSIDIARY = { key: "a0a0a0a0a0a0a0a0a0a0a0a0", secret: "b1b1b1b1b1b1b1b1b1b1b1b1" };

const DECLARED = {
  providers: { subsidiary: { appKey: SUBSIDIARY.key, masterSecret: SUBSIDIARY.secret } },
  signatures: { own: COMPANY, theirs: { ...COMPANY, sign: "子公司签名", provider: "subsidiary" } },
};

describe("two accounts in one program", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true, apps: [SUBSIDIARY] });
  const app = program(declaring(DECLARED), {
    // The account from the config, the endpoint from the environment.
    config: { "jpush:appKey": samplePair.appKey },
    environment: () => ({ JPUSH_ENDPOINT: vendor.url }),
  });
  const shown = new Shown();

  /** Who of the two finds it at the vendor. */
  async function ownerOf(text: string): Promise<string[]> {
    const found = (await vendor.control.signatures()).find((signature) => signature.text === text);
    const pairs = {
      own: `${samplePair.appKey}:${samplePair.masterSecret}`,
      subsidiary: `${SUBSIDIARY.key}:${SUBSIDIARY.secret}`,
    };
    const answers = await Promise.all(
      Object.entries(pairs).map(async ([name, pair]) => {
        const authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
        const { status } = await fetch(`${vendor.url}/v1/sign/${found?.id}`, { headers: { authorization } });
        return { name, status };
      }),
    );
    return answers.filter(({ status }) => status === 200).map(({ name }) => name);
  }

  before(async () => {
    await app.pulumi.configure({ "jpush:masterSecret": samplePair.masterSecret }, { secret: true });
  });

  it("file each with their own credentials, which stand nowhere in the open", async () => {
    const { output } = await shown.by(app.pulumi.up({ flags: ["--json"] }));
    expect(await ownerOf("极光推送")).to.deep.equal(["own"]);
    expect(await ownerOf("子公司签名")).to.deep.equal(["subsidiary"]);

    const deployment = await app.pulumi.export();
    const fingerprints = ["own", "theirs"].map((name) => deployment.resource(name).outputs["accountFingerprint"]);
    expect(new Set(fingerprints)).to.have.length(2);
    expect(deployment.resource("subsidiary").inputs["jpush:masterSecret"]).to.have.all.keys(ENCRYPTED);
    for (const secret of [MASTER_SECRET, SUBSIDIARY.secret]) expect(deployment.text + output).not.to.include(secret);
  });

  it("are read each with their own, in a process each, and neither takes what the other has just filed for left over", async () => {
    for (const { id } of await vendor.control.signatures()) await vendor.control.approve(id);
    const { output } = await shown.by(app.pulumi.refresh());
    expect(output).not.to.include("interrupted");
    const deployment = await app.pulumi.export();
    for (const name of ["own", "theirs"])
      expect(deployment.resource(name).outputs["status"], name).to.equal("approved");
  });

  it("are not mixed up by a program that moves a signature to the other", async () => {
    app.write(
      declaration({ ...DECLARED, signatures: { ...DECLARED.signatures, own: { ...COMPANY, provider: "subsidiary" } } }),
    );
    const { output } = await shown.by(app.pulumi.up({ fails: true }));
    expect(output).to.include("belongs to another JPush account or endpoint");
    expect(await ownerOf("极光推送")).to.deep.equal(["own"]);
  });

  it("are cleaned up each with their own", async () => {
    await shown.by(app.pulumi.destroy());
    expect(await vendor.control.signatures()).to.deep.equal([]);
    expect(shown.privateValues(app)).to.deep.equal([]);
  });
});
