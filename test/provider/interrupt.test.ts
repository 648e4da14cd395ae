import { expect } from "chai";
import { describeEach } from "./support/frontEnds";
import type { PluginOptions } from "./support/Plugin";

describeEach("an interrupted process", ({ frontEnd, withStack }) => {
  let running: Awaited<ReturnType<typeof frontEnd.process>>;
  const plugin = async (options: PluginOptions) => (running = await frontEnd.process(options));

  it(
    "finishes the filing that is under way and its record, so that nobody has to look for it",
    withStack(
      async (stack) => {
        await stack.vendor.faults([{ kind: "hold", method: "POST", taken: true, times: 1 }]);
        // The engine has gone away: what this call answers reaches nobody.
        const run = stack.up().catch(() => undefined);
        await stack.vendor.received("POST");
        const ended = running.interrupt();
        await stack.vendor.faults([]);
        expect(await ended).to.equal(130);
        await run;
        await stack.nextRun();
        stack.state = null;

        await stack.up();
        expect(stack.output("signId")).to.equal(37582);
        expect(stack.output("status")).to.equal("pending");
        expect(await stack.vendor.list()).to.have.lengthOf(1);
      },
      { plugin },
    ),
  );

  it(
    "ends at once where nothing is under way, and closes the journal's record: the run has ended in order",
    withStack(
      async (stack) => {
        await stack.up();
        const records = async () => (await stack.folder.read("journal")).filter((text) => text.includes('"sentAt"'));
        expect(await records()).to.have.lengthOf(1);
        expect(await running.interrupt()).to.equal(130);
        expect(await records()).to.have.lengthOf(0);
      },
      { plugin },
    ),
  );
});
