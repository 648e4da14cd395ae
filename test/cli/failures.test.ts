import { expect } from "chai";
import { emulator, program } from "../support";
import { COMPANY, declaration, declaring, openRecords, Shown } from "./support";

describe("a run that fails", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(declaring({ signatures: { brand: COMPANY } }), { environment: () => vendor.environment });
  const shown = new Shown();

  it("reports every fault of a resource at preview, each by its input and without the value", async () => {
    const wrong = {
      sign: "【极光】",
      type: 6,
      legalPersonIdNumber: "990000198512319990",
      remark: "长".repeat(101),
      whenBusy: "wait",
    };
    // The engine ends a run at the first resource that check refuses; the other one here has nothing wrong.
    app.write(declaration({ signatures: { right: COMPANY, wrong: { ...COMPANY, ...wrong } } }));
    const { output } = await shown.by(app.pulumi.preview({ fails: true }));
    for (const input of ["sign", "legalPersonIdNumber", "trademarkImage", "remark", "whenBusy"])
      expect(output).to.include(`resource 'wrong' has a problem: ${input}: `);
    expect(output).not.to.include(wrong.legalPersonIdNumber);
    expect(await vendor.control.requests()).to.deep.equal([]);
  });

  it("keeps in the state what may have been filed, and the next run goes on from there", async () => {
    app.write(declaration({ signatures: { brand: COMPANY } }));
    await vendor.control.faults([{ method: "POST", times: 1, kind: "cut-before" }]);
    const { output } = await shown.by(app.pulumi.up({ fails: true }));
    expect(output).to.include("its answer is lost").and.include("adoptId");
    expect(openRecords(app), "the state has it").to.deep.equal([]);
    const lost = (await app.pulumi.export()).resource("brand");
    expect(lost.id).to.match(/^queued-/);
    expect(lost.initErrors.join()).to.include("its answer is lost");
    expect(lost.outputs["status"]).to.equal("unknown");

    await shown.by(app.pulumi.up());
    await shown.by(app.pulumi.refresh());
    const { id, initErrors, outputs } = (await app.pulumi.export()).resource("brand");
    expect({ id, initErrors, status: outputs["status"] }).to.deep.equal({
      id: "37582",
      initErrors: [],
      status: "pending",
    });
    expect(await vendor.control.signatures()).to.have.length(1);
  });

  it("leaves in the state what a destroy could not delete", async () => {
    await vendor.control.approve(37582);
    await vendor.control.makeDefault(37582);
    const { output } = await shown.by(app.pulumi.destroy({ fails: true }));
    expect(output).to.include("Not deleted: 【极光推送】 (37582)").and.include("code 50105");
    expect((await app.pulumi.export()).resource("brand").id).to.equal("37582");
    expect(shown.privateValues(app)).to.deep.equal([]);
  });
});
