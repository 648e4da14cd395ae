import { expect } from "chai";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Journal } from "../../provider/journal/Journal";
import { digestOf } from "../../provider/lifecycle/digest";
import { killed } from "../kills/KilledStack";
import { failing, InitialisationFailure } from "../provider/support/failures";
import { describeEach } from "../provider/support/frontEnds";
import { ID_NUMBER, MASTER_SECRET, APP_KEY, PERSON } from "../provider/support/samples";
import { desired, NOW } from "../lifecycle/builders";
import { withStack, type Stack } from "../provider/support/Stack";
import { contextWith } from "../support/context";
import type { Wire } from "../provider/support/wire";

const RENAMED = "is the new name of";
const PLACE = { project: "sample", stack: "dev", name: "brand" };

const journalOf = (stack: Stack) => join(stack.folder.path, "journal");
const recordsIn = async (stack: Stack) => (await readdir(journalOf(stack))).filter((name) => name.endsWith(".json"));
const named = (changes: object): Wire => ({ __resource: { ...PLACE, ...changes } });

/** A create that the vendor took and no state knows. */
async function killedInCreate(stack: Stack): Promise<void> {
  await killed(stack, (each) => each.up(), "POST /v1/sign", "after");
  expect(stack.state).to.equal(null);
}

describe("the journal", () => {
  it(
    "is for its owner alone, and nothing in it can be read or guessed without its key",
    withStack(async (stack) => {
      await stack.up();
      const folder = journalOf(stack);
      const names = await readdir(folder);
      expect(names).to.have.lengthOf(2).and.include("key");
      expect((await stat(folder)).mode & 0o777).to.equal(0o700);
      for (const name of names) expect((await stat(join(folder, name))).mode & 0o777, name).to.equal(0o600);
      const [record] = await recordsIn(stack);
      const text = await readFile(join(folder, record!), "utf8");
      for (const value of [ID_NUMBER, PERSON, "极光推送", "91999999000000000G"])
        expect(text).not.to.include(value).and.not.include(digestOf(value));
      expect(await readFile(join(folder, "key"))).to.have.lengthOf(32);
    }),
  );

  it("makes no folder for a resource that nobody names: nothing would be recorded in it", async () => {
    const context = contextWith();
    const owner = { type: "jpush:SmsSignature", resource: null, account: "account", desired: desired("W") };
    const journal = new Journal(owner, context);
    await journal.sending({ operation: "submit", target: null, sentAt: NOW });
    await journal.uploaded("digest", "file");
    expect(existsSync(context.environment["PULUMI_SMS_JOURNAL"]!)).to.equal(false);
  });

  it(
    "tells backends apart without their address, which can hold a password",
    withStack(async (stack) => {
      const of = (password: string, state: string) => ({
        environment: { PULUMI_BACKEND_URL: `postgres://pulumi:${password}@db.example/${state}` },
      });
      await stack.nextRun(of("SAMPLE-PASSWORD", "state"));
      await killedInCreate(stack);
      expect((await stack.folder.read("journal")).join("\n"))
        .to.include('"name":"brand"')
        .and.not.include("SAMPLE-PASSWORD")
        .and.not.include("db.example");

      await stack.nextRun(of("SAMPLE-PASSWORD", "other"));
      await stack.up();
      expect(stack.outputs, "another backend's stack knows nothing of it").to.include({
        status: "queued",
        signId: null,
      });

      stack.state = null;
      await stack.nextRun(of("SAMPLE@CHANGED", "state"));
      await stack.up();
      expect(stack.outputs, "the same backend under a new password").to.include({
        status: "pending",
        signId: 37582,
      });
    }),
  );

  it(
    "keeps one stack's filings from another's that has a resource of the same name",
    withStack(async (stack) => {
      await killedInCreate(stack);
      await stack.up(named({ stack: "prod" }));
      expect(stack.outputs).to.include({ status: "queued", signId: null });
      stack.state = null;
      await stack.nextRun();
      await stack.up();
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
    }),
  );

  it(
    "knows a renamed resource by its alias, in a create and in an update",
    withStack(async (stack) => {
      await killedInCreate(stack);
      const renamed = named({ name: "shop", formerly: ["brand"] });
      await stack.up(renamed);
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
      await stack.vendor.approve(37582);
      await stack.refresh();
      await killed(stack, (each) => each.up({ ...renamed, sign: "极光通知" }), "POST /v1/sign", "after");
      const again = { ...named({ name: "market", formerly: ["shop", "brand"] }), sign: "极光通知" };
      await stack.up(again);
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光通知 pending"]);
      expect(stack.outputs).to.include({ status: "pending", signId: 37583, servingSignId: 37582 });
      await stack.refresh();
      expect(await stack.up(again)).to.equal("same");
      await stack.nextRun();
      expect(await recordsIn(stack)).to.deep.equal([]);
    }),
  );

  it(
    "leaves nothing to a destroy that finds a new name in no state: a rename alone saves none",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      const renamed = named({ name: "shop", formerly: ["brand"] });
      expect(await stack.up(renamed)).to.equal("same");
      await killed(stack, (each) => each.up({ ...renamed, sign: "极光通知" }), "POST /v1/sign", "after");
      expect(await stack.vendor.list()).to.have.lengthOf(2);
      await stack.destroy();
      expect(await stack.vendor.list()).to.deep.equal([]);
      expect(await recordsIn(stack)).to.deep.equal([]);
    }),
  );

  it(
    "is closed by a destroy, also of what somebody has deleted in the console",
    withStack(async (stack) => {
      await killedInCreate(stack);
      // What was filed then is not what is declared now, so nobody knows what it held.
      await stack.up({ sign: "极光通知" });
      await stack.vendor.remove(37582);
      await stack.destroy();
      expect(await recordsIn(stack)).to.deep.equal([]);
    }),
  );

  it(
    "is found after the secret was rotated",
    withStack(async (stack) => {
      await killedInCreate(stack);
      await stack.nextRun({
        config: { "jpush:masterSecret": "the-former-secret" },
        environment: { JPUSH_APP_KEY: APP_KEY, JPUSH_MASTER_SECRET: MASTER_SECRET },
      });
      await stack.up();
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
    }),
  );

  it(
    "whose key was lost still gives the id, and the text tells whether it is what is declared",
    withStack(async (stack) => {
      await killedInCreate(stack);
      await rm(join(journalOf(stack), "key"));
      await stack.up();
      expect(stack.output("__ledger")).to.have.nested.property("candidate.assumed", 1);
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
      await stack.refresh();
      expect(await stack.up()).to.equal("same");
    }),
  );

  it(
    "that is damaged is said and set aside, and the run goes on",
    withStack(async (stack) => {
      await killedInCreate(stack);
      const [record] = await recordsIn(stack);
      await writeFile(join(journalOf(stack), record!), '{"v":1,"subj');
      await stack.up();
      expect(await stack.warnings())
        .to.include('The journal of "brand" is damaged and was set aside as')
        .and.include(`${record}.damaged`);
      expect(stack.outputs, "JPush refuses a second one while the first is under review").to.include({
        status: "queued",
        signId: null,
      });
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
    }),
  );

  it(
    "that is damaged a second time leaves what was set aside before as it is",
    withStack(async (stack) => {
      await killedInCreate(stack);
      const [record] = await recordsIn(stack);
      for (const damage of ["first", "second"]) {
        await writeFile(join(journalOf(stack), record!), damage);
        await stack.nextRun();
        await stack.up();
      }
      expect(await readFile(join(journalOf(stack), `${record}.damaged`), "utf8")).to.equal("first");
      expect(await readFile(join(journalOf(stack), `${record}.damaged.2`), "utf8")).to.equal("second");
    }),
  );

  it(
    "whose key is damaged goes on with a new one, and the text tells whether it is what is declared",
    withStack(async (stack) => {
      await killedInCreate(stack);
      await writeFile(join(journalOf(stack), "key"), "short");
      await stack.up();
      expect(await readFile(join(journalOf(stack), "key"))).to.have.lengthOf(32);
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
    }),
  );

  it(
    "that is lost leaves a filing that no state knows, as the documents say",
    withStack(async (stack) => {
      await killedInCreate(stack);
      await stack.folder.remove("journal");
      await stack.up();
      expect(stack.outputs).to.include({ status: "queued", signId: null });
      await stack.up({ adoptId: 37582 });
      expect(stack.outputs).to.include({ status: "pending", signId: 37582 });
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
    }),
  );

  it(
    "that cannot be written stops nothing, and the run says what to do",
    withStack(async (stack) => {
      await writeFile(journalOf(stack), "a file stands where the folder should be");
      await stack.up();
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
      const warnings = await stack.warnings();
      expect(warnings).to.include("Set PULUMI_SMS_JOURNAL to a folder that can be written");
      expect(
        warnings.match(/cannot be used/g),
        "once, though reading and writing fail with different codes",
      ).to.have.lengthOf(1);
      await rm(journalOf(stack));
    }),
  );

  it(
    "is empty after a run that ended in order, also after one that failed, lost an answer or was refused",
    withStack(async (stack) => {
      await stack.up();
      await stack.nextRun();
      expect(await recordsIn(stack), "filed").to.deep.equal([]);
      await stack.vendor.reject(37582);
      await stack.vendor.faults([{ kind: "cut-after", method: "POST", path: "/v1/sign/37582" }]);
      await failing(stack.up({ resubmit: "again" }), InitialisationFailure);
      expect(await recordsIn(stack), "while the run goes on").to.have.lengthOf(1);
      await stack.nextRun();
      expect(await recordsIn(stack), "a lost answer, which the state has").to.deep.equal([]);
    }),
  );
});

