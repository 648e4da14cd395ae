import { expect } from "chai";
import { CallFailure, CheckFailure, failing, InitialisationFailure } from "./support/failures";
import { PluginProcess } from "./support/PluginProcess";
import { HUAWEI_SAMPLE, JPUSH_SAMPLE } from "./support/Sample";
import { withStack, type Stack } from "./support/Stack";

/*
 * What the other tests call in their own process, once in the SDK's real plugin process: over gRPC, with the engine's
 * address, and what is said in the engine's log.
 */

const inProcess = (test: (stack: Stack) => Promise<void>, sample = JPUSH_SAMPLE) =>
  withStack(test, { sample, plugin: (options) => PluginProcess.start(options) });

describe("the SDK's plugin process", function () {
  this.timeout(60_000);
  for (const sample of [JPUSH_SAMPLE, HUAWEI_SAMPLE]) {
    it(
      `carries a signature's life at ${sample.emulated}, and its lines to the engine`,
      inProcess(async (stack) => {
        expect((await stack.preview()).operation).to.equal("create");
        expect(await stack.lines()).to.match(/: will file 【.*】 for review\./);
        expect(await stack.up()).to.equal("create");
        const [filed] = await stack.vendor.signatures();
        expect(await stack.lines()).to.include("was filed with");
        expect(stack.output("status")).to.equal("pending");

        await stack.nextRun();
        await stack.vendor.reject(filed!.id);
        await stack.refresh();
        expect(await stack.warnings()).to.include("was rejected");
        expect(stack.output("status")).to.equal("rejected");
        expect(await stack.up()).to.equal("same");
        expect(await stack.up({ resubmit: "the reviewers were called" })).to.equal("update");
        expect(stack.output("status")).to.equal("pending");
        await stack.destroy();
        expect(await stack.vendor.list()).to.deep.equal([]);
      }, sample),
    );
  }

  it(
    "carries every way to fail: refused inputs, a failed call, and one that must be saved all the same",
    inProcess(async (stack) => {
      const { failures } = await failing(stack.preview({ sign: "【极光】", type: 3 }), CheckFailure);
      expect(failures.map(({ property, reason }) => [property, reason.split(":")[0]])).to.deep.equal([
        ["", "sign"],
        ["", "type"],
      ]);
      await stack.vendor.faults([{ method: "POST", times: 1, kind: "status", code: 50037 }]);
      expect((await failing(stack.up(), CallFailure)).message).to.include("code 50037");
      await stack.vendor.faults([{ method: "POST", times: 1, kind: "cut-before" }]);
      expect((await failing(stack.up(), InitialisationFailure)).message).to.include("its answer is lost");
      expect(stack.id).to.match(/^queued-/);
      expect(stack.output("status")).to.equal("unknown");
      expect(await stack.up()).to.equal("update");
      expect(stack.output("signId")).to.equal(37582);
    }),
  );
});
