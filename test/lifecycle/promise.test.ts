import { expect } from "chai";
import fc from "fast-check";
import type { SimulatedStep } from "../../provider/lifecycle/simulate";
import type { VendorRules } from "../../provider/lifecycle/vendor";
import { UNKNOWN } from "../../provider/values";
import type { Values } from "../../provider/values";
import { KilledWorld, mortalEvent, playMortal } from "../journal/KilledWorld";
import { OTHER_RULES, RULES } from "./ModelVendor";
import { sequenceRuns, sequenceTimeout } from "./sequenceRuns";
import { event, playAll, World } from "./World";

/*
 * A preview is a promise: where the state is as the vendor is, an update does at the vendor what the preview told, call
 * for call, and nothing where the preview told nothing. What the preview could not know it told as such.
 */

const RUNS = sequenceRuns(600);

const INPUTS = [
  "sign",
  "body",
  "paper",
  "remark",
  "whilePending",
  "superseded",
  "supersededAfter",
  "allowOutage",
  "resubmit",
];

/** The calls that the steps promise; `open` where what follows depends on what is not known at the preview. */
function promisedBy(steps: readonly SimulatedStep[]): { readonly calls: readonly string[]; readonly open: boolean } {
  const calls = steps.flatMap((step): readonly string[] => {
    switch (step.do) {
      case "submit":
      case "find":
        return [step.do];
      case "modify":
      case "remove":
      case "activate":
        return [`${step.do} ${step.entry.id}`];
      default:
        return [];
    }
  });
  return { calls, open: steps.some((step) => step.do === "depend" || step.do === "find") };
}

/** Refreshes, so that the state is as the vendor is, previews, and updates. */
async function keepsItsPromise(world: World, unknown: readonly string[]): Promise<void> {
  const { vendor, engine, declared } = world;
  vendor.fates = [];
  await engine.refresh();
  engine.endRun();
  const inputs: Values = { ...declared, ...Object.fromEntries(unknown.map((name) => [name, UNKNOWN])) };
  const steps = await engine.preview(inputs);
  const differs = engine.state === null || engine.state.uninitialised || (await engine.differs(declared));
  engine.endRun();
  const before = vendor.calls.length;
  await engine.up(declared);
  engine.endRun();
  const done = vendor.calls.slice(before);
  const { calls, open } = promisedBy(steps);
  const told = steps.map((step) => step.do).join(", ");
  // What the vendor refuses no preview can know; the call itself was told.
  const length = done.some((each) => each.refused) || open ? Math.min(done.length, calls.length) : calls.length;
  const names = done.map((each) => each.call);
  expect(open ? names.slice(0, length) : names, `told: ${told}`).to.deep.equal(calls.slice(0, length));
  if (!differs) expect(names, "no difference was told").to.deep.equal([]);
}

const some = fc.subarray(INPUTS);
const nothing = fc.constant<string[]>([]);

for (const [vendor, rules] of [
  ["that takes one review at a time", RULES],
  ["that has one of a text, a list and lapsing", OTHER_RULES],
] satisfies [string, VendorRules][]) {
  describe(`a preview with a vendor ${vendor}`, function () {
    this.timeout(sequenceTimeout(RUNS));

    for (const [what, unknown] of [
      ["tells what the update does, call for call", nothing],
      ["tells what it cannot know yet as such, and nothing that is not done", some],
    ] as const) {
      it(what, async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(event, { maxLength: 25, size: "max" }), unknown, async (events, names) => {
            await keepsItsPromise(await playAll(events, new World(rules)), names);
          }),
          RUNS,
        );
      });
    }

    it("tells what the update does also after runs were killed", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(mortalEvent, { maxLength: 25, size: "max" }), nothing, async (events, names) => {
          await playMortal(rules, events, async (world: KilledWorld) => {
            world.live();
            await keepsItsPromise(world, names);
          });
        }),
        RUNS,
      );
    });
  });
}