/** What was filed is in a state, and that state goes elsewhere: nobody was killed. */
describe("a filing whose state has moved on", () => {
  async function approved(stack: Stack): Promise<void> {
    await stack.up();
    await stack.vendor.approve(37582);
    await stack.refresh();
    await stack.nextRun();
  }

  it(
    "is not taken over by a new stack of the old name, whose destroy leaves it alone",
    withStack(async (stack) => {
      await approved(stack);
      // `pulumi stack rename prod`, `pulumi stack init dev`
      stack.state = null;
      await stack.up();
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved", "37583 极光推送 pending"]);
      expect(await stack.warnings()).to.equal("");
      await stack.destroy();
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
    }),
  );

  it(
    "is not taken back by a resource of the old name that declares another text",
    withStack(async (stack) => {
      await approved(stack);
      // `pulumi state delete` here, and adopted by another stack
      stack.state = null;
      await stack.up({ sign: "极光通知" });
      expect(stack.outputs).to.include({ status: "pending", signId: 37583, servingSignId: null });
      expect(await stack.warnings()).to.equal("");
      await stack.destroy();
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
    }),
  );

  it(
    "is warned of by no run once another resource has adopted what was retained",
    withStack(async (stack) => {
      await approved(stack);
      // `retainOnDelete: true`
      stack.state = null;
      const other = { ...named({ name: "other" }), adoptId: 37582 };
      await stack.up(other);
      await stack.nextRun();
      await stack.up({ ...other, remark: "again" });
      expect(await stack.warnings()).to.equal("");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
    }),
  );
});

describeEach("a run that is killed in a create, and the resource renamed", ({ frontEnd, withStack }) => {
  it(
    "is made good under the former name where that is told; else the preview warns before anything is filed twice",
    withStack(async (stack) => {
      await killedInCreate(stack);
      const renamed = named({ name: "shop", formerly: ["brand"] });
      await stack.preview(renamed);
      if (frontEnd.formerNames) {
        expect(await stack.warnings())
          .to.include("What it did is taken over")
          .and.not.include(RENAMED);
        await stack.up(renamed);
        expect(stack.output("signId")).to.equal(37582);
      } else {
        expect(await stack.warnings())
          .to.include('while it filed the same signature (37582) for the resource "brand"')
          .and.include(`If "shop" ${RENAMED} "brand", it would be filed twice`);
        await stack.nextRun();
        await stack.up(named({ name: "brand" }));
      }
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
    }),
  );

  it(
    "is no matter to a resource that declares another signature",
    withStack(async (stack) => {
      await killedInCreate(stack);
      await stack.preview({ ...named({ name: "shop" }), sign: "极光通知" });
      expect(await stack.warnings()).not.to.include(RENAMED);
    }),
  );
});
