import { expect } from "chai";
import { jpushSignature } from "../../properties";
import { describeEach } from "./support/frontEnds";
import type { Stack } from "./support/Stack";
import { elided, type Wire } from "./support/wire";

/*
 * What a run tells: plans in a preview and an update, news in a refresh, deeds where they are done; each line once, and
 * none about inputs that the program no longer declares.
 */

const named = (name: string): Wire => ({
  __resource: { project: "sample", stack: "dev", name },
});

/** The lines of the process that starts now. */
async function linesOf(stack: Stack, run: () => Promise<unknown>): Promise<string[]> {
  await stack.nextRun();
  await run();
  return (await stack.lines()).split("\n").filter((line) => line !== "");
}

async function approved(stack: Stack): Promise<void> {
  await stack.up();
  await stack.vendor.approve(37582);
  await stack.refresh();
}

describeEach("the lines of a run", ({ frontEnd, withStack }) => {
  it(
    "tell in a preview that a review is open, since when, and how to see whether it has ended",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      expect(await linesOf(stack, () => stack.up())).to.have.lengthOf(1);
      expect(await stack.lines()).to.match(
        /^【极光推送】 \(37582\) is under review at JPush since \S+Z, as of the last refresh\. `pulumi up --refresh` shows whether the review has ended\.$/,
      );
    }),
  );

  it(
    "tell news alone in a refresh, whatever the engine asks in it with the inputs of the state",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      const lines = await linesOf(stack, async () => {
        await stack.refresh();
        const { id, inputs, outputs } = stack.existing;
        await (await stack.plugin()).diff(id, elided(outputs), elided(inputs));
      });
      expect(lines).to.deep.equal(["【极光推送】 (37582) was rejected."]);
    }),
  );

  it(
    "tell what to do about a rejection by what is declared now, and no word of what was declared before",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      await stack.refresh();
      expect(await linesOf(stack, () => stack.preview())).to.deep.equal([
        "【极光推送】 (37582) was rejected.",
        "To file 【极光推送】 (37582) again, change what the reviewers refused. To file the same again, change resubmit.",
      ]);
      expect(await linesOf(stack, () => stack.preview({ sign: "极光短信" }))).to.deep.equal([
        "JPush, as of the last refresh: will file 【极光推送】 (37582), which was rejected, again in place as 【极光短信】.",
      ]);
    }),
  );

  it(
    "tell of a rejection once in a run that refreshes first",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      const lines = await linesOf(stack, async () => {
        await stack.refresh();
        await stack.preview();
      });
      expect(lines).to.deep.equal([
        "【极光推送】 (37582) was rejected.",
        "To file 【极光推送】 (37582) again, change what the reviewers refused. To file the same again, change resubmit.",
      ]);
    }),
  );

  it(
    "tell once that an approved one was rejected, and that it can no longer be sent with",
    withStack(async (stack) => {
      await approved(stack);
      await stack.vendor.change(37582, { vendorStatus: 2 });
      const lines = await linesOf(stack, async () => {
        await stack.refresh();
        await stack.preview();
      });
      expect(lines).to.deep.equal([
        "【极光推送】 (37582) was approved and is rejected now. It can no longer be sent with.",
        "To file 【极光推送】 (37582) again, change what the reviewers refused. To file the same again, change resubmit.",
      ]);
    }),
  );

  it(
    "call a review a review, before and after it",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      expect(await linesOf(stack, () => stack.refresh())).to.deep.equal([
        "【极光推送】 (37582) is approved now (was under review).",
        "Send messages with 【极光推送】 (37582) from now on.",
      ]);
    }),
  );

  it(
    "promise no turn where nothing is under review",
    withStack(async (stack) => {
      await approved(stack);
      await stack.vendor.change(37582, { text: "旧文字" });
      await stack.refresh();
      expect(await linesOf(stack, () => stack.preview())).to.deep.equal([
        "JPush, as of the last refresh: will file 【极光推送】 for review; an update keeps 【旧文字】 (37582) serving until 【极光推送】 is approved.",
      ]);
    }),
  );

  it(
    "tell of each signature that a delete takes, as a warning where it served",
    withStack(async (stack) => {
      await approved(stack);
      await stack.up({ sign: "极光通知" });
      await stack.vendor.approve(37583);
      await stack.refresh();
      await stack.up({ sign: "极光短信" });
      expect(await linesOf(stack, () => stack.destroy())).to.deep.equal([
        "【极光短信】 (37584) was deleted at JPush.",
        "【极光推送】 (37582) was deleted at JPush.",
        "【极光通知】 (37583), which served, was deleted at JPush.",
      ]);
      expect(await stack.warnings()).to.equal("【极光通知】 (37583), which served, was deleted at JPush.");
    }),
  );

  it(
    "tell of the deletion of a superseded signature as news",
    withStack(async (stack) => {
      await approved(stack);
      await stack.up({ sign: "极光短信" });
      await stack.vendor.approve(37583);
      await stack.refresh();
      const lines = await linesOf(stack, () => stack.up({ sign: "极光短信", supersededAfter: "0s" }));
      expect(lines.at(-1)).to.equal("【极光推送】 (37582) was deleted at JPush.");
      expect(await stack.warnings()).to.equal("");
    }),
  );

  it(
    "stand under their resource, each once for each resource",
    withStack(async (stack) => {
      for (const name of ["brand", "shop", "brand"]) await stack.preview({ ...named(name), sign: `极光${name}` });
      const type = frontEnd.typeOf(jpushSignature);
      const { urns } = (await stack.plugin()).engine;
      expect(urns).to.deep.equal([`urn:pulumi:dev::sample::${type}::brand`, `urn:pulumi:dev::sample::${type}::shop`]);
    }),
  );

  it(
    "warn where two resources declare the same signature in one account",
    withStack(async (stack) => {
      const plugin = await stack.plugin();
      for (const name of ["brand", "shop"]) await plugin.check({}, stack.inputs(named(name)));
      expect(await stack.warnings()).to.equal(
        'The resource "brand" declares the same signature in the same account. Both are filed, each with its documents: declare it once, and give the others its outputs.',
      );
    }),
  );
});
