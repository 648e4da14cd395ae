import { expect } from "chai";
import type { Values } from "../../provider/values";
import type { FrontEnd } from "../provider/support/FrontEnd";
import { withBench, withoutFiles, type Bench, type VendorUnderTest } from "./Bench";

const HOUR = 3_600_000;

/** What holds for every vendor's signatures, from outside: the engine's calls here, the emulated vendor there. */
export function lifecycleSuite(vendor: VendorUnderTest, frontEnd: FrontEnd): void {
  const { rules, servingOutput } = vendor.kind;
  const { shownIdOf } = vendor;
  const [first, second] = vendor.texts;
  const it_ = (what: string, test: (bench: Bench) => Promise<void>) => it(what, withBench(vendor, test, { frontEnd }));

  /** The one signature that stands at the vendor. */
  async function only(bench: Bench) {
    const [signature, ...others] = await bench.signatures();
    if (signature === undefined || others.length > 0)
      throw new Error(`not one but ${others.length + (signature === undefined ? 0 : 1)}`);
    return signature;
  }

  async function approved(bench: Bench, text = 0, changes: Values = {}) {
    expect(await bench.up(text, changes)).to.equal(null);
    const signature = (await bench.signatures()).at(-1)!;
    await bench.review(signature.id, "approve");
    expect(await bench.engine.refresh()).to.equal(null);
    return signature;
  }

  describe(`a signature at ${rules.vendor}, with ${frontEnd.name}`, () => {
    it_("is filed with what is declared, and known by its first id for life", async (bench) => {
      expect(await bench.up()).to.equal(null);
      const signature = await only(bench);
      expect(signature).to.include({ text: first, status: "pending" });
      expect(signature.images).to.have.lengthOf(2);
      expect(bench.engine.state?.id).to.equal(String(signature.id));
      expect(bench.output("status")).to.equal("pending");
      expect(bench.output(servingOutput)).to.equal(null);
      expect(bench.said()).to.include(`【${first}】 (${shownIdOf(signature)}) was filed with ${rules.vendor}.`);
      expect(await bench.differs()).to.equal(false);
    });

    it_("goes from a rejection over a correction in place to an approval", async (bench) => {
      await bench.up();
      const { id } = await only(bench);
      const shown = shownIdOf(await only(bench));
      await bench.review(id, "reject");
      await bench.engine.refresh();
      expect(bench.output("status")).to.equal("rejected");
      expect(bench.said()).to.include(`【${first}】 (${shown}) was rejected`);
      expect(await bench.differs(), "a rejection alone files nothing").to.equal(false);

      expect(await bench.differs(1)).to.equal(true);
      expect(bench.said()).to.include(`which was rejected, again in place as 【${second}】`);
      expect(await bench.up(1)).to.equal(null);
      expect(await only(bench)).to.include({ id, text: second, status: "pending" });
      expect(bench.said()).to.include(`【${second}】 (${shown}) was filed again with ${rules.vendor}.`);

      await bench.review(id, "approve");
      await bench.engine.refresh();
      expect(bench.said()).to.include(`Send messages with 【${second}】 (${shown}) from now on.`);
      expect(bench.output("status")).to.equal("approved");
      expect(bench.output(servingOutput)).to.equal(shownIdOf(await only(bench)));
      expect(await bench.differs(1)).to.equal(false);
    });

    it_("serves on while its successor is reviewed, and goes when that serves and its grace is over", async (bench) => {
      const old = await approved(bench, 0, { superseded: "delete" });
      expect(await bench.differs(1, { superseded: "delete" })).to.equal(true);
      expect(bench.said()).to.include(
        `will file 【${second}】 for review; an update keeps 【${first}】 (${shownIdOf(old)}) serving until 【${second}】 is approved`,
      );
      expect(await bench.up(1, { superseded: "delete" })).to.equal(null);
      expect(await bench.list()).to.deep.equal([`${first} approved`, `${second} pending`]);
      expect(bench.output("status")).to.equal("pending");
      expect(bench.output(servingOutput)).to.equal(shownIdOf(old));

      const successor = (await bench.signatures())[1]!;
      await bench.review(successor.id, "approve");
      await bench.engine.refresh();
      expect(bench.output(servingOutput)).to.equal(shownIdOf(successor));
      expect(bench.engine.state?.id, "for life").to.equal(String(old.id));

      bench.said();
      expect(await bench.differs(1, { superseded: "delete" }), "it is to be told").to.equal(true);
      expect(bench.said()).to.include(`(${shownIdOf(old)}) will be deleted 24h after this is published`);
      expect(await bench.up(1, { superseded: "delete" })).to.equal(null);
      expect(await bench.differs(1, { superseded: "delete" }), "within the grace").to.equal(false);
      bench.ahead = 25 * HOUR;
      bench.said();
      expect(await bench.differs(1, { superseded: "delete" })).to.equal(true);
      expect(bench.said()).to.include(`will delete 【${first}】 (${shownIdOf(old)}), which has a successor`);
      expect(await bench.up(1, { superseded: "delete" })).to.equal(null);
      expect(await bench.list()).to.deep.equal([`${second} approved`]);
      expect(await bench.engine.destroy()).to.equal(null);
      expect(await bench.list()).to.deep.equal([]);
    });

    it_(
      "that is destroyed looks first, and leaves one that was to be kept, though nobody has seen its successor's approval",
      async (bench) => {
        await approved(bench, 0, { superseded: "keep" });
        expect(await bench.up(1, { superseded: "keep" })).to.equal(null);
        const [old, successor] = await bench.signatures();
        await bench.review(successor!.id, "approve");
        bench.said();
        expect(await bench.engine.destroy()).to.equal(null);
        expect(bench.said()).to.include(`because superseded is "keep": 【${first}】 (${shownIdOf(old!)})`);
        expect(await bench.list()).to.deep.equal([`${first} approved`]);
      },
    );

    it_("goes back to a superseded one that is still approved without filing anything", async (bench) => {
      const old = await approved(bench);
      const successor = `【${second}】 (${shownIdOf(await approved(bench, 1))})`;
      bench.said();
      expect(await bench.differs()).to.equal(true);
      const fate =
        vendor.kind.supersededDefault === "keep"
          ? `keeps ${successor}`
          : `${successor} will be deleted 24h after this is published`;
      expect(bench.said()).to.include(
        `【${first}】 (${shownIdOf(old)}), which is still approved, serves again; ${fate}`,
      );
      expect(await bench.up()).to.equal(null);
      expect(bench.output(servingOutput)).to.equal(shownIdOf(old));
      expect(await bench.list()).to.deep.equal([`${first} approved`, `${second} approved`]);
    });

    it_("is filed beside the approved one when another field makes another of it", async (bench) => {
      await approved(bench);
      expect(await bench.up(0, { [vendor.another.input]: vendor.another.value })).to.equal(null);
      expect(await bench.list()).to.deep.equal([`${first} approved`, `${first} pending`]);
    });

    it_("is never filed again for what only the reviewers read, unless it was rejected", async (bench) => {
      const { id } = await approved(bench);
      expect(await bench.up(0, { [vendor.reviewersOnly]: "the authorisation is attached" })).to.equal(null);
      expect(await only(bench)).to.include({ id, status: "approved" });
      expect(bench.output(vendor.reviewersOnly)).to.equal("the authorisation is attached");
    });

    it_("that was rejected is filed again as it is when resubmit is changed, once", async (bench) => {
      await bench.up();
      const { id } = await only(bench);
      await bench.review(id, "reject");
      await bench.engine.refresh();
      expect(await bench.up(0, { resubmit: "the reviewers were called" })).to.equal(null);
      expect(await only(bench)).to.include({ id, text: first, status: "pending" });
      await bench.review(id, "reject");
      await bench.engine.refresh();
      expect(await bench.differs(0, { resubmit: "the reviewers were called" })).to.equal(false);
    });

    it_("under review is waited for, withdrawn or left alone, as the program says", async (bench) => {
      await bench.up();
      expect(await bench.up(1)).to.equal(null);
      expect(await bench.list(), "after").to.deep.equal([`${first} pending`]);
      expect(bench.said()).to.include(
        `is under review and no longer declared: a later run files 【${second}】 when that review has ended`,
      );
      expect((await bench.up(1, { whilePending: "refuse" }))?.message).to.include('whilePending is "refuse"');
      expect(await bench.up(1, { whilePending: "withdraw" })).to.equal(null);
      expect(await bench.list(), "withdraw").to.deep.equal([`${second} pending`]);
    });

    it_("keeps a status that nobody has heard of, goes on serving with it, and warns", async (bench) => {
      const signature = await approved(bench);
      await bench.control.change(signature.id, { vendorStatus: vendor.oddStatus });
      await bench.engine.refresh();
      expect(bench.output("status")).to.equal("unknown");
      expect(bench.output("vendorStatus")).to.equal(String(vendor.oddStatus));
      expect(bench.output(servingOutput)).to.equal(shownIdOf(signature));
      expect(bench.said()).to.include(`the status ${vendor.oddStatus}, which this version of pulumi-sms does not know`);
    });

    it_("that is gone at the vendor is taken out of the state, and filed anew", async (bench) => {
      const { id } = await approved(bench);
      await bench.control.remove(id);
      expect(await bench.engine.refresh()).to.equal(null);
      expect(bench.engine.state).to.equal(null);
      expect(await bench.up()).to.equal(null);
      expect(await bench.list()).to.deep.equal([`${first} pending`]);
    });

    it_("whose text was changed in the console shows as a difference", async (bench) => {
      const { id } = await approved(bench);
      await bench.control.change(id, { text: second });
      await bench.engine.refresh();
      expect(bench.engine.state?.inputs[vendor.kind.rules.textField]).to.equal(second);
      expect(bench.said()).to.include(`its text was 【${first}】`);
    });

    it_("is taken over by its id, where its text is the declared one", async (bench) => {
      await bench.up();
      const signature = await only(bench);
      await bench.review(signature.id, "approve");
      bench.engine.state = null;
      expect(await bench.up(0, { adoptId: signature.id })).to.equal(null);
      expect(bench.engine.state).to.include({ id: String(signature.id) });
      expect(bench.output(servingOutput)).to.equal(shownIdOf(signature));
      expect(await bench.differs(0, { adoptId: signature.id })).to.equal(false);
      expect(await bench.list()).to.deep.equal([`${first} approved`]);
    });

    it_("of an id that the vendor does not have is not taken over", async (bench) => {
      const failure = await bench.up(0, { adoptId: vendor.absentId });
      expect(failure?.message).to.include(
        `The signature ${vendor.absentId} was not taken over: ${rules.vendor} knows no such signature`,
      );
      expect(bench.engine.state).to.equal(null);
    });

    it_("of another account is shown by diff and refused by everything else, without a request", async (bench) => {
      await approved(bench);
      const before = bench.engine.state;
      const calls = await bench.calls();
      bench.engine.settings = { ...bench.engine.settings, [vendor.account.setting]: vendor.account.value };
      bench.said();
      expect(await bench.differs()).to.equal(true);
      const whose = `【${first}】 (${shownIdOf((await bench.signatures())[0]!)}) belongs to another ${rules.vendor} account`;
      expect(bench.said()).to.include(`an update will be refused: ${whose}`);
      for (const run of [
        () => bench.up(),
        () => bench.up(1),
        () => bench.engine.refresh(),
        () => bench.engine.destroy(),
      ]) {
        expect((await run())?.message).to.include(whose);
        expect(bench.engine.state).to.equal(before);
      }
      expect(await bench.calls()).to.equal(calls);
    });

    it_("is previewed and kept without credentials, and filed with them alone", async (bench) => {
      const { settings } = bench.engine;
      bench.engine.settings = {};
      expect(await bench.differs()).to.equal(true);
      expect((await bench.up())?.message).to.include(`There are no credentials for ${rules.vendor}`);
      expect(bench.engine.state).to.equal(null);
      bench.engine.settings = settings;
      await approved(bench);
      const before = bench.engine.state;
      bench.engine.settings = {};
      bench.said();
      expect(await bench.engine.refresh()).to.equal(null);
      expect(bench.engine.state).to.deep.equal(before);
      expect(bench.said()).to.include(`could not be refreshed. There are no credentials for ${rules.vendor}`);
      expect(await bench.differs(0)).to.equal(false);
    });

    it_("is the same wherever its documents lie, and needs them only when it is filed", async (bench) => {
      await approved(bench);
      const moved = await bench.checked(withoutFiles(bench.declared()));
      expect(await bench.engine.differs(moved)).to.equal(false);
      expect(await bench.engine.up(moved)).to.equal(null);
    });

    describe("whose filing was not answered", () => {
      for (const kind of ["cut-before", "cut-after"]) {
        it_(`(${kind}) is in the state as unsettled, and never twice at the vendor`, async (bench) => {
          await bench.faults({ kind, method: "POST", path: vendor.submissionPath, times: 1 });
          const failure = await bench.up();
          expect(failure?.message).to.include("its answer is lost");
          expect(failure?.message).to.include(`sent at ${String(bench.engine.ledger?.candidate?.unconfirmed?.sentAt)}`);
          expect(bench.output("status")).to.equal("unknown");
          await bench.up();
          expect(await bench.list()).to.deep.equal([`${first} pending`]);
          await bench.up();
          expect(await bench.list()).to.deep.equal([`${first} pending`]);
        });
      }
    });

    it_("whose second filing was not answered is not looked for by hand: its status tells", async (bench) => {
      await bench.up();
      const { id } = (await bench.signatures())[0]!;
      await bench.review(id, "reject");
      const path = `${vendor.submissionPath}/${id}`;
      await bench.faults(
        { kind: "cut-before", method: "POST", path, times: 1 },
        { kind: "cut-before", method: "PUT", path, times: 1 },
      );
      expect((await bench.up(1))?.message)
        .to.include("its answer is lost")
        .and.include("where it still is, it is filed again")
        .and.not.include("adoptId");
      expect(await bench.up(1)).to.equal(null);
      expect(await bench.list()).to.deep.equal([`${second} pending`]);
    });

    it_("that cannot be deleted stays in the state, and destroy can be repeated", async (bench) => {
      await approved(bench);
      await bench.faults({ kind: "status", status: 503, method: "DELETE", times: 1 });
      expect((await bench.engine.destroy())?.message).to.include("Not deleted: ");
      expect(bench.engine.state).not.to.equal(null);
      expect(await bench.engine.destroy()).to.equal(null);
      expect(await bench.list()).to.deep.equal([]);
    });

    it_("leaves the state as it was when the vendor cannot be asked", async (bench) => {
      await approved(bench);
      const before = bench.engine.state;
      await bench.faults({ kind: "html", method: "GET" });
      expect((await bench.engine.refresh())?.message).to.include("returned an undocumented response");
      expect((await bench.up(1))?.message).to.include("returned an undocumented response");
      expect(bench.engine.state).to.equal(before);
    });

    it_("shows its credentials in no error, whatever the vendor says", async (bench) => {
      const secrets = vendor.secrets.map((setting) => String(bench.engine.settings[setting]));
      const said: string[] = [];
      for (const fault of [
        { status: 401 },
        { status: 403, message: secrets.join(" ") },
        { status: 500, message: secrets.join(" ") },
      ]) {
        await bench.faults({ kind: "status", code: vendor.refusingCode, ...fault });
        const failure = await bench.up();
        said.push(String(failure?.stack), JSON.stringify(bench.engine.state ?? null));
        bench.engine.state = null;
      }
      for (const secret of secrets) expect([...said, bench.said()].join("\n")).not.to.include(secret);
    });
  });
}
