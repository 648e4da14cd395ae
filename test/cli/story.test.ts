import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { picture } from "../provider/support/samples";
import { emulator, program } from "../support";
import { COMPANY, declaration, declaring, ENCRYPTED, openRecords, Shown } from "./support";

describe("a signature's story through the real CLI", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(declaring({ signatures: { brand: COMPANY } }), { environment: () => vendor.environment });
  const shown = new Shown();

  function declare(changes: object): void {
    app.write(declaration({ signatures: { brand: { ...COMPANY, ...changes } } }));
  }

  async function list(): Promise<string[]> {
    return (await vendor.control.signatures()).map(({ id, text, status }) => `${id} ${text} ${status}`);
  }

  it("previews without credentials", async () => {
    const environment = { JPUSH_APP_KEY: undefined, JPUSH_MASTER_SECRET: undefined };
    const { stdout, output } = await shown.by(app.pulumi.preview({ environment }));
    expect(stdout).to.include("jpush:SmsSignature brand create");
    expect(stdout).to.include("JPush: will file 【极光推送】 for review.");
    expect(output).to.include("warning: An update will fail as things are: There are no credentials for JPush.");
    expect(await vendor.control.requests()).to.deep.equal([]);
  });

  it("files it, with everything private encrypted in the state", async () => {
    await shown.by(app.pulumi.up());
    expect(await list()).to.deep.equal(["37582 极光推送 pending"]);
    expect(openRecords(app)).to.deep.equal([]);
    const deployment = await app.pulumi.export();
    const { id, type, inputs, outputs } = deployment.resource("brand");
    expect({ id, type }).to.deep.equal({ id: "37582", type: "pulumi-nodejs:dynamic/jpush:SmsSignature" });
    for (const secret of [
      inputs["legalPersonName"],
      inputs["legalPersonIdNumber"],
      outputs["legalPersonName"],
      outputs["legalPersonIdNumber"],
      outputs["__ledger"],
    ]) {
      expect(secret).to.have.all.keys(ENCRYPTED);
    }
    expect(outputs).to.include({ sign: "极光推送", signId: 37582, status: "pending", servingSignId: null });
    expect(shown.privateValues(app, deployment.text)).to.deep.equal([]);
  });

  it("shows in a preview which input differs, and what will happen at the vendor", async () => {
    await vendor.control.reject(37582, "blurred");
    declare({ sign: "极光短信" });
    const { output } = await shown.by(app.pulumi.preview({ flags: ["--refresh", "--diff"] }));
    expect(output).to.include('~ sign: "极光推送" => "极光短信"');
    expect(output).to.include(
      "JPush, as of the last refresh: will file 【极光推送】 (37582), which was rejected, again in place as 【极光短信】.",
    );
  });

  it("files it again in place", async () => {
    await shown.by(app.pulumi.up({ flags: ["--refresh"] }));
    expect(await list()).to.deep.equal(["37582 极光短信 pending"]);
  });

  it("takes the approval over, and files another document beside it, without a word of it in JSON displays and event logs", async () => {
    await vendor.control.approve(37582);
    app.write({ "documents/id-card.png": picture("a better scan") });
    const preview = await shown.by(app.pulumi.preview({ flags: ["--json", "--diff"] }));
    expect(preview.stdout).to.match(/"diffReasons": \[\s+"idCardImage"\s+\]/);

    const log = join(app.folder, "events.json");
    const environment = { PULUMI_DEBUG_COMMANDS: "true" };
    const flags = ["--refresh", "--json", "--debug", "--event-log", log];
    await shown.by(app.pulumi.up({ flags, environment }));
    expect(await list()).to.deep.equal(["37582 极光短信 approved", "37583 极光短信 pending"]);
    expect(readFileSync(log, "utf8")).to.include('"summaryEvent"');
    expect(shown.privateValues(app, readFileSync(log, "utf8"))).to.deep.equal([]);
    expect(await app.pulumi.outputs()).to.deep.equal({
      brand: { id: "37582", signId: 37583, status: "pending", servingSignId: 37582 },
    });
  });

  it("deletes the former one when its successor is approved and the grace is over", async () => {
    await vendor.control.approve(37583);
    declare({ sign: "极光短信", supersededAfter: "0s" });
    await shown.by(app.pulumi.up({ flags: ["--refresh"] }));
    expect(await list()).to.deep.equal(["37583 极光短信 approved"]);
    expect(await app.pulumi.outputs()).to.deep.equal({
      brand: { id: "37582", signId: 37583, status: "approved", servingSignId: 37583 },
    });
  });

  it("is destroyed, and nothing is left, private values least of all", async () => {
    await shown.by(app.pulumi.destroy());
    expect(await list()).to.deep.equal([]);
    expect((await app.pulumi.export()).resources).to.deep.equal([]);
    expect(shown.privateValues(app)).to.deep.equal([]);
  });
});
