import { expect } from "chai";
import { withStack, type Stack } from "../provider/support/Stack";

/** As if the run that files it had been killed before its state was saved. */
async function killedAfterFiling(stack: Stack): Promise<void> {
  await stack.up();
  stack.state = null;
  await stack.nextRun();
}

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
});
