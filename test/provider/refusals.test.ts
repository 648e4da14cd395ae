import { expect } from "chai";
import { CallFailure, failing, InitialisationFailure } from "./support/failures";
import { describeEach } from "./support/frontEnds";
import type { Stack } from "./support/Stack";

const CHANGED = { sign: "极光通知" };

async function approved(stack: Stack, inputs = {}): Promise<void> {
  await stack.up(inputs);
  await stack.vendor.approve(37582);
  await stack.refresh();
}

describeEach("a filing that JPush refuses", ({ withStack }) => {
  const refusals = [
    { code: 50037, says: "choose another text" },
    { code: 50101, says: "PNG or JPEG" },
    { code: 50008, says: "SMS service is not opened" },
    { code: 50035, says: "allow-list" },
    { code: 50002, says: "The credentials came from the stack's config" },
    { code: 59999, says: "do not list this code" },
  ];

  it(
    "is a plain error that says what to do, and leaves nothing behind",
    withStack(async (stack) => {
      for (const { code, says } of refusals) {
        await stack.vendor.faults([{ method: "POST", kind: "status", code, status: 403 }]);
        const { message } = await failing(stack.up(), CallFailure);
        expect(message)
          .to.include(`JPush refused POST ${stack.vendor.url}/v1/sign with HTTP 403, code ${code}`)
          .and.include(says);
        expect(stack.state).to.equal(null);
      }
    }),
  );

  it(
    "does not repeat private values that JPush's words hold",
    withStack(async (stack) => {
      const message = "99000119900307001X of 王样例 is no number";
      await stack.vendor.faults([{ method: "POST", kind: "status", code: 50007, status: 403, message }]);
      expect((await failing(stack.up(), CallFailure)).message).to.include('"[hidden] of [hidden] is no number"');
    }),
  );

  it(
    "leaves nothing behind either where JPush cannot be reached at all",
    withStack(
      async (stack) => {
        const { message } = await failing(stack.up(), CallFailure);
        expect(message)
          .to.include("POST http://127.0.0.1:1/v1/sign was not sent, after one try")
          .and.include("Nothing was changed at the vendor");
        expect(stack.state).to.equal(null);
      },
      { config: { "jpush:endpoint": "http://127.0.0.1:1" } },
    ),
  );

  it(
    "changes nothing in an update either",
    withStack(async (stack) => {
      await approved(stack);
      const before = stack.existing;
      await stack.vendor.faults([{ method: "POST", kind: "status", code: 50104, status: 403 }]);
      await failing(stack.up(CHANGED), CallFailure);
      expect(stack.state).to.deep.equal(before);
    }),
  );
});

describeEach("a filing that JPush took", ({ withStack }) => {
  for (const fault of [
    { method: "GET", kind: "status", status: 500 },
    { method: "GET", kind: "html" },
    { method: "GET", kind: "cut-before" },
    { method: "GET", kind: "status", code: 50102 },
  ]) {
    it(
      `does not fail because the look after it does: ${fault.kind} ${fault.code ?? fault.status ?? ""}`,
      withStack(async (stack) => {
        await stack.vendor.faults([fault]);
        expect(await stack.up()).to.equal("create");
        expect(stack.id).to.equal("37582");
        expect(stack.outputs).to.include({ signId: 37582, status: "pending" });
        await stack.vendor.faults([]);
        expect(await stack.up()).to.equal("same");
      }),
    );
  }
});

describeEach("a change while the former content is under review", ({ withStack }) => {
  it(
    "waits for that review to end, and says so",
    withStack(async (stack) => {
      await stack.up();
      expect(await stack.up(CHANGED)).to.equal("update");
      expect(await stack.lines()).to.include(
        "【极光推送】 (37582) is under review and no longer declared: a later run files 【极光通知】 when that review has ended",
      );
      expect(stack.outputs).to.include({ status: "queued", signId: 37582, servingSignId: null });
      expect(await stack.up(CHANGED), "the difference stays").to.equal("update");
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);

      await stack.vendor.approve(37582);
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "queued", signId: 37582, servingSignId: 37582 });
      await stack.up(CHANGED);
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光通知 pending"]);
    }),
  );

  it(
    "does not name it as a review in the way of what is filed after its withdrawal",
    withStack(async (stack) => {
      await stack.up();
      await stack.up(CHANGED);
      await stack.nextRun();
      await stack.preview({ ...CHANGED, whilePending: "withdraw" });
      expect(await stack.lines()).to.equal(
        "JPush, as of the last refresh: will withdraw 【极光推送】 (37582) from its review; will file 【极光通知】 for review.",
      );
    }),
  );

  it(
    "withdraws it where that is declared",
    withStack(async (stack) => {
      await stack.up();
      const changes = { ...CHANGED, whilePending: "withdraw" };
      await stack.preview(changes);
      expect(await stack.lines()).to.include(
        "will withdraw 【极光推送】 (37582) from its review; will file 【极光通知】 for review",
      );
      expect(await stack.up(changes)).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 pending"]);
      expect(stack.id).to.equal("37582");
      expect(stack.outputs).to.include({ status: "pending", signId: 37583 });
    }),
  );

  it(
    "waits where JPush refuses the withdrawal",
    withStack(
      async (stack) => {
        await stack.up();
        const changes = { ...CHANGED, whilePending: "withdraw" };
        expect(await stack.up(changes)).to.equal("update");
        expect(await stack.warnings()).to.include("【极光推送】 (37582) was not deleted");
        expect(stack.outputs).to.include({ status: "queued", signId: 37582 });
        await stack.vendor.reject(37582);
        expect(await stack.up(changes)).to.equal("update");
        expect(await stack.vendor.list()).to.deep.equal(["37582 极光通知 pending"]);
      },
      { emulator: { deletePending: false } },
    ),
  );

  it(
    "is refused where that is declared: a line and a difference in the preview, an error in the update",
    withStack(async (stack) => {
      await stack.up();
      const changes = { ...CHANGED, whilePending: "refuse" };
      expect((await stack.preview(changes)).operation).to.equal("update");
      expect(await stack.warnings()).to.include(
        'an update will be refused: 【极光推送】 (37582) is under review and whilePending is "refuse"',
      );
      expect((await failing(stack.up(changes), CallFailure)).message).to.include('whilePending is "refuse"');
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "saves the withdrawal when the filing after it fails",
    withStack(async (stack) => {
      await stack.up();
      const changes = { ...CHANGED, whilePending: "withdraw" };
      await stack.vendor.faults([{ method: "POST", times: 1, kind: "status", code: 50104 }]);
      const { message, id } = await failing(stack.up(changes), InitialisationFailure);
      expect(message).to.include("code 50104");
      expect(id).to.equal("37582");
      expect(stack.outputs).to.include({ status: "queued", signId: null });
      await stack.refresh();
      expect(stack.outputs, "what is queued cannot be gone").to.include({ status: "queued" });
      expect(await stack.up(changes)).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 pending"]);
    }),
  );
});

