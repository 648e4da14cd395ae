import { expect } from "chai";
import { CallFailure, failing } from "./support/failures";
import { describeEach } from "./support/frontEnds";
import type { Stack } from "./support/Stack";
import { withoutSecrecy } from "./support/wire";

const CHANGED = { sign: "极光通知" };

async function approved(stack: Stack): Promise<void> {
  await stack.up();
  await stack.vendor.approve(37582);
  await stack.refresh();
}

describeEach("a refresh", ({ withStack }) => {
  it(
    "removes from the state what is gone at JPush, and the next run files it again",
    withStack(async (stack) => {
      await approved(stack);
      await stack.vendor.remove(37582);
      await stack.refresh();
      expect(stack.state).to.equal(null);
      expect(await stack.warnings()).to.include("【极光推送】 (37582) is gone at JPush");
      expect(await stack.up()).to.equal("create");
      expect(stack.id).to.equal("37583");
    }),
  );

  it(
    "keeps what serves when only the change under review is gone, and the next run files that again",
    withStack(async (stack) => {
      await approved(stack);
      await stack.up(CHANGED);
      await stack.vendor.remove(37583);
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "queued", signId: 37582, servingSignId: 37582 });
      expect(await stack.up(CHANGED)).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved", "37584 极光通知 pending"]);
    }),
  );

  it(
    "keeps the change under review when only what served is gone",
    withStack(async (stack) => {
      await approved(stack);
      await stack.up(CHANGED);
      await stack.vendor.remove(37582);
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "pending", signId: 37583, servingSignId: null });
      expect(await stack.up(CHANGED)).to.equal("same");
      expect(stack.id).to.equal("37582");
    }),
  );

  it(
    "shows a text that somebody changed among the inputs, and the next run files what is declared beside it",
    withStack(async (stack) => {
      await approved(stack);
      await stack.vendor.change(37582, { text: "旧文字" });
      await stack.refresh();
      expect(stack.existing.inputs["sign"]).to.equal("旧文字");
      expect(stack.existing.outputs["sign"], "what is declared").to.equal("极光推送");
      expect(await stack.warnings()).to.include("【旧文字】 (37582) was changed at JPush: its text was 【极光推送】");
      expect((await stack.preview()).operation).to.equal("update");
      expect(await stack.lines()).to.include(
        "will file 【极光推送】 for review; an update keeps 【旧文字】 (37582) serving",
      );

      expect(await stack.up()).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 旧文字 approved", "37583 极光推送 pending"]);
      await stack.vendor.approve(37583);
      await stack.refresh();
      expect(stack.existing.inputs["sign"]).to.equal("极光推送");
    }),
  );

  it(
    "lets a program declare the changed text itself",
    withStack(async (stack) => {
      await approved(stack);
      await stack.vendor.change(37582, { text: "旧文字" });
      await stack.refresh();
      expect(
        await stack.up({ sign: "旧文字" }),
        "although the engine sees no difference from the state's inputs",
      ).to.equal("update");
      expect(stack.output("sign")).to.equal("旧文字");
      expect(await stack.up({ sign: "旧文字" })).to.equal("same");
    }),
  );

  it(
    "no longer shows one that was changed back",
    withStack(async (stack) => {
      await approved(stack);
      await stack.vendor.change(37582, { text: "旧文字" });
      await stack.refresh();
      await stack.vendor.change(37582, { text: "极光推送" });
      await stack.refresh();
      expect(stack.existing.inputs["sign"]).to.equal("极光推送");
      expect(await stack.up()).to.equal("same");
    }),
  );

  it(
    "takes a status that it does not know for what it is, and lets what serves go on",
    withStack(async (stack) => {
      await approved(stack);
      await stack.vendor.change(37582, { vendorStatus: 9 });
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "unknown", vendorStatus: "9", servingSignId: 37582 });
      expect(await stack.warnings()).to.include(
        "JPush gives 【极光推送】 (37582) the status 9, which this version of pulumi-sms does not know",
      );
      expect(await stack.up()).to.equal("same");
    }),
  );

  it(
    "says that one which was approved is rejected, and nothing can be sent with it",
    withStack(async (stack) => {
      await approved(stack);
      await stack.vendor.change(37582, { vendorStatus: 2 });
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "rejected", signId: 37582, servingSignId: null });
      expect(await stack.warnings()).to.include("【极光推送】 (37582) was approved and is rejected now");
      expect(await stack.up(CHANGED)).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光通知 pending"]);
    }),
  );

  it(
    "without credentials leaves everything as it was, with a warning",
    withStack(async (stack) => {
      await approved(stack);
      const before = stack.existing;
      await stack.vendor.reject(await stack.vendor.occupy());
      await stack.nextRun({ config: { "jpush:appKey": "", "jpush:masterSecret": "" } });
      const requests = await stack.vendor.calls();
      await stack.refresh();
      expect(stack.state).to.deep.equal(before);
      expect(await stack.warnings())
        .to.include("【极光推送】 could not be refreshed. There are no credentials for JPush")
        .and.include("JPUSH_APP_KEY");
      expect(await stack.vendor.calls()).to.deep.equal(requests);
    }),
  );

  const failures = [
    { fault: { kind: "status", code: 50002 }, says: "--run-program" },
    { fault: { kind: "status", status: 401 }, says: "--run-program" },
    { fault: { kind: "status", code: 50019 }, says: "HTTP 500" },
    { fault: { kind: "status", code: 50009 }, says: "asked too often" },
    { fault: { kind: "status", status: 404 }, says: "HTTP 404" },
    { fault: { kind: "status", code: 50016 }, says: "check the endpoint" },
    { fault: { kind: "status", status: 403 }, says: "HTTP 403" },
    {
      fault: { kind: "status", status: 302, headers: { location: "http://127.0.0.1:1/v1/sign/37582" } },
      says: "HTTP 302",
    },
    { fault: { kind: "status", status: 200 }, says: "HTTP 200 with" },
    { fault: { kind: "html" }, says: "HTTP 502 with" },
    { fault: { kind: "html", status: 200 }, says: "HTTP 200 with" },
    { fault: { kind: "malformed" }, says: "HTTP 200 with" },
    { fault: { kind: "oversized" }, says: "its body is longer than" },
    { fault: { kind: "cut-before" }, says: "returned no response" },
  ];
  it(
    "that gets no answer which says anything fails in words, and leaves the state as it was",
    withStack(async (stack) => {
      await approved(stack);
      const before = stack.existing;
      for (const { fault, says } of failures) {
        await stack.vendor.faults([{ method: "GET", ...fault }]);
        expect((await failing(stack.refresh(), CallFailure)).message, JSON.stringify(fault)).to.include(says);
        expect(stack.state).to.deep.equal(before);
      }
    }),
  );

  it(
    "that takes too long fails in words",
    withStack(
      async (stack) => {
        await approved(stack);
        await stack.vendor.faults([{ method: "GET", kind: "hold" }]);
        expect((await failing(stack.refresh(), CallFailure)).message).to.include("no whole answer within 1 s");
      },
      { config: { "jpush:requestTimeout": "1s" } },
    ),
  );
});

