import { expect } from "chai";
import { CallFailure, CheckFailure, failing, InitialisationFailure } from "./support/failures";
import { describeEach } from "./support/frontEnds";
import { HUAWEI_SAMPLE, JPUSH_SAMPLE } from "./support/Sample";

/*
 * What the other tests call in their own process, once in the process that the engine starts: over gRPC, with the
 * engine's address, and what is said in the engine's log.
 */

describeEach("the provider's process", ({ frontEnd, withStack }) => {
  const inProcess = (test: Parameters<typeof withStack>[0], sample = JPUSH_SAMPLE) =>
    withStack(test, { sample, plugin: frontEnd.process });

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

  it(
    "tells why a call was refused in the error alone, and prints none of it",
    inProcess(async (stack) => {
      await stack.up();
      // Nobody knows this account, so nothing is to be asked of it.
      await stack.nextRun({ environment: { JPUSH_APP_KEY: "another-app-key", JPUSH_MASTER_SECRET: "another-secret" } });
      const plugin = await stack.anotherProcess();
      const { id, outputs } = stack.existing;
      expect((await failing(plugin.delete(id, outputs), CallFailure)).message).to.include("another JPush account");
      expect(await plugin.stop()).not.to.include("account");
    }),
  );
});