describeEach("a deletion that JPush refuses", ({ withStack }) => {
  const impatient = { ...CHANGED, supersededAfter: "0s" };

  async function superseded(stack: Stack): Promise<void> {
    await approved(stack);
    await stack.vendor.makeDefault(37582);
    await stack.up(CHANGED);
    await stack.vendor.approve(37583);
    await stack.refresh();
  }

  it(
    "of a superseded default one is a warning, is not asked for again, and is done when the console has made another the default",
    withStack(async (stack) => {
      await superseded(stack);
      expect(await stack.warnings()).to.include("【极光推送】 (37582) is still the account's default signature");
      expect(await stack.up(impatient)).to.equal("update");
      expect(await stack.warnings()).to.match(/37582\) was not deleted\. .*code 50105.*No API call can do that/);
      const tried = await stack.vendor.changes();
      await stack.refresh();
      expect(await stack.up(impatient)).to.equal("same");
      expect(await stack.vendor.changes()).to.deep.equal(tried);

      await stack.vendor.makeDefault(37583);
      await stack.refresh();
      expect(await stack.up(impatient)).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 approved"]);
    }),
  );

  it(
    "of a superseded one is a warning and is tried again by the next run, whatever the cause",
    withStack(async (stack) => {
      await approved(stack);
      await stack.up(CHANGED);
      await stack.vendor.approve(37583);
      await stack.refresh();
      for (const fault of [{ kind: "status", code: 50008 }, { kind: "cut-before" }, { kind: "html" }]) {
        await stack.vendor.faults([{ method: "DELETE", times: 1, ...fault }]);
        expect(await stack.up(impatient), fault.kind).to.equal("update");
        expect(await stack.vendor.list()).to.have.length(2);
      }
      expect(await stack.warnings()).to.include("【极光推送】 (37582) was not deleted");
      expect(await stack.up(impatient)).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 approved"]);
    }),
  );

  it(
    "in destroy does not keep the others from being deleted, and destroy can be repeated",
    withStack(async (stack) => {
      await superseded(stack);
      const { message } = await failing(stack.destroy(), CallFailure);
      expect(message).to.match(/^Not deleted: 【极光推送】 \(37582\): JPush refused DELETE .*code 50105/);
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
      await stack.vendor.remove(37582);
      await stack.destroy();
      expect(await stack.vendor.list()).to.deep.equal([]);
    }),
  );

  it(
    "in destroy names everything that remains",
    withStack(async (stack) => {
      await superseded(stack);
      await stack.vendor.faults([{ method: "DELETE", path: "/v1/sign/37583", kind: "html" }]);
      const { message } = await failing(stack.destroy(), CallFailure);
      expect(message)
        .to.include("(37582): JPush refused")
        .and.include("(37583): DELETE")
        .and.include("its answer is lost");
      await stack.vendor.faults([]);
      await failing(stack.destroy(), CallFailure);
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
    }),
  );

  it(
    "does not count where it is gone already",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.remove(37582);
      await stack.destroy();
      expect(stack.state).to.equal(null);
    }),
  );
});

describeEach("an update", ({ withStack }) => {
  it(
    "deletes nothing that the plan on the state would not have deleted",
    withStack(async (stack) => {
      await approved(stack);
      await stack.up({ ...CHANGED, supersededAfter: "0s" });
      await stack.vendor.approve(37583);
      // No refresh: no preview could show that there is something to delete.
      expect(await stack.up({ ...CHANGED, supersededAfter: "0s", whenBusy: "fail" })).to.equal("update");
      expect(await stack.warnings()).to.include(
        "【极光推送】 (37582) was not deleted: JPush has news since the last refresh",
      );
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光通知 approved"]);
      expect(stack.outputs).to.include({ servingSignId: 37583 });

      expect((await stack.preview({ ...CHANGED, supersededAfter: "0s", whenBusy: "fail" })).operation).to.equal(
        "update",
      );
      expect(await stack.lines()).to.include("will delete 【极光推送】 (37582), which has a successor");
      await stack.up({ ...CHANGED, supersededAfter: "0s", whenBusy: "fail" });
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 approved"]);
    }),
  );

  it(
    "that cannot look at the vendor first changes nothing",
    withStack(async (stack) => {
      await approved(stack);
      const before = stack.existing;
      await stack.vendor.faults([{ method: "GET", kind: "status", code: 50019 }]);
      await failing(stack.up(CHANGED), CallFailure);
      expect(stack.state).to.deep.equal(before);
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );
});
