import { expect } from "chai";
import { CallFailure, failing, InitialisationFailure } from "./support/failures";
import { CLASSES } from "./support/classes";
import { describeEach } from "./support/frontEnds";
import { withStack, type Stack } from "./support/Stack";
import type { Wire } from "./support/wire";

/** Everything that can come back in the place of an answer. */
const BODIES = [
  { kind: "html" },
  { kind: "html", status: 200 },
  { kind: "html", status: 404 },
  { kind: "status", status: 200 },
  { kind: "status", status: 204 },
  { kind: "status", status: 500 },
  { kind: "status", code: 50019 },
  { kind: "status", status: 307, headers: { location: "/v1/sign" } },
  { kind: "malformed" },
  { kind: "oversized" },
];

async function rejected(stack: Stack): Promise<void> {
  await stack.up();
  await stack.vendor.reject(37582);
  await stack.refresh();
}

describeEach("an answer that is none", ({ withStack }) => {
  it(
    "to a create is a lost answer",
    withStack(async (stack) => {
      for (const fault of BODIES) {
        await stack.forget();
        await stack.vendor.faults([{ method: "POST", ...fault }]);
        const { message } = await failing(stack.up(), InitialisationFailure);
        expect(message, JSON.stringify(fault)).to.include("its answer is lost").and.include("adoptId");
      }
      expect(await stack.vendor.list()).to.deep.equal([]);
    }),
  );

  it(
    "to a modify is a lost answer",
    withStack(async (stack) => {
      await rejected(stack);
      const before = stack.existing;
      for (const fault of BODIES) {
        await stack.forget();
        stack.state = before;
        await stack.vendor.faults([{ method: "POST", ...fault }]);
        const { message } = await failing(stack.up({ sign: "极光短信" }), InitialisationFailure);
        expect(message, JSON.stringify(fault)).to.include("its answer is lost");
        expect(stack.output("signId")).to.equal(37582);
      }
    }),
  );

  it(
    "to a delete fails destroy, which can be repeated",
    withStack(async (stack) => {
      await stack.up();
      // 200 without a body is how JPush says that it is done.
      for (const fault of BODIES.filter(({ kind, status }) => !(kind === "status" && status === 200))) {
        await stack.vendor.faults([{ method: "DELETE", ...fault }]);
        expect((await failing(stack.destroy(), CallFailure)).message, JSON.stringify(fault)).to.include(
          "Not deleted: 【极光推送】 (37582): DELETE",
        );
      }
      await stack.vendor.faults([]);
      await stack.destroy();
      expect(await stack.vendor.list()).to.deep.equal([]);
    }),
  );
});

describeEach("a state that cannot be read", ({ withStack }) => {
  const damaged: { what: string; ledger: unknown; says: string }[] = [
    { what: "a later version's ledger", ledger: { v: 3 }, says: "written by a newer pulumi-sms" },
    {
      what: "a damaged ledger",
      ledger: { v: 1, serving: 7, candidate: null, superseded: [] },
      says: "damaged at serving",
    },
    { what: "no ledger at all", ledger: null, says: "damaged" },
  ];

  for (const { what, ledger, says } of damaged) {
    it(
      `fails in words in every call, ${what}, and only diff goes on`,
      withStack(async (stack) => {
        await stack.up();
        const outputs: Wire = { ...stack.existing.outputs, __ledger: ledger };
        stack.state = { ...stack.existing, outputs };
        expect((await stack.preview()).operation).to.equal("update");
        expect(await stack.warnings()).to.include(says);
        for (const call of [() => stack.up(), () => stack.refresh(), () => stack.destroy()]) {
          expect((await failing(call(), CallFailure)).message).to.include(says);
        }
        expect(stack.existing.outputs).to.deep.equal(outputs);
      }),
    );
  }
});

describeEach("a setting that cannot be used", ({ frontEnd, withStack }) => {
  it(
    "fails in words, in check where it is about checking, else where it is needed",
    withStack(async (stack) => {
      await stack.nextRun({ config: { "jpush:maxTries": "often" } });
      expect((await stack.preview()).operation).to.equal("create");
      expect((await failing(stack.up(), CallFailure)).message).to.include(
        `The setting ${frontEnd.settingNamed("jpush:maxTries")} cannot be used`,
      );
      await stack.nextRun({ config: { "jpush:maxSignLength": "long" } });
      expect((await failing(stack.preview(), CallFailure)).message).to.include(
        `The setting ${frontEnd.settingNamed("jpush:maxSignLength")} cannot be used`,
      );
    }),
  );
});

describe("a program's folder without the package", () => {
  it(
    "says what to do",
    withStack(
      async (stack) => {
        const inputs = stack.inputs();
        await stack.folder.remove("node_modules/pulumi-sms");
        const plugin = await stack.plugin();
        const { message } = await failing(plugin.read("37582", inputs, inputs), CallFailure);
        expect(message).to.include(
          "Run npm install, also before refresh and destroy, with pulumi-sms in package.json. Cannot find module",
        );
      },
      { plugin: CLASSES.process },
    ),
  );
});
