import { expect } from "chai";
import { closeAfterEach, refusal, start, type Rig } from "./support";

const advance = (rig: Rig, time: string) => rig.control("/clock", "POST", { advance: time });
const now = async (rig: Rig) => Date.parse(((await rig.control("/clock")).json as { now: string }).now);
const statuses = async (rig: Rig) => (await rig.signatures()).map(({ status }) => status);

describe("the emulator's clock", () => {
  closeAfterEach();

  it("goes on from where it was moved to", async () => {
    const rig = await start();
    const before = await now(rig);
    expect((await advance(rig, "3d")).status).to.equal(200);
    await advance(rig, "12h");
    expect((await now(rig)) - before).to.be.within(3.5 * 86_400_000, 3.5 * 86_400_000 + 60_000);
  });

  it("dates the history", async () => {
    const rig = await start();
    const id = await rig.created();
    await advance(rig, "45m");
    await rig.review(id, "approve");
    const [submitted, approved] = (await rig.signatures())[0]!.history.map(({ at }) => Date.parse(at));
    expect(approved! - submitted!).to.be.within(45 * 60_000, 46 * 60_000);
  });

  it("approves by itself when it is moved past the time", async () => {
    const rig = await start({ autoApprove: "24h", reviewsAtOnce: 3 });
    const rejected = await rig.reviewed("reject");
    await advance(rig, "23h");
    await rig.created();
    expect(await statuses(rig)).to.deep.equal(["rejected", "pending"]);
    await rig.modify(rejected);
    await advance(rig, "2h");
    expect(await statuses(rig), "not by the review that had ended").to.deep.equal(["pending", "pending"]);
    await advance(rig, "22h");
    expect(await statuses(rig)).to.deep.equal(["approved", "approved"]);
    const [first] = await rig.signatures();
    const [, , resubmitted, approved] = first!.history.map(({ at }) => Date.parse(at));
    expect(approved! - resubmitted!, "at the very time, not when the clock was moved").to.equal(86_400_000);
  });

  it("reckons a review from the moment that its history names", async () => {
    const readClock = Date.now;
    let readings = 0;
    // However long the machine takes between two readings.
    Date.now = () => readClock() + 1000 * readings++;
    try {
      const rig = await start({ autoApprove: "24h", reviewsAtOnce: 2 });
      const rejected = await rig.reviewed("reject");
      await rig.modify(rejected);
      await rig.created();
      await advance(rig, "25h");
      for (const { history } of await rig.signatures()) {
        const [submitted, approved] = history.slice(-2).map(({ at }) => Date.parse(at));
        expect(approved! - submitted!).to.equal(86_400_000);
      }
    } finally {
      Date.now = readClock;
    }
  });

  it("approves by itself in real time", async () => {
    const rig = await start({ autoApprove: "20ms" });
    const id = await rig.created();
    // It is ended by the approval: until then another one is refused.
    while ((await rig.create()).status !== 200);
    expect((await rig.query(id)).json).to.include({ status: 1 });
  });

  it("leaves alone what the reviewer, the console or the client dealt with before", async () => {
    const rig = await start({ autoApprove: "1h", reviewsAtOnce: 3 });
    const [rejected, patched, deleted] = [await rig.created(), await rig.created(), await rig.created()];
    await rig.review(rejected, "reject");
    await rig.control(`/signatures/jpush/${patched}`, "PATCH", { vendorStatus: 9 });
    await rig.delete(deleted);
    await advance(rig, "2h");
    expect(await statuses(rig)).to.deep.equal(["rejected", "unknown"]);
    expect(refusal(await rig.query(deleted))).to.deep.equal([403, 50102]);
  });

  it("judges birthdays", async () => {
    const rig = await start();
    const toCome = { legalPersonIdNumber: "990000209901010019" };
    expect(refusal(await rig.create(toCome))).to.deep.equal([403, 50007]);
    await advance(rig, "30000d");
    expect(await rig.created(toCome)).to.equal(37582);
  });
});
