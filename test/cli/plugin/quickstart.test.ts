import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { root } from "../../../tools/hermetic";
import { Shown } from "../support";
import { ENCRYPTED } from "../support";
import { emulator, samplePair } from "../../support";
import { yamlProgram } from "./YamlProgram";

describe("the example in YAML", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const example = (name: string) => parse(readFileSync(join(root, "examples", name, "Pulumi.yaml"), "utf8"));
  const app = yamlProgram(example("yaml-quickstart"));
  const sender = yamlProgram(example("yaml-sender"), { beside: app });
  const shown = new Shown();
  const secrets = ["张样本", "999999199001010008", samplePair.masterSecret];

  before(async () => {
    const path = (setting: string) => `sms:jpush.${setting}`;
    const set = (args: readonly string[]) => app.pulumi.run(["config", "set", "--path", ...args]);
    await set([path("appKey"), samplePair.appKey]);
    await set([path("masterSecret"), samplePair.masterSecret, "--secret"]);
    await set([path("endpoint"), vendor.url]);
    await app.pulumi.configure({ timeout: "1s" });
  });

  it("tells in a preview what will be filed, under the resource, and asks nobody", async () => {
    const { output } = await shown.by(app.pulumi.preview());
    expect(output).to.match(/sms:jpush:Signature \(brand\):\n\s+JPush: will file 【极光推送】 for review\./);
    expect(await vendor.control.requests()).to.deep.equal([]);
  });

  it("files the signature and waits for its approval as long as it may, and loses nothing", async () => {
    const { output } = await shown.by(app.pulumi.up({ fails: true, flags: ["--debug"] }));
    expect(output).to.include("was not approved within 1s").and.include("run pulumi up again");
    expect((await vendor.control.signatures()).map(({ status }) => status)).to.deep.equal(["pending"]);
    expect(app.openRecords()).to.deep.equal([]);
  });

  it("opens the gate when the signature is approved, and files nothing again", async () => {
    await vendor.control.approve(37582);
    await app.pulumi.configure({ timeout: "45m" });
    await shown.by(app.pulumi.up());
    expect(await app.pulumi.outputs()).to.deep.equal({ sendWith: 37582 });
    await shown.by(app.pulumi.preview({ flags: ["--expect-no-changes"] }));
  });

  it("tells another stack what to send with", async () => {
    await sender.pulumi.up();
    expect(await sender.pulumi.outputs()).to.deep.equal({ sendWith: 37582 });
  });

  it("files another text beside the one that serves, and ends its wait at once when a person interrupts", async () => {
    await app.pulumi.configure({ sign: "极光短信" });
    const running = app.pulumi.start(["up", "--yes", "--skip-preview"]);
    await running.printed("Waiting for 【极光短信】");
    running.process.kill("SIGINT");
    const { output, late } = await running.finished;
    expect(late).to.equal(false);
    expect(output).to.include("The wait for 【极光短信】 (37583) was interrupted. Nothing is lost");
    expect((await vendor.control.signatures()).map(({ text, status }) => `${text} ${status}`)).to.deep.equal([
      "极光推送 approved",
      "极光短信 pending",
    ]);
    expect((await app.pulumi.export()).resource("brand").outputs).to.include({ signId: 37583, servingSignId: 37582 });
    expect(app.openRecords()).to.deep.equal([]);
  });

  it("keeps what is private encrypted, in the state, in what it shows and in the debug log", async () => {
    const deployment = await app.pulumi.export();
    const { inputs, outputs } = deployment.resource("brand");
    for (const place of [inputs, outputs])
      for (const name of ["legalPersonName", "legalPersonIdNumber"]) expect(place[name]).to.have.all.keys(ENCRYPTED);
    expect(outputs["__ledger"]).to.have.all.keys(ENCRYPTED);
    for (const secret of secrets) expect(deployment.text.includes(secret), secret).to.equal(false);
    expect(shown.including(secrets)).to.deep.equal([]);
  });

  it("is cleaned up", async () => {
    await vendor.control.approve(37583);
    await app.pulumi.destroy();
    expect(await vendor.control.signatures()).to.deep.equal([]);
  });
});