describeEach("a signature that a program only reads, by its id", ({ withStack }) => {
  it(
    "is looked at, and nothing is filed",
    withStack(async (stack) => {
      const id = await stack.vendor.occupy();
      await stack.vendor.approve(id);
      const plugin = await stack.plugin();
      const declared = stack.inputs({ sign: "占位签名" });
      const found = await plugin.read(String(id), declared, declared);
      expect(found.id).to.equal(String(id));
      expect(found.outs).to.include({ status: "approved", signId: id, servingSignId: id, sign: "占位签名" });
      expect(withoutSecrecy(found.inputs ?? {})).to.deep.equal(declared);
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "shows the text that it really has",
    withStack(async (stack) => {
      const id = await stack.vendor.occupy();
      const declared = stack.inputs();
      const { inputs, outs } = await (await stack.plugin()).read(String(id), declared, declared);
      expect(inputs).to.deep.include({ sign: "占位签名" });
      expect(stack.asRead(outs)).to.include({ signId: id, servingSignId: null });
    }),
  );

  it(
    "fails where there is none: an empty answer would leave the program something that is not there",
    withStack(async (stack) => {
      const declared = stack.inputs();
      const { message } = await failing((await stack.plugin()).read("40000", declared, declared), CallFailure);
      expect(message).to.include("JPush knows no signature 40000 in this account");
    }),
  );

  it(
    "shows in a refresh that its reviewers have rejected it since, and nothing can be sent with it",
    withStack(async (stack) => {
      const id = await stack.vendor.occupy();
      await stack.vendor.approve(id);
      const plugin = await stack.plugin();
      const declared = stack.inputs({ sign: "占位签名" });
      const { outs } = await plugin.read(String(id), declared, declared);
      expect(outs).to.include({ status: "approved", servingSignId: id });
      // In the console the text was changed, and with it the review began again.
      await stack.vendor.change(id, { text: "控制台改", vendorStatus: 0 });
      const changed = await plugin.read(String(id), outs, declared);
      expect(stack.asRead(changed.outs)).to.include({
        status: "pending",
        signId: id,
        servingSignId: null,
        sign: "控制台改",
      });
      expect(changed.inputs).to.deep.include({ sign: "控制台改" });
      await stack.vendor.reject(id);
      const rejected = await plugin.read(String(id), changed.outs, declared);
      expect(stack.asRead(rejected.outs)).to.include({
        status: "rejected",
        vendorStatus: "2",
        signId: id,
        servingSignId: null,
      });
      expect(await stack.vendor.changes(), "by hand").to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "leaves the state in a refresh once it is gone, which says so: a program that still names it is told by its own read",
    withStack(async (stack) => {
      const id = await stack.vendor.occupy();
      const plugin = await stack.plugin();
      const declared = stack.inputs({ sign: "占位签名" });
      const { outs } = await plugin.read(String(id), declared, declared);
      await stack.vendor.remove(id);
      expect(await plugin.read(String(id), outs, declared)).to.include({ id: "" });
      expect(await stack.warnings()).to.include(
        `【占位签名】 (${id}), which another program manages, is gone at JPush and leaves the state.`,
      );
      const { message } = await failing(plugin.read(String(id), declared, declared), CallFailure);
      expect(message).to.include(`JPush knows no signature ${id} in this account`);
    }),
  );
});
