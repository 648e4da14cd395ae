import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { hermeticEnvironment, root } from "../../tools/hermetic";
import { program } from "../support";

const dynamic = `
  const pulumi = require("@pulumi/pulumi");
  const provider = {
    async create(inputs) {
      console.log("creating in " + process.pid);
      if (inputs.hangs) await new Promise((resolve) => setTimeout(resolve, 600_000));
      return { id: "1", outs: { sdk: require.resolve("@pulumi/pulumi"), token: process.env.PULUMI_ACCESS_TOKEN ?? "none" } };
    },
  };
  class Probe extends pulumi.dynamic.Resource {
    constructor(name, inputs) {
      super(provider, name, { ...inputs, sdk: undefined, token: undefined });
    }
  }
`;

describe("the real CLI in its own environment", function () {
  this.timeout(120_000);
  const probe = program({ "index.js": `${dynamic} module.exports = { sdk: new Probe("probe", {}).sdk };` });

  it("runs a dynamic resource in the SDK that the program has", async () => {
    await probe.pulumi.up();
    const { outputs } = (await probe.pulumi.export()).resource("probe");
    expect(outputs["sdk"]).to.equal(realpathSync(join(root, "node_modules/@pulumi/pulumi/index.js")));
    expect(await probe.pulumi.outputs()).to.deep.equal({ sdk: outputs["sdk"] });
  });

  it("tells everything that the CLI printed when a command fails", async () => {
    probe.write({ "index.js": `throw new Error("no such luck");` });
    const failure: unknown = await probe.pulumi.up().catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error).with.property("message").that.includes("no such luck");
  });

  it("ends what outlives a killed CLI", async () => {
    probe.write({ "index.js": `${dynamic} new Probe("hanging", { hangs: true });` });
    const running = probe.pulumi.start(["up", "--yes", "--skip-preview"]);
    await running.printed("creating in ");
    running.process.kill("SIGKILL");
    const { signal, output } = await running.finished;
    expect(signal).to.equal("SIGKILL");

    const plugin = Number(/creating in (\d+)/.exec(output)?.[1]);
    expect(probe.pulumi.reap()).to.include(plugin);
    while (probe.pulumi.reap().length > 0) await setTimeout(10);
  });
});

describe("the hermetic environment", () => {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-sms-"));
  after(() => rmSync(folder, { recursive: true }));

  it("lets nothing of a person's own settings in, and everything else", () => {
    const environment = hermeticEnvironment(folder, {
      HOME: "/home/somebody",
      PATH: "/usr/bin",
      PULUMI_ACCESS_TOKEN: "pul-token",
      JPUSH_MASTER_SECRET: "secret",
      HW_SECRET_KEY: "key",
    });
    expect(environment).to.include({ HOME: "/home/somebody", PULUMI_CONFIG_PASSPHRASE: "" });
    expect(environment).not.to.have.any.keys("PULUMI_ACCESS_TOKEN", "JPUSH_MASTER_SECRET", "HW_SECRET_KEY");
    expect(JSON.stringify(environment)).not.to.match(/pul-token/);
  });

  it("has programs run in the Node that runs the tests", () => {
    const { PATH } = hermeticEnvironment(folder, { PATH: "/nothing" });
    const version = execFileSync("node", ["--print", "process.execPath"], { env: { PATH }, encoding: "utf8" });
    expect(realpathSync(version.trim())).to.equal(realpathSync(process.execPath));
  });

  it("keeps a passphrase that was given", () => {
    const environment = hermeticEnvironment(folder, { PULUMI_CONFIG_PASSPHRASE: "open sesame" });
    expect(environment["PULUMI_CONFIG_PASSPHRASE"]).to.equal("open sesame");
  });
});
