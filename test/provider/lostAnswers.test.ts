import { expect } from "chai";
import type { Fault } from "../../tools/control/ControlPlane";
import { CallFailure, failing, InitialisationFailure } from "./support/failures";
import { describeEach } from "./support/frontEnds";
import type { Stack } from "./support/Stack";

const TAKEN = { method: "POST", times: 1, kind: "cut-after" };
const NEVER_ARRIVED = { method: "POST", times: 1, kind: "cut-before" };

async function loseTheFiling(stack: Stack, fault: Fault): Promise<InitialisationFailure> {
  await stack.vendor.faults([fault]);
  return failing(stack.up(), InitialisationFailure);
}

describeEach("a filing whose answer was lost", ({ withStack }) => {
  it(
    "is saved with a made-up id, and the error says what to look for and what to do",
    withStack(async (stack) => {
      const { message } = await loseTheFiling(stack, TAKEN);
      expect(message)
        .to.include("【极光推送】")
        .and.include("JPush console")
        .and.include("adoptId")
        .and.include("resubmit")
        .and.match(/sent at \d{4}-\d\d-\d\dT/);
      expect(stack.id).to.match(/^queued-[0-9a-f-]{36}$/);
      expect(stack.outputs).to.include({ status: "unknown", signId: null, servingSignId: null });
      expect(stack.output("__ledger")).to.have.nested.property("candidate.d", 1);
      expect(stack.output("__ledger")).not.to.have.nested.property("candidate.id");
    }),
  );

  it(
    "is filed once more within the hour, which settles it where it never arrived",
    withStack(async (stack) => {
      await loseTheFiling(stack, NEVER_ARRIVED);
      const madeUp = stack.id;
      expect((await stack.preview()).operation).to.equal("update");
      expect(await stack.lines()).to.include(
        "will file 【极光推送】 to settle an earlier filing whose answer was lost",
      );

      expect(await stack.up()).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
      expect(stack.id).to.equal(madeUp);
      await stack.refresh();
      expect(stack.id, "replaced by the first refresh").to.equal("37582");
      expect(await stack.up()).to.equal("same");
    }),
  );

  it(
    "stays unsettled where some review is open, is never filed a second time, and is settled by adoptId",
    withStack(async (stack) => {
      await loseTheFiling(stack, TAKEN);
      const { message } = await failing(stack.up(), InitialisationFailure);
      expect(message).to.include("The answer to the filing of 【极光推送】").and.not.include("Nothing was");
      expect(await stack.vendor.changes(), "the second was refused").to.deep.equal(["POST /v1/sign", "POST /v1/sign"]);
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);

      expect((await failing(stack.up(), CallFailure)).message).to.include("set adoptId to its id");
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "unknown", signId: null });
      expect((await stack.preview()).operation, "until a person says more").to.equal("update");
      expect((await failing(stack.up({ sign: "极光通知" }), CallFailure)).message).to.include(
        "【极光推送】 (or 【极光通知】)",
      );
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign", "POST /v1/sign"]);

      expect(await stack.up({ adoptId: 37582 })).to.equal("update");
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
      await stack.refresh();
      expect(stack.id).to.equal("37582");
      expect(await stack.up({ adoptId: 37582 })).to.equal("same");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
    }),
  );

  it(
    "is not tried again after an hour, until a changed resubmit says that it never arrived",
    withStack(async (stack) => {
      await loseTheFiling(stack, NEVER_ARRIVED);
      await stack.age(2);
      expect((await failing(stack.up(), CallFailure)).message).to.include("change resubmit to any new text");
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);

      expect(await stack.up({ resubmit: "not in the console" })).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
      await stack.refresh();
      expect(stack.id).to.equal("37582");
    }),
  );

  it(
    "is not adopted where the id given is of another text",
    withStack(async (stack) => {
      await loseTheFiling(stack, NEVER_ARRIVED);
      const id = await stack.vendor.occupy();
      const { message } = await failing(stack.up({ adoptId: id }), CallFailure);
      expect(message).to.include(
        `【占位签名】 (${id}) was not taken over: the filing whose answer was lost was for 【极光推送】`,
      );
      expect((await failing(stack.up({ adoptId: 40000 }), CallFailure)).message).to.include("knows no such signature");
    }),
  );

  it(
    "does not hinder what serves, and destroy deletes the rest and names it",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.vendor.faults([TAKEN]);
      await failing(stack.up({ sign: "极光通知" }), InitialisationFailure);
      expect(stack.outputs).to.include({ status: "unknown", signId: null, servingSignId: 37582 });
      await stack.refresh();
      expect(stack.id).to.equal("37582");
      expect(stack.outputs).to.include({ status: "unknown", servingSignId: 37582 });

      await stack.destroy();
      expect(await stack.warnings()).to.match(
        /The filing of 【极光通知】 at .* was never answered, so the signature may be at JPush/,
      );
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 pending"]);
    }),
  );

  it(
    "is forgotten without a filing where what serves is desired again and resubmit says that it never arrived",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.vendor.faults([NEVER_ARRIVED]);
      await failing(stack.up({ sign: "极光通知" }), InitialisationFailure);
      expect((await failing(stack.up(), CallFailure)).message).to.include("【极光通知】");
      expect(await stack.up({ resubmit: "not in the console" })).to.equal("update");
      expect(stack.outputs).to.include({ status: "approved", signId: 37582, servingSignId: 37582 });
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign", "POST /v1/sign"]);
    }),
  );
});

describeEach("a modification whose answer was lost", ({ withStack }) => {
  const corrected = { sign: "极光短信" };

  async function loseTheModification(stack: Stack, fault: Fault): Promise<void> {
    await stack.up();
    await stack.vendor.reject(37582);
    await stack.refresh();
    await stack.vendor.faults([fault]);
    await failing(stack.up(corrected), InitialisationFailure);
  }

  it(
    "counts as taken when it is no longer rejected",
    withStack(async (stack) => {
      await loseTheModification(stack, TAKEN);
      expect(stack.output("status")).to.equal("unknown");
      expect(await stack.up(corrected)).to.equal("update");
      expect(stack.outputs).to.include({ status: "pending", signId: 37582, sign: "极光短信" });
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign", "POST /v1/sign/37582"]);
    }),
  );

  it(
    "is made again when it is still rejected",
    withStack(async (stack) => {
      await loseTheModification(stack, NEVER_ARRIVED);
      await stack.refresh();
      expect((await stack.preview(corrected)).operation).to.equal("update");
      expect(await stack.up(corrected)).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光短信 pending"]);
    }),
  );

  it(
    "is made again also when what was there before is desired again: nobody knows what is on file",
    withStack(async (stack) => {
      await loseTheModification(stack, NEVER_ARRIVED);
      await stack.refresh();
      expect(await stack.up()).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
    }),
  );
});
