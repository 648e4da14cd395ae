import { expect } from "chai";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CallFailure, CheckFailure, failing, InitialisationFailure } from "./support/failures";
import { withStack, type Stack } from "./support/Stack";
import { elided, type Wire } from "./support/wire";

const TEXT = { sign: "占位签名" };

/** Something that stands at the vendor, filed by hand; gives its id and what a program declares to take it over. */
async function filedBefore(stack: Stack, review?: "approve" | "reject"): Promise<Wire & { adoptId: number }> {
  const adoptId = await stack.vendor.occupy();
  if (review !== undefined) await stack.vendor[review](adoptId);
  return { ...TEXT, adoptId };
}

/** Inputs, with who the resource is. */
function as(name: string, more: Wire = {}): Wire {
  return { ...more, __resource: { project: "sample", stack: "dev", name } };
}

/** A rename without an alias, whose new name is created, and whose old one is still to be deleted: gives the old one. */
async function renamed(stack: Stack): Promise<Stack["existing"]> {
  await stack.up(as("brand"));
  await stack.vendor.approve(37582);
  await stack.refresh();
  const old = stack.existing;
  await stack.nextRun();
  stack.state = null;
  await stack.up(as("shop", { adoptId: 37582 }));
  return old;
}

describe("an existing signature that is taken over", () => {
  it(
    "is told in the preview, is queried and not filed, and is the same from then on",
    withStack(async (stack) => {
      const declared = await filedBefore(stack, "approve");
      expect((await stack.preview(declared)).operation).to.equal("create");
      expect(await stack.lines()).to.include("JPush: will take over 37582");

      expect(await stack.up(declared)).to.equal("create");
      expect(await stack.lines())
        .to.include("【占位签名】 (37582) was taken over: approved")
        .and.not.include("was pending");
      expect(await stack.warnings()).not.to.include("taken over");
      expect(stack.id).to.equal("37582");
      expect(stack.outputs).to.include({ status: "approved", signId: 37582, servingSignId: 37582 });
      expect(await stack.vendor.changes(), "by hand").to.deep.equal(["POST /v1/sign"]);
      await stack.refresh();
      expect(await stack.up(declared)).to.equal("same");
    }),
  );

  it(
    "needs the word no longer: without it nothing is asked of the vendor",
    withStack(async (stack) => {
      await stack.up(await filedBefore(stack, "approve"));
      const calls = await stack.vendor.calls();
      expect(await stack.up(TEXT)).to.equal("same");
      await stack.nextRun();
      expect((await stack.preview(TEXT)).operation).to.equal("same");
      expect(await stack.vendor.calls()).to.deep.equal(calls);
    }),
  );

  it(
    "can be named by the text that the option import gives",
    withStack(async (stack) => {
      const { adoptId } = await filedBefore(stack, "approve");
      await stack.up({ ...TEXT, adoptId: String(adoptId) });
      expect(stack.outputs).to.include({ adoptId: 37582, servingSignId: 37582 });
      expect(await stack.up({ ...TEXT, adoptId })).to.equal("same");
      expect((await failing(stack.up({ ...TEXT, adoptId: "37582abc" }), CheckFailure)).message).to.include(
        "adoptId: not a sign_id of JPush",
      );
    }),
  );

  it(
    "is waited for like any other while it is under review",
    withStack(async (stack) => {
      const declared = await filedBefore(stack);
      await stack.up(declared);
      expect(stack.outputs).to.include({ status: "pending", signId: 37582, servingSignId: null });
      await stack.vendor.approve(37582);
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "approved", servingSignId: 37582 });
      expect(await stack.up(declared)).to.equal("same");
    }),
  );

  it(
    "is left as it is where it was rejected, with a warning, until what is declared changes",
    withStack(async (stack) => {
      const declared = await filedBefore(stack, "reject");
      await stack.up(declared);
      expect(stack.outputs).to.include({ status: "rejected", signId: 37582, servingSignId: null });
      expect(await stack.warnings()).to.include("【占位签名】 (37582) was rejected");
      expect(await stack.vendor.list()).to.deep.equal(["37582 占位签名 rejected"]);

      await stack.up({ ...declared, remark: "with the right scan" });
      expect(await stack.vendor.list()).to.deep.equal(["37582 占位签名 pending"]);
    }),
  );

  it(
    "may be the app's default, and is then succeeded but not deleted",
    withStack(async (stack) => {
      const declared = await filedBefore(stack, "approve");
      await stack.vendor.makeDefault(37582);
      await stack.up(declared);
      expect(stack.outputs).to.include({ status: "approved", isDefault: true });

      const changed = { ...declared, sign: "极光通知", supersededAfter: "0s" };
      await stack.up(changed);
      await stack.vendor.approve(37583);
      await stack.refresh();
      await stack.up(changed);
      await stack.up(changed);
      expect(await stack.warnings())
        .to.include("【占位签名】 (37582) was not deleted")
        .and.include("50105");
      expect(await stack.vendor.list()).to.deep.equal(["37582 占位签名 approved", "37583 极光通知 approved"]);
      expect(await stack.up(changed)).to.equal("same");
    }),
  );

  it(
    "is changed as it always is where another text is declared: one that is approved goes on serving",
    withStack(async (stack) => {
      const declared = { ...(await filedBefore(stack, "approve")), sign: "极光推送" };
      await stack.up(declared);
      expect(await stack.warnings())
        .to.include(
          "【占位签名】 (37582) was taken over: approved. Its sign is not what is declared, so it serves until 【极光推送】 is approved, and is deleted 24h after that is published.",
        )
        .and.include("To keep the signature as it is, declare what is at the vendor")
        .and.include("pulumi state delete");
      await stack.up(declared);
      expect(await stack.vendor.list()).to.deep.equal(["37582 占位签名 approved", "37583 极光推送 pending"]);
      expect(stack.outputs).to.include({ status: "pending", signId: 37583, servingSignId: 37582 });
      expect(stack.id).to.equal("37582");
      await stack.vendor.approve(37583);
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "approved", servingSignId: 37583 });
    }),
  );

  it(
    "is said to be kept where another text is declared and superseded ones are kept",
    withStack(async (stack) => {
      await stack.up({ ...(await filedBefore(stack, "approve")), sign: "极光推送", superseded: "keep" });
      expect(await stack.warnings()).to.include("so it serves until 【极光推送】 is approved, and is kept.");
    }),
  );

  it(
    "is changed as it always is where another text is declared: the review of one that is pending ends first",
    withStack(async (stack) => {
      const declared = { ...(await filedBefore(stack)), sign: "极光推送" };
      await stack.up(declared);
      expect(await stack.warnings()).to.include(
        "【占位签名】 (37582) was taken over: under review. Its sign is not what is declared, so 【极光推送】 takes its place, as in any other change.",
      );
      expect(stack.outputs).to.include({ status: "queued", signId: 37582 });
      await stack.vendor.reject(37582);
      expect(await stack.up(declared)).to.equal("update");
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
    }),
  );

  it(
    "is changed as it always is where another text is declared: one that was rejected is corrected in place",
    withStack(async (stack) => {
      const declared = { ...(await filedBefore(stack, "reject")), sign: "极光推送" };
      await stack.up(declared);
      expect(await stack.warnings()).to.include(
        "【占位签名】 (37582) was taken over: rejected. Its sign is not what is declared",
      );
      await stack.up(declared);
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 pending"]);
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign", "POST /v1/sign/37582"]);
    }),
  );

  it(
    "must be there: what is gone or another account's is refused, and nothing is saved or filed",
    withStack(async (stack) => {
      const declared = await filedBefore(stack, "approve");
      await stack.vendor.remove(37582);
      const before = await stack.vendor.changes();
      const { message } = await failing(stack.up(declared), CallFailure);
      expect(message)
        .to.include("The signature 37582 was not taken over: JPush knows no such signature in this account")
        .and.include("remove adoptId to file a new one");
      expect(stack.state).to.equal(null);
      expect(await stack.vendor.changes()).to.deep.equal(before);
    }),
  );

  it(
    "is the only one of its resource: another id later is refused in words",
    withStack(async (stack) => {
      const declared = await filedBefore(stack, "approve");
      await stack.up(declared);
      const other = { ...declared, adoptId: 37583 };
      expect((await stack.preview(other)).operation).to.equal("update");
      expect(await stack.warnings()).to.include(
        "adoptId names 37583, but this resource has 【占位签名】 (37582) already",
      );
      expect((await failing(stack.up(other), CallFailure)).message).to.include("Declare a second resource for 37583");
    }),
  );

  it(
    "does not stand in the way of a later filing whose answer is lost, however long the program names it",
    withStack(async (stack) => {
      const declared = await filedBefore(stack, "approve");
      await stack.up(declared);
      for (const changes of [{ sign: "极光通知" }, { socialCreditCode: "91350100M000100Y43" }]) {
        await stack.vendor.faults([{ method: "POST", times: 1, kind: "cut-before" }]);
        await failing(stack.up({ ...declared, ...changes }), InitialisationFailure);
        await stack.up({ ...declared, ...changes });
        const [, second] = await stack.vendor.signatures();
        expect(stack.outputs).to.include({ status: "pending", signId: second!.id, servingSignId: 37582 });
        await stack.vendor.reject(second!.id);
        await stack.refresh();
        await stack.up(declared);
        expect(stack.outputs).to.include({ status: "approved", signId: 37582 });
      }
    }),
  );

  it(
    "does not stand in the way of one either when it has gone",
    withStack(async (stack) => {
      const declared = { ...(await filedBefore(stack, "approve")), sign: "极光通知", supersededAfter: "0s" };
      for (let runs = 0; runs < 2; runs++) await stack.up(declared);
      await stack.vendor.approve(37583);
      for (let runs = 0; runs < 2; runs++) {
        await stack.refresh();
        await stack.up(declared);
      }
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 approved"]);
      await stack.vendor.faults([{ method: "POST", times: 1, kind: "cut-before" }]);
      await failing(stack.up({ ...declared, sign: "极光推送" }), InitialisationFailure);
      await stack.up({ ...declared, sign: "极光推送" });
      expect(await stack.vendor.list()).to.deep.equal(["37583 极光通知 approved", "37584 极光推送 pending"]);
    }),
  );

  it(
    "is not taken for a filing of another text whose answer was lost, where the resource has one that is declared",
    withStack(async (stack) => {
      await stack.up(TEXT);
      await stack.vendor.approve(37582);
      const adoptId = await stack.vendor.occupy();
      await stack.vendor.approve(adoptId);
      await stack.refresh();
      await stack.vendor.faults([{ method: "POST", times: 1, kind: "cut-before" }]);
      await failing(stack.up({ sign: "极光通知" }), InitialisationFailure);
      const { message } = await failing(stack.up({ ...TEXT, adoptId }), CallFailure);
      expect(message).to.include(
        "【占位签名】 (37583) was not taken over: the filing whose answer was lost was for 【极光通知】",
      );
      expect(stack.outputs).to.include({ servingSignId: 37582 });
    }),
  );

  it(
    "is bound by no rule about filings: years ago others held",
    withStack(async (stack) => {
      const aged = {
        ...(await filedBefore(stack, "approve")),
        socialCreditCode: "91110000MA12345678",
        idCardImage: undefined,
        remark: "长".repeat(101),
      };
      expect(await stack.up(aged)).to.equal("create");
      expect(await stack.warnings())
        .to.include("socialCreditCode: ")
        .and.include("idCardImage: missing")
        .and.include(
          "What is there already is taken over all the same, but it must be right before the signature is filed again",
        );
      expect(stack.outputs).to.include({ status: "approved", servingSignId: 37582 });
      expect(await stack.up(aged)).to.equal("same");

      const failure = await failing(stack.up({ ...aged, sign: "极光推送" }), CallFailure);
      expect(failure.message)
        .to.include("The signature cannot be filed as it is declared, and nothing was sent")
        .and.include("socialCreditCode")
        .and.include("idCardImage");
      expect(await stack.vendor.list()).to.deep.equal(["37582 占位签名 approved"]);
    }),
  );

  it(
    "is taken over also where what would be filed beside it breaks a rule, which the next run says",
    withStack(async (stack) => {
      const aged = {
        ...(await filedBefore(stack, "approve")),
        sign: "极光推送",
        socialCreditCode: "91110000MA12345678",
      };
      await stack.up(aged);
      expect((await failing(stack.up(aged), CallFailure)).message).to.include("socialCreditCode");
      expect(stack.outputs).to.include({ servingSignId: 37582, signId: 37582 });
      expect(await stack.vendor.list()).to.deep.equal(["37582 占位签名 approved"]);
    }),
  );

  it(
    "stays at the vendor where the resource that had it goes in the same run, which says so",
    withStack(async (stack) => {
      const { id, outputs } = await renamed(stack);
      await (await stack.plugin()).delete(id, elided(outputs));
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
      expect(await stack.warnings()).to.include(
        '【极光推送】 (37582) stays at JPush: the resource "shop" of sample/dev has taken it over.',
      );
    }),
  );

  it(
    "stays at the vendor where a replacement takes it over: what is deleted then has the same name",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      const { id, outputs } = stack.existing;
      await stack.nextRun();
      stack.state = null;
      await stack.up({ adoptId: 37582 });
      await (await stack.plugin()).delete(id, elided(outputs));
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
      const brand = stack.existing;
      await stack.nextRun();
      stack.state = brand;
      await stack.destroy();
      expect(await stack.vendor.list(), "in a later run it is deleted like any other").to.deep.equal([]);
    }),
  );

  it(
    "is deleted with its resource also after a run that was killed when it had taken it over",
    withStack(async (stack) => {
      const declared = await filedBefore(stack, "approve");
      await stack.up(declared);
      const [journal] = await stack.folder.read("journal");
      const [name] = await readdir(join(stack.folder.path, "journal"));
      await stack.nextRun();
      // As the killed run left it.
      await stack.folder.write(`journal/${name}`, journal!);
      await stack.destroy();
      expect(await stack.vendor.list()).to.deep.equal([]);
    }),
  );

  it(
    "stays at the vendor where the other provider's process deletes the resource that had it",
    withStack(async (stack) => {
      const { id, outputs } = await renamed(stack);
      const other = await stack.anotherProcess();
      await other.delete(id, elided(outputs));
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光推送 approved"]);
      expect(other.engine.warnings.join()).to.include('the resource "shop" of sample/dev has taken it over');
      await other.stop();
    }),
  );

  it(
    "is warned of where the engine comes to the resource that has it only afterwards",
    withStack(async (stack) => {
      await stack.up(as("brand"));
      const owner = stack.existing;
      await stack.nextRun();
      stack.state = null;
      await stack.up(as("shop", { adoptId: 37582 }));
      expect(await stack.warnings()).not.to.include("belongs to");
      stack.state = owner;
      await stack.preview(as("brand"));
      expect(await stack.warnings()).to.include(
        '【极光推送】 (37582) belongs to the resource "shop", too. A signature can have one resource only',
      );
    }),
  );

  it(
    "is refused where another resource of the program has it",
    withStack(async (stack) => {
      await stack.up(as("brand"));
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.nextRun();
      await stack.up(as("brand"));
      const brand = stack.existing;
      stack.state = null;
      const { message } = await failing(stack.up(as("shop", { adoptId: 37582 })), CallFailure);
      expect(message).to.include('【极光推送】 (37582) was not taken over: the resource "brand" has it.');
      stack.state = brand;
      await stack.destroy();
      expect(await stack.vendor.list()).to.deep.equal([]);
    }),
  );
});
