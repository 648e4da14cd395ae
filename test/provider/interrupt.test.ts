import { expect } from "chai";
import { PluginProcess } from "./support/PluginProcess";
import { withStack } from "./support/Stack";

describe("an interrupted plugin", () => {
  let running: PluginProcess;
  const plugin = async (...given: Parameters<typeof PluginProcess.start>) =>
    (running = await PluginProcess.start(...given));

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
    "ends at once where nothing is under way",
    withStack(
      async (stack) => {
        await stack.up();
        expect(await running.interrupt()).to.equal(130);
      },
      { plugin },
    ),
  );
});
