import { expect } from "chai";
import { CallFailure, failing } from "./support/failures";
import type { Plugin } from "./support/Plugin";
import { describeEach } from "./support/frontEnds";
import { elided, type Wire } from "./support/wire";

describeEach("a filing while JPush has another signature under review", ({ withStack }) => {
  it(
    "is queued, filed by a later run, and the first refresh after that replaces the made-up id, once",
    withStack(async (stack) => {
      const other = await stack.vendor.occupy();
      expect(await stack.up()).to.equal("create");
      expect(await stack.lines()).to.include(
        "【极光推送】 is queued: JPush has another signature under review. A later run files it.",
      );
      const madeUp = stack.id;
      expect(madeUp).to.match(/^queued-[0-9a-f-]{36}$/);
      expect(stack.outputs).to.include({
        status: "queued",
        vendorStatus: null,
        signId: null,
        servingSignId: null,
        isDefault: null,
        inUse: null,
      });

      await stack.refresh();
      expect(stack.id, "nothing was filed, so nothing can be gone").to.equal(madeUp);
      expect(await stack.up(), "still busy").to.equal("update");
      expect(stack.output("status")).to.equal("queued");

      await stack.vendor.approve(other);
      await stack.nextRun();
      expect(await stack.up()).to.equal("update");
      expect(stack.id).to.equal(madeUp);
      expect(stack.outputs).to.include({ status: "pending", signId: other + 1 });
      await stack.refresh();
      expect(stack.id).to.equal(String(other + 1));

      await stack.vendor.approve(other + 1);
      await stack.refresh();
      await stack.up({ sign: "极光通知" });
      await stack.vendor.approve(other + 2);
      await stack.refresh();
      await stack.up({ sign: "极光通知", supersededAfter: "0s" });
      await stack.refresh();
      expect(stack.id, "for life").to.equal(String(other + 1));
      expect(await stack.vendor.list()).to.deep.equal([`${other} 占位签名 approved`, `${other + 2} 极光通知 approved`]);
    }),
  );

  it(
    "fails where that is declared, and leaves nothing behind",
    withStack(async (stack) => {
      await stack.vendor.occupy();
      const { message } = await failing(stack.up({ whenBusy: "fail" }), CallFailure);
      expect(message).to.include("code 50103").and.include("another one is under review");
      expect(stack.state).to.equal(null);
      expect(await stack.vendor.list()).to.have.length(1);
    }),
  );

  it(
    "keeps what serves",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.vendor.occupy();
      expect(await stack.up({ sign: "极光通知" })).to.equal("update");
      expect(stack.outputs).to.include({
        status: "queued",
        signId: 37582,
        servingSignId: 37582,
        vendorStatus: null,
      });
      await stack.refresh();
      expect(stack.outputs).to.include({ status: "queued", servingSignId: 37582 });
      expect((await stack.preview({ sign: "极光通知" })).operation).to.equal("update");
    }),
  );

  it(
    "that is queued is destroyed without asking JPush for anything",
    withStack(async (stack) => {
      await stack.vendor.occupy();
      await stack.up();
      const before = await stack.vendor.calls();
      await stack.destroy();
      expect(await stack.vendor.calls()).to.deep.equal(before);
    }),
  );

  it(
    "does not keep a rejected one from being filed again later",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      const other = await stack.vendor.occupy();
      await stack.refresh();
      expect(await stack.up({ sign: "极光短信" })).to.equal("update");
      expect(stack.outputs).to.include({ status: "queued", signId: 37582 });
      await stack.vendor.approve(other);
      expect(await stack.up({ sign: "极光短信" })).to.equal("update");
      expect(await stack.vendor.list()).to.include("37582 极光短信 pending");
    }),
  );

  it(
    "happens within one run too: one submission of an app after the other, and none is lost",
    withStack(async (stack) => {
      const plugin = await stack.plugin();
      const texts = ["极光甲", "极光乙", "极光丙"];
      const named = (sign: string) =>
        stack.inputs({
          sign,
          __resource: { project: "sample", stack: "dev", name: sign },
        });
      const made = await Promise.all(texts.map((sign) => plugin.create(named(sign))));
      const statuses = made.map(({ outs }) => outs["status"]);
      expect(statuses).to.have.members(["pending", "queued", "queued"]);
      expect(new Set(made.map(({ id }) => id))).to.have.length(3);
      expect(await stack.vendor.list()).to.have.length(1);
      expect(await stack.vendor.changes(), "one refusal speaks for the app").to.have.length(2);
    }),
  );

  it(
    "is planned in an update, and not in the diff for which the engine asks in a refresh",
    withStack(async (stack) => {
      await stack.vendor.occupy();
      const inputs = stack.inputs({ __resource: { project: "sample", stack: "dev", name: "signature" } });
      const { id, outs } = await (await stack.plugin()).create(inputs);
      await stack.nextRun();
      const plugin = await stack.plugin();
      const told = plugin.engine.logged.length;
      const diff = () => plugin.diff(id, elided(outs), elided(inputs));
      expect(await diff()).to.equal("none");
      expect(plugin.engine.logged.slice(told)).to.deep.equal([]);
      await plugin.check(elided(inputs), inputs);
      expect(await diff()).to.equal("some");
      expect(plugin.engine.logged.slice(told)).to.have.lengthOf(1);
    }),
  );

  it(
    "is told in the preview of each that waits, with the one that it waits for, in whatever order they are asked",
    withStack(async (stack) => {
      const named = (sign: string) =>
        stack.inputs({
          sign,
          __resource: { project: "sample", stack: "dev", name: sign },
        });
      const made = [];
      for (const sign of ["极光甲", "极光乙", "极光丙"])
        made.push({ sign, ...(await (await stack.plugin()).create(named(sign))) });
      const [first, second, third] = made;
      const describePlan = async (each: typeof first) => {
        const plugin = await stack.plugin();
        const before = plugin.engine.logged.length;
        await plugin.check(elided(each!.outs), elided(named(each!.sign)));
        await plugin.diff(each!.id, elided(each!.outs), elided(named(each!.sign)));
        return plugin.engine.logged.slice(before);
      };
      await stack.nextRun();
      expect(await describePlan(second)).to.deep.equal([
        "JPush, as of the last refresh: will file 【极光乙】 for review.",
      ]);
      const [awaited, since] = await describePlan(first);
      expect(awaited).to.equal("【极光乙】 may have to wait for the review of 【极光甲】 (37582).");
      expect(since).to.match(/^【极光甲】 \(37582\) is under review at JPush since \S+Z, as of the last refresh\./);
      expect(await describePlan(third)).to.deep.equal([
        "JPush, as of the last refresh: will file 【极光丙】 for review. While 【极光甲】 (37582) is under review, JPush may refuse it: a later run then files it.",
      ]);

      await stack.nextRun();
      const plugin = await stack.plugin();
      await plugin.read(first!.id, elided(first!.outs), elided(named("极光甲")));
      expect(await describePlan(second)).to.deep.equal([
        "JPush, as of the last refresh: will file 【极光乙】 for review. While 【极光甲】 (37582) is under review, JPush may refuse it: a later run then files it.",
      ]);
      await stack.vendor.approve(37582);
      await plugin.read(first!.id, elided(first!.outs), elided(named("极光甲")));
      expect(await describePlan(third)).to.deep.equal([
        "JPush, as of the last refresh: will file 【极光丙】 for review.",
      ]);
    }),
  );

  it(
    "ends with all filed, each once and one after the other, by scheduled runs of two stacks and a reviewer alone",
    withStack(async (stack) => {
      const texts = [..."甲乙丙丁戊己庚辛壬癸"].map((letter) => `极光${letter}`);
      const states = new Map<string, { id: string; outs: Wire }>();
      const inputsOf = (sign: string) =>
        stack.inputs({
          sign,
          __resource: {
            project: "sample",
            stack: texts.indexOf(sign) < 5 ? "shop" : "bank",
            name: sign,
          },
        });
      /** One resource in a run that refreshes first. */
      async function deployed(plugin: Plugin, sign: string): Promise<void> {
        const inputs = inputsOf(sign);
        const state = states.get(sign);
        if (state === undefined) return void states.set(sign, await plugin.create(inputs));
        const { id, outs } = await plugin.read(state.id, elided(state.outs), elided(inputs));
        await plugin.check(elided(inputs), inputs);
        const differs = (await plugin.diff(id, elided(outs), elided(inputs))) !== "none";
        states.set(sign, { id, outs: differs ? await plugin.update(id, elided(outs), inputs) : outs });
      }
      for (let round = 0; round <= texts.length; round++) {
        for (const each of [texts.slice(0, 5), texts.slice(5)]) {
          await stack.nextRun();
          const plugin = await stack.plugin();
          await Promise.all(each.map((sign) => deployed(plugin, sign)));
        }
        const pending = (await stack.vendor.signatures()).filter(({ status }) => status === "pending");
        expect(pending).to.have.lengthOf(round < texts.length ? 1 : 0);
        for (const { id } of pending) await stack.vendor.approve(id);
      }
      expect([...states.values()].map(({ outs }) => outs["status"])).to.deep.equal(texts.map(() => "approved"));
      expect((await stack.vendor.signatures()).map(({ text }) => text)).to.have.members(texts);
      const taken = (await stack.vendor.requests()).filter(({ method, status }) => method === "POST" && status === 200);
      expect(taken).to.have.lengthOf(texts.length);
    }),
  );

  it(
    "is none where JPush reviews several at once",
    withStack(
      async (stack) => {
        const plugin = await stack.plugin();
        const texts = ["极光甲", "极光乙", "极光丙"];
        await Promise.all(texts.map((sign) => plugin.create(stack.inputs({ sign, __resource: undefined }))));
        expect((await stack.vendor.list()).map((line) => line.split(" ")[1])).to.have.members(texts);
      },
      { emulator: { reviewsAtOnce: 3 } },
    ),
  );
});
