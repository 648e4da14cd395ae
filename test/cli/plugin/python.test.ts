import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "../../../tools/hermetic";
import { ENCRYPTED, Shown } from "../support";
import { emulator, samplePair } from "../../support";
import { PRIVATE } from "./samples";
import { packedPlugin } from "../../plugin/packed";
import { pythonSetting, type PythonSetting } from "./python";
import { YamlProgram } from "./YamlProgram";

const SUBSIDIARY = { key: "a0a0a0a0a0a0a0a0a0a0a0a0", secret: "b1b1b1b1b1b1b1b1b1b1b1b1" };

describe("the examples in Python", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true, apps: [SUBSIDIARY] });
  const shown = new Shown();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-venv-"));
  let python: PythonSetting | null = null;
  const app = new YamlProgram(
    { runtime: "python", options: { refresh: "always" } },
    {
      environment: () => ({ ...vendor.environment, ...python?.environment }),
      path: () => python?.path ?? [],
    },
  );
  const example = (name: string, file: string): void =>
    app.write(file, readFileSync(join(root, "examples", name, file)));
  const filed = async () => (await vendor.control.signatures()).map(({ text, status }) => `${text} ${status}`);

  before(async function () {
    python = pythonSetting(folder);
    if (python === null) return this.skip();
    await app.create();
    example("python-quickstart", "requirements.txt");
    example("python-quickstart", "__main__.py");
    await app.pulumi.configure({ timeout: "1s" });
  });
  after(() => {
    app.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it("have an SDK that `pulumi package add` makes from the executable", async () => {
    const executable = join(await packedPlugin(), "pulumi-resource-sms");
    const { code, output } = await app.pulumi.run(["package", "add", executable]);
    expect(code, output).to.equal(0);
  });

  it("file the quickstart's signature, and wait for its approval as long as they may", async () => {
    const { output } = await shown.by(app.pulumi.up({ fails: true }));
    expect(output).to.include("was not approved within 1s");
    expect(await filed()).to.deep.equal(["极光推送 pending"]);
  });

  it("open the gate when the signature is approved, and then change nothing", async () => {
    await vendor.control.approve(37582);
    await shown.by(app.pulumi.up());
    expect(await app.pulumi.outputs()).to.deep.equal({ send_with: 37582 });
    await shown.by(app.pulumi.preview({ flags: ["--expect-no-changes"] }));
    await app.pulumi.destroy();
    expect(await filed()).to.deep.equal([]);
  });

  it("file what a component declares with the account of its instance's provider", async () => {
    example("python-component", "__main__.py");
    await app.pulumi.configure({ subsidiaryAppKey: SUBSIDIARY.key });
    await app.pulumi.configure({ subsidiaryMasterSecret: SUBSIDIARY.secret }, { secret: true });
    await shown.by(app.pulumi.up({ fails: true, flags: ["--debug"] }));
    expect(await filed()).to.have.members(["极光推送 pending", "子公司签名 pending"]);
    const { resources } = await app.pulumi.export();
    const ids = ["group", "branch"].map((name) => {
      const found = resources.find(({ type, urn }) => type === "sms:jpush:Signature" && urn.endsWith(`::${name}`));
      return found?.outputs ?? {};
    });
    expect(new Set(ids.map(({ accountFingerprint }) => accountFingerprint))).to.have.length(2);
    for (const { signId } of ids) await vendor.control.approve(signId as number);
    await shown.by(app.pulumi.up());
    expect(await app.pulumi.outputs()).to.deep.equal({ group: ids[0]?.["signId"], branch: ids[1]?.["signId"] });
  });

  it("keep what is private encrypted, of which the programs mark none", async () => {
    const secrets = [...PRIVATE, SUBSIDIARY.secret, samplePair.masterSecret];
    const { text, resources } = await app.pulumi.export();
    for (const secret of secrets) expect(text.includes(secret), secret).to.equal(false);
    const provider = resources.find(({ urn }) => urn.endsWith("::subsidiary"));
    expect(provider?.inputs["jpush"]).to.have.all.keys(ENCRYPTED);
    expect(shown.including(secrets)).to.deep.equal([]);
  });

  it("are cleaned up", async () => {
    await app.pulumi.destroy();
    expect(await filed()).to.deep.equal([]);
    expect(app.openRecords()).to.deep.equal([]);
  });
});
