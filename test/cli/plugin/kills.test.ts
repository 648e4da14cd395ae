import { expect } from "chai";
import { emulator } from "../../support";
import { BRAND } from "./samples";
import { yamlProgram } from "./YamlProgram";

describe("a run with the plugin that is killed", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const declared = (sign: string) => ({
    resources: { brand: { type: "sms:jpush:Signature", properties: { ...BRAND, sign } } },
    outputs: { status: "${brand.status}" },
  });
  const app = yamlProgram(declared("极光推送"), { environment: () => vendor.environment });
  const list = async () => (await vendor.control.signatures()).map(({ id, text, status }) => `${id} ${text} ${status}`);

  /** Kills everything when the filing was answered and the look that follows is under way. */
  async function killed(): Promise<void> {
    const gets = (await vendor.control.requests()).filter(({ method }) => method === "GET").length;
    await vendor.control.faults([{ method: "GET", kind: "hold" }]);
    const running = app.pulumi.start(["up", "--yes", "--skip-preview"]);
    await vendor.control.received("GET", gets + 1);
    await app.kill(running);
    await vendor.control.faults([]);
    await app.pulumi.cancel();
  }

  it("in a create goes on with what was filed, which is not filed twice", async () => {
    await killed();
    expect(app.openRecords()).to.have.lengthOf(1);
    const { output } = await app.pulumi.up();
    expect(output).to.match(
      /warning: A run was killed after .*, while it filed 【极光推送】 \(37582\)\. What it did is taken over\./,
    );
    expect(await list()).to.deep.equal(["37582 极光推送 pending"]);
    expect((await app.pulumi.export()).resource("brand").id).to.equal("37582");
    expect(app.openRecords()).to.deep.equal([]);
  });

  it("leaves no process behind, once the filing that was under way has its answer", async function () {
    // Elsewhere nothing tells which processes belong to a run.
    if (process.platform !== "linux") return this.skip();
    await vendor.control.reject(37582);
    await app.pulumi.refresh();
    await app.declare(declared("极光短信"));
    await vendor.control.faults([{ method: "POST", kind: "hold" }]);
    const running = app.pulumi.start(["up", "--yes", "--skip-preview"]);
    await vendor.control.received("POST", 2);
    running.process.kill("SIGKILL");
    await running.finished;
    await vendor.control.faults([]);
    await app.leftAlone("pulumi-resource-sms");
    app.pulumi.reap();
    await app.pulumi.cancel();
    const { output } = await app.pulumi.up();
    expect(output).to.include("What it did is taken over");
    expect(await list()).to.deep.equal(["37582 极光短信 pending"]);
  });

  it("changes nothing in the next run", async () => {
    await app.pulumi.up({ flags: ["--expect-no-changes"] });
    expect(await app.pulumi.outputs()).to.deep.equal({ status: "pending" });
  });
});
