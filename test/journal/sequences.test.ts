import { expect } from "chai";
import fc from "fast-check";
import { OTHER_RULES, RULES } from "../lifecycle/ModelVendor";
import { sequenceRuns, sequenceTimeout } from "../lifecycle/sequenceRuns";
import type { Values } from "../../provider/values";
import { mortalEvent, playMortal } from "./KilledWorld";
import type { MortalEvent } from "./KilledWorld";

/*
 * The lifecycle's random sequences, with runs that are killed in any of their calls or before the state is saved, and
 * a journal.
 */

const RUNS = sequenceRuns(150);

const declare = (inputs: Values): MortalEvent => ({
  kind: "declare",
  inputs: {
    sign: "甲",
    body: "one",
    paper: "a",
    remark: "r1",
    format: "old",
    superseded: "delete",
    supersededAfter: "0s",
    resubmit: "first",
    ...inputs,
  },
});
const up: MortalEvent = { kind: "up" };
const review = (approve: boolean): MortalEvent => ({ kind: "review", approve, foreign: false });
const unsaved: MortalEvent = { kind: "kill", calls: 0, moment: "unsaved" };

/** What random sequences once found, for every run. */
const FOUND = {
  // The lost filing was set aside beside the one that it was.
  arrives: [
    [
      [
        { kind: "fates", fates: ["lost-after"] },
        declare({}),
        up,
        unsaved,
        review(false),
        declare({ body: "two" }),
        up,
        declare({}),
      ],
    ],
  ],
  leavesNothing: [
    // Records of what nobody knew the content of, deleted in the console or filed again by a run that was killed, stayed open.
    [[unsaved, up, declare({}), up, { kind: "console", pick: 0, act: "delete" }]],
    [[unsaved, up, declare({}), up, { kind: "kill", calls: 2, moment: "before" }, review(false), up]],
  ],
} satisfies { readonly [property: string]: [MortalEvent[]][] };

for (const [vendor, rules] of [
  ["that takes one review at a time", RULES],
  ["that has one of a text, a list and lapsing", OTHER_RULES],
] as const) {
  describe(`the lifecycle with its journal and a vendor ${vendor}, whenever runs are killed`, function () {
    this.timeout(sequenceTimeout(RUNS));

    it("loses nothing, files nothing twice and deletes no serving signature before its successor's grace is over", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(mortalEvent, { minLength: 10, maxLength: 40, size: "max" }), (events) =>
          playMortal(rules, events),
        ),
        RUNS,
      );
    });

    it("arrives at what is declared once runs live, calls succeed and reviewers approve", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(mortalEvent, { maxLength: 25, size: "max" }), (events) =>
          playMortal(rules, events, async (world) => {
            world.live();
            await world.prosper();
            const { engine } = world;
            expect(engine.state?.outputs["status"]).to.equal("approved");
            expect(world.vendor.signatures.get(Number(engine.state?.outputs["servingSignId"]))).to.include({
              text: String(world.declared["sign"]),
              status: "approved",
            });
            expect(await engine.differs(world.declared), "a difference remains").to.equal(false);
            expect(world.open, "open records").to.equal(0);
          }),
        ),
        { ...RUNS, examples: FOUND.arrives },
      );
    });

    it("leaves nothing behind when it is destroyed, at the vendor or in the journal", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(mortalEvent, { maxLength: 25, size: "max" }), (events) =>
          playMortal(rules, events, async (world) => {
            world.live();
            const { vendor, engine } = world;
            vendor.fates = [];
            for (const each of vendor.signatures.values()) each.isDefault = false;
            // A create that was killed is in no state: the next run takes over what it filed.
            if (engine.state === null) await world.run("up");
            expect(await world.destroyAll()).to.equal(null);
            const remaining = [...vendor.signatures.values()].filter(
              (each) => !each.lost && !world.leftByDestroy.has(each.id),
            );
            expect(remaining).to.deep.equal([]);
            expect(world.open, "open records").to.equal(0);
          }),
        ),
        { ...RUNS, examples: FOUND.leavesNothing },
      );
    });
  });
}
