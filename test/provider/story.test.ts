import { expect } from "chai";
import { CallFailure, failing } from "./support/failures";
import { describeEach } from "./support/frontEnds";
import type { Stack } from "./support/Stack";

/** What programs read. */
function shown(stack: Stack): object {
  const { signId, status, servingSignId } = stack.outputs;
  return { id: stack.id, signId, status, servingSignId };
}

describeEach("a signature's story", ({ withStack }) => {
  it(
    "goes from the first filing over a rejection, an approval and a change of an approved text to nothing left",
    withStack(async (stack) => {
      const { vendor } = stack;
      const first = { sign: "极光推送" };
      const corrected = { sign: "极光短信" };
      const changed = { sign: "极光通知" };

      expect(await stack.up(first)).to.equal("create");
      expect(shown(stack)).to.deep.equal({ id: "37582", signId: 37582, status: "pending", servingSignId: null });
      expect(await stack.lines()).to.include("【极光推送】 (37582) was filed with JPush");

      await vendor.reject(37582);
      await stack.refresh();
      expect(shown(stack)).to.deep.equal({ id: "37582", signId: 37582, status: "rejected", servingSignId: null });
      expect(await stack.warnings()).to.include("【极光推送】 (37582) was rejected");
      expect(await stack.up(first), "a rejection alone files nothing").to.equal("same");

      expect((await stack.preview(corrected)).operation).to.equal("update");
      expect(await stack.lines()).to.include(
        "will file 【极光推送】 (37582), which was rejected, again in place as 【极光短信】",
      );
      expect(await stack.up(corrected)).to.equal("update");
      expect(shown(stack)).to.deep.equal({ id: "37582", signId: 37582, status: "pending", servingSignId: null });
      expect(await vendor.list()).to.deep.equal(["37582 极光短信 pending"]);

      await vendor.approve(37582);
      await stack.refresh();
      expect(shown(stack)).to.deep.equal({ id: "37582", signId: 37582, status: "approved", servingSignId: 37582 });
      expect(await stack.lines()).to.include("Send messages with 【极光短信】 (37582) from now on");
      expect(await stack.up(corrected)).to.equal("same");

      expect((await stack.preview(changed)).operation).to.equal("update");
      expect(await stack.lines()).to.include(
        "will file 【极光通知】 for review; an update keeps 【极光短信】 (37582) serving until 【极光通知】 is approved",
      );
      expect(await stack.up(changed)).to.equal("update");
      expect(shown(stack)).to.deep.equal({ id: "37582", signId: 37583, status: "pending", servingSignId: 37582 });
      expect(await vendor.list()).to.deep.equal(["37582 极光短信 approved", "37583 极光通知 pending"]);

      await vendor.approve(37583);
      await stack.refresh();
      expect(shown(stack)).to.deep.equal({ id: "37582", signId: 37583, status: "approved", servingSignId: 37583 });
      expect(await vendor.list(), "both can be sent with").to.deep.equal([
        "37582 极光短信 approved",
        "37583 极光通知 approved",
      ]);

      expect((await stack.preview(changed)).operation).to.equal("update");
      expect(await stack.lines()).to.include(
        "【极光通知】 (37583) serves; 【极光短信】 (37582) will be deleted 24h after this is published",
      );
      const before = await vendor.changes();
      expect(await stack.up(changed), "the describePublication").to.equal("update");
      expect(await vendor.changes(), "is made without the vendor").to.deep.equal(before);
      expect(await stack.up(changed), "within the grace").to.equal("same");

      const impatient = { ...changed, supersededAfter: "0s" };
      expect((await stack.preview(impatient)).operation).to.equal("update");
      expect(await stack.lines()).to.include("will delete 【极光短信】 (37582), which has a successor");
      expect(await stack.up(impatient)).to.equal("update");
      expect(await vendor.list()).to.deep.equal(["37583 极光通知 approved"]);
      expect(shown(stack)).to.deep.equal({ id: "37582", signId: 37583, status: "approved", servingSignId: 37583 });
      await stack.refresh();
      expect(stack.id, "for life").to.equal("37582");
      expect(await stack.up(impatient)).to.equal("same");

      await stack.destroy();
      expect(await vendor.list()).to.deep.equal([]);
      expect(await vendor.changes()).to.deep.equal([
        "POST /v1/sign",
        "POST /v1/sign/37582",
        "POST /v1/sign",
        "DELETE /v1/sign/37582",
        "DELETE /v1/sign/37583",
      ]);
    }),
  );

  it(
    "deletes a superseded one when the grace after the describePublication is over, and not before",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.up({ sign: "极光通知" });
      await stack.vendor.approve(37583);
      await stack.refresh();
      await stack.up({ sign: "极光通知" });

      await stack.age(23);
      expect(await stack.up({ sign: "极光通知" })).to.equal("same");
      await stack.age(2);
      expect(await stack.up({ sign: "极光通知" })).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 approved"]);
    }),
  );

  it(
    "learns of an approval in an update that is made for another reason",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      expect(await stack.up({ whenBusy: "fail" })).to.equal("update");
      expect(shown(stack)).to.deep.equal({ id: "37582", signId: 37582, status: "approved", servingSignId: 37582 });
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "never files an approved one again for what only the reviewers read, but a rejected one",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      await stack.refresh();
      expect(await stack.up({ remark: "the authorisation is attached" })).to.equal("update");
      await stack.vendor.approve(37582);
      await stack.refresh();
      expect(await stack.up({ remark: "thank you" })).to.equal("update");
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign", "POST /v1/sign/37582"]);
      expect(stack.output("remark")).to.equal("thank you");
    }),
  );

  it(
    "files a rejected one again as it is when resubmit is changed",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      await stack.refresh();
      expect(await stack.up({ resubmit: "the reviewers were called" })).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
      await stack.vendor.reject(37582);
      await stack.refresh();
      expect(await stack.up({ resubmit: "the reviewers were called" })).to.equal("same");
    }),
  );

  it(
    "goes back to a superseded one that is still approved without filing anything",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.up({ sign: "极光通知" });
      await stack.vendor.approve(37583);
      await stack.refresh();
      const filed = await stack.vendor.changes();

      expect(await stack.up()).to.equal("update");
      expect(shown(stack)).to.deep.include({ status: "approved", servingSignId: 37582 });
      expect(await stack.vendor.changes()).to.deep.equal(filed);
    }),
  );

  it(
    "keeps superseded ones where that is declared, and destroy names them",
    withStack(async (stack) => {
      const keep = { superseded: "keep", supersededAfter: "0s" };
      await stack.up(keep);
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.up({ ...keep, sign: "极光通知" });
      await stack.vendor.approve(37583);
      await stack.refresh();
      await stack.up({ ...keep, sign: "极光通知" });
      expect(await stack.up({ ...keep, sign: "极光通知" })).to.equal("same");

      await stack.destroy();
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
      expect(await stack.warnings())
        .to.include("Kept at JPush")
        .and.include("(37582)");
    }),
  );

  it(
    "takes over a signature that exists, and from there treats it like any other",
    withStack(async (stack) => {
      const id = await stack.vendor.occupy();
      await stack.vendor.approve(id);
      // As the resource option `import` gives it.
      expect(await stack.up({ sign: "占位签名", adoptId: String(id) })).to.equal("create");
      expect(shown(stack)).to.deep.equal({ id: String(id), signId: id, status: "approved", servingSignId: id });
      expect(stack.output("adoptId"), "in its normal form").to.equal(id);
      expect(await stack.up({ sign: "占位签名", adoptId: String(id) })).to.equal("same");
      expect(await stack.up({ sign: "占位签名" }), "adoptId may go").to.equal("same");
      expect(await stack.up({ sign: "极光通知" })).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal([`${id} 占位签名 approved`, `${id + 1} 极光通知 pending`]);
    }),
  );

  it(
    "takes over one of another text too, and files what is declared beside it; the next one needs a resource of its own",
    withStack(async (stack) => {
      const id = await stack.vendor.occupy();
      await stack.vendor.approve(id);
      expect(await stack.up({ adoptId: id })).to.equal("create");
      expect(await stack.vendor.list(), "what follows, a preview shows first").to.deep.equal([
        `${id} 占位签名 approved`,
      ]);
      expect(await stack.up({ adoptId: id })).to.equal("update");
      expect(stack.outputs).to.include({ servingSignId: id, signId: id + 1, status: "pending" });
      expect(await stack.vendor.list()).to.deep.equal([`${id} 占位签名 approved`, `${id + 1} 极光推送 pending`]);
      const { message } = await failing(stack.up({ adoptId: 40000 }), CallFailure);
      expect(message).to.include("adoptId names 40000").and.include("Declare a second resource for 40000");
    }),
  );
});
