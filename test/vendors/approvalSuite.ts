import { expect } from "chai";
import { approvalResource } from "../../provider/approval/approvalResource";
import type { Timing } from "../../provider/http/timing";
import type { SignatureId } from "../../provider/lifecycle/vendor";
import type { Values } from "../../provider/values";
import type { FrontEnd } from "../provider/support/FrontEnd";
import { withBench, type Bench, type VendorUnderTest } from "./Bench";

/** What holds for every vendor's approval gate. */
export function approvalSuite(vendor: VendorUnderTest, frontEnd: FrontEnd): void {
  const { kind } = vendor;
  const [first] = vendor.texts;
  const it_ = (what: string, test: (bench: Bench) => Promise<void>) => it(what, withBench(vendor, test, { frontEnd }));

  /** What the class takes from the signature's outputs. */
  function gated(bench: Bench, changes: Values = {}): Values {
    const outputs = bench.engine.state!.outputs;
    return {
      signature: {
        text: first,
        newest: outputs[vendor.newestOutput],
        serving: outputs[kind.servingOutput],
        status: outputs["status"],
        rejectionReason: outputs["rejectionReason"],
        account: outputs["accountFingerprint"],
        ...changes,
      },
    };
  }

  /** A gate whose every pause is used by somebody for something. */
  function gate(bench: Bench, meanwhile: () => Promise<void>) {
    const timing: Timing = { sleep: meanwhile, random: () => 0, now: Date.now };
    return bench.over(approvalResource(kind, timing), vendor.approvalTable);
  }

  const context = (bench: Bench) => bench.engine.context();
  const failureOf = (call: Promise<unknown>) =>
    call.then(
      () => "it ended well",
      (error: Error) => error.message,
    );

  async function filed(bench: Bench): Promise<SignatureId> {
    await bench.up();
    return (await bench.signatures())[0]!.id;
  }

  describe(`a gate at ${kind.rules.vendor}, with ${frontEnd.name}`, () => {
    it_("opens when the signature is approved, with what may be sent with", async (bench) => {
      const id = await filed(bench);
      const { outputs } = await gate(bench, () => bench.review(id, "approve")).create(context(bench), gated(bench));
      expect(outputs).to.deep.equal({
        [kind.servingOutput]: vendor.shownIdOf((await bench.signatures())[0]!),
        status: "approved",
      });
    });

    it_("takes no other inputs than its own", async (bench) => {
      await filed(bench);
      const resource = gate(bench, async () => undefined);
      expect((await resource.check(context(bench), null, { ...gated(bench), timout: "1h" })).faults).to.deep.equal([
        {
          input: "timout",
          reason: "there is no such input: did you mean timeout? The inputs are signature, timeout",
        },
      ]);
    });

    it_("opens at once where it is approved already, and asks nobody", async (bench) => {
      const id = await filed(bench);
      await bench.review(id, "approve");
      await bench.engine.refresh();
      const calls = await bench.calls();
      const { outputs } = await gate(bench, async () => undefined).create(context(bench), gated(bench));
      expect(outputs).to.deep.equal({ [kind.servingOutput]: bench.output(kind.servingOutput), status: "approved" });
      expect(await bench.calls()).to.equal(calls);
    });

    it_("fails when it is rejected, and says what to do", async (bench) => {
      const id = await filed(bench);
      const failure = await failureOf(
        gate(bench, () => bench.review(id, "reject", "blurred")).create(context(bench), gated(bench)),
      );
      expect(failure)
        .to.include(`【${first}】 (${vendor.shownIdOf((await bench.signatures())[0]!)}) was rejected`)
        .and.include("change the signature's resubmit");
    });

    it_("fails when it is gone", async (bench) => {
      const id = await filed(bench);
      const failure = await failureOf(gate(bench, () => bench.control.remove(id)).create(context(bench), gated(bench)));
      expect(failure).to.include("is gone at").and.include("pulumi up --refresh");
    });

    it_("asks no other account, and waits for nothing that was not filed", async (bench) => {
      await filed(bench);
      const resource = gate(bench, async () => undefined);
      expect(await failureOf(resource.create(context(bench), gated(bench, { account: "000000000000" })))).to.include(
        "belongs to another",
      );
      expect(
        await failureOf(resource.create(context(bench), gated(bench, { newest: null, status: "queued" }))),
      ).to.include(`【${first}】 is queued`);
      // A former text's submission may be there.
      const queued = await failureOf(resource.create(context(bench), gated(bench, { status: "queued" })));
      expect(queued).to.include(`【${first}】 is queued`);
      if (vendor.kind.rules.reviewsAtOnce === "one")
        expect(queued).to.include("has another signature under review or the last attempt failed");
      else
        expect(queued).to.include("because what was declared before is still under review or the last attempt failed");
    });

    it_("with no time at all looks once, and opens or says how it stands", async (bench) => {
      const id = await filed(bench);
      const resource = gate(bench, () => new Promise(() => undefined));
      const impatient = { ...gated(bench), timeout: "0s" };
      const failure = await failureOf(resource.create(context(bench), impatient));
      expect(failure)
        .to.include(
          `【${first}】 (${vendor.shownIdOf((await bench.signatures())[0]!)}) was not approved within 0s: it is under review`,
        )
        .and.include("run pulumi up again");
      await bench.review(id, "approve");
      expect((await gate(bench, async () => undefined).create(context(bench), impatient)).outputs).to.include({
        status: "approved",
      });
    });

    it_("fails when its time is over, and the next run waits again", async (bench) => {
      const id = await filed(bench);
      const failure = await failureOf(
        gate(bench, () => new Promise(() => undefined)).create(context(bench), { ...gated(bench), timeout: "1s" }),
      );
      expect(failure).to.include("was not approved within 1s: it is under review");
      expect(
        (await gate(bench, () => bench.review(id, "approve")).create(context(bench), gated(bench))).outputs,
      ).to.include({
        status: "approved",
      });
    });

    it_("asks once at a time, however many wait for one signature", async (bench) => {
      const id = await filed(bench);
      const calls = await bench.calls();
      const resource = gate(bench, () => bench.review(id, "approve"));
      const made = await Promise.all([1, 2, 3].map(() => resource.create(context(bench), gated(bench))));
      expect(made.map(({ outputs }) => outputs["status"])).to.deep.equal(["approved", "approved", "approved"]);
      expect((await bench.calls()) - calls, "a look before the approval and one after it").to.equal(2);
    });

    it_("holds nothing at the vendor", async (bench) => {
      const id = await filed(bench);
      const resource = gate(bench, () => bench.review(id, "approve"));
      const made = await resource.create(context(bench), gated(bench));
      const calls = await bench.calls();
      expect(await resource.read(context(bench), made.id, { ...gated(bench), ...made.outputs })).to.deep.equal({
        ...made,
        drifted: {},
      });
      await resource.delete(context(bench), made.id, made.outputs);
      expect(await bench.calls()).to.equal(calls);
    });
  });
}
