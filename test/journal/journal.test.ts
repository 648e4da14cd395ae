import { expect } from "chai";
import { withStack, type Stack } from "../provider/support/Stack";

const FILED = ["37582 极光推送 pending"];

/** As if the run that files it had been killed before its state was saved. */
async function killedAfterFiling(stack: Stack): Promise<void> {
  await stack.up();
  stack.state = null;
  await stack.nextRun();
}

/** The hidden input by which the class names the resource. */
const named = (name: string, more: object = {}) => ({ __resource: { organization: "organization", project: "sample", stack: "dev", name, ...more } });

describe("the journal", () => {
  it(
    "tells backends apart without their address, which can hold a password",
    withStack(async (stack) => {
      const of = (password: string) => ({ environment: { PULUMI_BACKEND_URL: `postgres://pulumi:${password}@db.example/state` } });
      await stack.nextRun(of("SAMPLE-PASSWORD"));
      await killedAfterFiling(stack);
      expect((await stack.folder.read("journal")).join("\n")).to.include('"name":"brand"').and.not.include("SAMPLE-PASSWORD").and.not.include("db.example");

      await stack.nextRun(of("SAMPLE-OTHER"));
      await stack.up();
      expect(stack.existing.outputs, "another backend's stack knows nothing of it").to.include({ status: "queued", signId: null });
    }),
  );

  it(
    "is of a resource's former name too",
    withStack(async (stack) => {
      await killedAfterFiling(stack);
      await stack.up(named("renamed", { formerly: ["brand"] }));
      expect(await stack.warnings()).to.include("What it did is taken over");
      expect(stack.existing.outputs).to.include({ status: "pending", signId: 37582 });
      expect(await stack.vendor.list()).to.deep.equal(FILED);
      await stack.refresh();
      expect((await stack.folder.read("journal")).join("\n"), "closed under the name that it had").not.to.include("37582");
    }),
  );

  it(
    "leaves to a resource what it filed, and names it to others once a run has seen it",
    withStack(async (stack) => {
      await killedAfterFiling(stack);
      const other = { sign: "极光通知", ...named("other") };
      await stack.up(other);
      expect(stack.existing.outputs).to.include({ status: "queued", signId: null });
      expect(await stack.lines()).not.to.include("no state knows yet");
      await stack.nextRun();
      await stack.up(other);
      expect(await stack.warnings()).to.include('filed something for "brand" (37582) that no state knows yet');
    }),
  );

  it(
    "is one stack's alone, also in a folder that two share",
    withStack(async (stack) => {
      await killedAfterFiling(stack);
      for (let runs = 0; runs < 2; runs++) {
        await stack.up(named("brand", { stack: "prod" }));
        expect(stack.existing.outputs).to.include({ status: "queued", signId: null });
        expect(await stack.lines()).not.to.include("interrupted");
        await stack.nextRun();
      }
      stack.state = null;
      await stack.up();
      expect(stack.existing.outputs, "it waits for its own").to.include({ status: "pending", signId: 37582 });
    }),
  );

  it(
    "is taken over by its id where the key of its digests is lost",
    withStack(async (stack) => {
      await killedAfterFiling(stack);
      await stack.folder.remove("journal/key");
      await stack.up();
      expect(stack.existing.outputs).to.include({ status: "pending", signId: 37582 });
      expect(stack.output("__ledger")).to.have.nested.property("candidate.assumed", true);
      expect(await stack.vendor.list()).to.deep.equal(FILED);
    }),
  );

  it(
    "is set aside where it is damaged, and the run goes on without it",
    withStack(async (stack) => {
      await killedAfterFiling(stack);
      await stack.folder.rewrite("journal", (text) => (text.startsWith("{") ? text.slice(0, -9) : text));
      await stack.up();
      expect(await stack.warnings()).to.match(/The journal of "brand" is damaged and was set aside as \S+\.json\.damaged/);
      expect(stack.existing.outputs, "JPush has one under review").to.include({ status: "queued", signId: null });
      await stack.nextRun();
      await stack.up();
      expect(await stack.lines()).not.to.include("damaged");
      expect(await stack.vendor.list()).to.deep.equal(FILED);
    }),
  );

  it(
    "is said once to be of no use where it cannot be written, and stops nothing",
    withStack(async (stack) => {
      await stack.nextRun({ environment: { PULUMI_SMS_JOURNAL: `${stack.folder.path}/documents/licence.jpg/journal` } });
      await stack.up();
      expect(stack.existing.outputs).to.include({ status: "pending", signId: 37582 });
      expect((await stack.warnings()).match(/The journal in \S+ cannot be used/g)).to.have.lengthOf(1);
    }),
  );
});
