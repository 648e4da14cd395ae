import { expect } from "chai";
import fc from "fast-check";
import { OTHER_RULES, RULES, type ModelSignature } from "./ModelVendor";
import { sequenceRuns, sequenceTimeout } from "./sequenceRuns";
import { event, playAll, World } from "./World";

/*
 * Random sequences of programs, runs, reviewers, carriers, lost answers and failing calls, against what must hold
 * always.
 */

const RUNS = sequenceRuns(400);

for (const [vendor, rules] of [
  ["that takes one review at a time", RULES],
  ["that has one of a text, a list and lapsing", OTHER_RULES],
] as const) {
  describe(`the lifecycle with a vendor ${vendor}, whatever happens in whatever order`, function () {
    this.timeout(sequenceTimeout(RUNS));

    it("loses nothing, files nothing twice and deletes no serving signature before its successor's grace is over", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 40, size: "max" }), async (events) => {
          await playAll(events, new World(rules));
        }),
        RUNS,
      );
    });

    it("arrives at what is declared once calls succeed and reviewers approve", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { maxLength: 25, size: "max" }), async (events) => {
          const world = await playAll(events, new World(rules));
          await world.prosper();
          const { vendor, engine } = world;
          expect(engine.state?.outputs["status"]).to.equal("approved");
          const serving = vendor.signatures.get(Number(engine.state?.outputs["servingSignId"]));
          expect(serving).to.include({
            text: String(world.declared["sign"]),
            status: "approved",
          } satisfies Partial<ModelSignature>);
          // One whose deletion was refused for reasons of its own may stay, and asks for nothing more.
          const left = engine.ledger?.superseded.filter((entry) => entry.leftBecause === undefined) ?? [];
          expect(left, "superseded ones that were due").to.deep.equal([]);
          expect(await engine.differs(world.declared), "a difference remains").to.equal(false);
        }),
        RUNS,
      );
    });

    it("leaves nothing behind when it is destroyed", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { maxLength: 25, size: "max" }), async (events) => {
          const world = await playAll(events, new World(rules));
          const { vendor, engine } = world;
          vendor.fates = [];
          for (const each of vendor.signatures.values()) each.isDefault = false;
          expect(await world.destroyAll()).to.equal(null);
          expect(engine.state).to.equal(null);
          const remaining = [...vendor.signatures.values()].filter(
            (each) => !each.lost && !world.leftByDestroy.has(each.id),
          );
          expect(remaining).to.deep.equal([]);
        }),
        RUNS,
      );
    });
  });
}
