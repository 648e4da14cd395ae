import { createHash } from "node:crypto";
import { expect } from "chai";
import { OptionError, startEmulator } from "sms-emulator";
import { callbackAddresses, type CallbackAddress } from "./receiver";
import { APP_KEY, closeAfterEach, MASTER_SECRET, start, type Rig } from "./support";

interface Delivery {
  id: number;
  decision: string;
  state: string;
  attempts: { at: string; status: number | null; problem?: string }[];
  next: string | null;
}

interface Called {
  vendor: string;
  url: string;
  check: { status: number | null; problem?: string } | null;
  deliveries: Delivery[];
}

/** By the words of the vendor's page, read by this test on its own. */
function signature(nonce: string, timestamp: string, key = APP_KEY, secret = MASTER_SECRET): string {
  return createHash("sha1")
    .update(`appKey=${key}&appMasterSecret=${secret}&nonce=${nonce}&timestamp=${timestamp}`)
    .digest("hex");
}

describe("JPush's callbacks", () => {
  closeAfterEach();
  const address = callbackAddresses();

  async function called(rig: Rig): Promise<Called> {
    const [one] = (await rig.control("/callbacks")).json as Called[];
    return one!;
  }

  /** The newest delivery, once it has come to this state. */
  async function delivery(rig: Rig, state: string): Promise<Delivery> {
    const stream = await fetch(`${rig.emulator.url}/_emulator/events`);
    for await (const _ of stream.body!) {
      const newest = (await called(rig)).deliveries.at(-1);
      if (newest?.state === state) return newest;
    }
    throw new Error("the emulator has ended");
  }

  async function set(to: CallbackAddress, options: Parameters<typeof start>[0] = {}): Promise<Rig> {
    return start({ callbackUrl: to.url, ...options });
  }

  it("are signed as the vendor's page says: the sample of the page", () => {
    expect(signature("7659972084945889195", "1492150740274")).to.equal("268d92c1b6358285a56e0ccdb0c39c72acebd81d");
  });

  it("check the address, then tell how each review ended, in a signed form", async () => {
    const to = await address();
    const rig = await set(to);
    const id = await rig.reviewed("reject");
    await rig.control("/clock", "POST", { advance: "1s" });
    await to.received(1);
    await rig.modify(id);
    await rig.review(id, "reject", "营业执照模糊 <blurred>");
    await to.received(2);
    await rig.modify(id);
    await rig.review(id, "approve");
    const posted = await to.received(3);

    expect(to.echoes).to.have.length(1);
    expect(to.echoes[0]).to.match(/^\w{8}$/);
    expect(posted.map(({ form }) => JSON.parse(form["data"]!))).to.deep.equal([
      { signId: id, status: 2, refuseReason: null },
      { signId: id, status: 2, refuseReason: "营业执照模糊 <blurred>" },
      { signId: id, status: 1, refuseReason: null },
    ]);
    for (const { contentType, form } of posted) {
      expect(contentType).to.equal("application/x-www-form-urlencoded");
      expect(form)
        .to.have.all.keys("nonce", "timestamp", "signature", "type", "data")
        .and.include({ type: "SMS_SIGN" });
      expect(form["nonce"]).to.match(/^\d{1,19}$/);
      expect(form["signature"]).to.equal(signature(form["nonce"]!, form["timestamp"]!));
    }
    expect(new Set(posted.map(({ form }) => form["nonce"]))).to.have.length(3);
    const [, rejected] = (await rig.signatures())[0]!.history;
    expect(Number(posted[0]!.form["timestamp"])).to.be.at.least(Date.parse(rejected!.at));

    const { state, decision, attempts } = await delivery(rig, "delivered");
    expect({ state, decision, answers: attempts.map(({ status }) => status) }).to.deep.equal({
      state: "delivered",
      decision: "approve",
      answers: [200],
    });
  });

  it("are tried again after 3 minutes, 1 hour and 12 hours of the emulator's clock, then no more", async () => {
    const to = await address();
    to.answers.push(500, "cut", 302, 204);
    const rig = await set(to);
    await rig.reviewed("approve");
    const first = await delivery(rig, "waiting");
    const after = ({ next, attempts }: Delivery) => Date.parse(next!) - Date.parse(attempts.at(-1)!.at);
    expect(after(first)).to.equal(180_000);

    await rig.control("/clock", "POST", { advance: "179s" });
    expect((await delivery(rig, "waiting")).attempts).to.have.length(1);
    for (const [wait, pause] of [
      ["1s", 3_600_000],
      ["1h", 12 * 3_600_000],
    ] as const) {
      const before = to.posted.length;
      await rig.control("/clock", "POST", { advance: wait });
      await to.received(before + 1);
      expect(after(await delivery(rig, "waiting"))).to.equal(pause);
    }
    await rig.control("/clock", "POST", { advance: "12h" });
    const { attempts, next } = await delivery(rig, "given up");
    expect(attempts.map(({ status, problem }) => [status, problem === undefined])).to.deep.equal([
      [500, false],
      [null, false],
      [302, false],
      [204, false],
    ]);
    expect(next).to.equal(null);
    expect(new Set(to.posted.map(({ form }) => JSON.stringify(form))), "the same each time").to.have.length(1);
    await rig.control("/clock", "POST", { advance: "30d" });
    expect(to.posted).to.have.length(4);
  });

  it("end with the first 200, also when the clock was moved over all the tries at once", async () => {
    const to = await address();
    to.answers.push(503, 503);
    const rig = await set(to);
    await rig.reviewed("approve");
    await delivery(rig, "waiting");
    await rig.control("/clock", "POST", { advance: "3d" });
    const { attempts } = await delivery(rig, "delivered");
    const [first = 0, ...others] = attempts.map(({ at }) => Date.parse(at));
    expect(others.map((at) => at - first)).to.deep.equal([180_000, 3_780_000]);
  });

  it("wait for an address that echoes", async () => {
    const to = await address();
    to.echo = () => "<html>welcome</html>";
    const rig = await set(to);
    await rig.reviewed("approve");
    const { attempts } = await delivery(rig, "waiting");
    expect(attempts[0]!.problem).to.equal("the address did not pass its check: the answer is not the echostr");
    expect(to.posted).to.deep.equal([]);

    to.close();
    await rig.control("/clock", "POST", { advance: "3m" });
    expect((await delivery(rig, "waiting")).attempts[1]).to.include({ status: null });
    to.echo = (text) => `${text}\n`;
    await to.open();
    await rig.control("/clock", "POST", { advance: "1h" });
    await delivery(rig, "delivered");
    expect((await called(rig)).check).not.to.have.property("problem");
  });

  it("are signed with the app's own credentials, and come of a review by itself too", async () => {
    const to = await address();
    const rig = await set(to, { apps: [{ key: "second", secret: "secret" }], autoApprove: "1h" });
    await rig.as("second", "secret").created();
    await rig.control("/clock", "POST", { advance: "1h" });
    const { form } = (await to.received(1))[0]!;
    expect(form["signature"]).to.equal(signature(form["nonce"]!, form["timestamp"]!, "second", "secret"));
  });

  it("tell of reviews, not of what somebody changes, deletes or resets", async () => {
    const to = await address();
    const rig = await set(to);
    to.answers.push(500);
    const id = await rig.reviewed("approve");
    await delivery(rig, "waiting");
    await rig.control(`/signatures/jpush/${id}`, "PATCH", { vendorStatus: 2 });
    await rig.control("/reset", "POST");
    await rig.control("/clock", "POST", { advance: "1d" });
    expect((await called(rig)).deliveries).to.deep.equal([]);
    expect(to.posted).to.have.length(1);
  });

  it("are not there where no address is set", async () => {
    expect((await (await start()).control("/callbacks")).json).to.deep.equal([]);
  });

  for (const callbackUrl of ["reviews", "ftp://127.0.0.1/", "http://user:password@127.0.0.1/"]) {
    it(`have no address such as ${callbackUrl}`, async () => {
      const error = await startEmulator({ callbackUrl }).then(
        (emulator) => emulator.close(),
        (reason: unknown) => reason,
      );
      expect(error)
        .to.be.instanceOf(OptionError)
        .with.property("message")
        .that.matches(/^callbackUrl: an address such as/);
    });
  }
});
