import { expect } from "chai";
import { emulator, program } from "../support";
import { COMPANY, declaring, Shown } from "./support";

describe("the drift gate, preview --refresh --expect-no-changes", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(declaring({ signatures: { brand: COMPANY } }), { environment: () => vendor.environment });
  const shown = new Shown();
  const gate = (environment = {}) =>
    shown.by(app.pulumi.run(["preview", "--refresh", "--diff", "--expect-no-changes"], { environment }));

  before(async () => {
    await app.pulumi.up();
  });

  it("passes a review's end", async () => {
    await vendor.control.approve(37582);
    const { code, output } = await gate();
    expect(code, output).to.equal(0);
  });

  it("says without credentials what it could not look at", async () => {
    const { code, output } = await gate({ JPUSH_APP_KEY: undefined, JPUSH_MASTER_SECRET: undefined });
    expect(code, output).to.equal(0);
    expect(output).to.include("warning: 【极光推送】 could not be refreshed. There are no credentials for JPush");
  });

  it("fails over a text that somebody changed in the console, and shows both", async () => {
    await vendor.control.change(37582, { text: "旧文字" });
    const { code, output } = await gate();
    expect(code, output).to.be.greaterThan(0);
    expect(output).to.match(/~ sign +: "旧文字" => "极光推送"/);
    expect(output).to.include(
      "will file 【极光推送】 for review, 【旧文字】 (37582) goes on serving until it is approved",
    );
    expect(shown.privateValues(app)).to.deep.equal([]);
  });

  it("fails in words when the vendor does not answer, and takes nothing out of the state", async () => {
    await vendor.control.faults([{ method: "GET", kind: "status", code: 50002 }]);
    const { output } = await app.pulumi.refresh({ fails: true });
    expect(output).to.include("code 50002").and.include("--run-program");
    expect((await app.pulumi.export()).resource("brand").id).to.equal("37582");
  });
});
