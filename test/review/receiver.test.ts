import { EventEmitter, once } from "node:events";
import { expect } from "chai";
import { reviewReceiver, type Review, type ReviewReceiverOptions } from "pulumi-sms/review";
import { APP_KEY, closeAfterEach, MASTER_SECRET, start } from "../emulator/support";
import { mounts, type Mounted } from "./mounts";

const CREDENTIALS = { appKey: APP_KEY, masterSecret: MASTER_SECRET };

describe("the receiver of reviews", () => {
  closeAfterEach();
  const mounted: Mounted[] = [];
  afterEach(async () => {
    await Promise.all(mounted.splice(0).map((one) => one.close()));
  });

  for (const [name, mount] of Object.entries(mounts)) {
    describe(`in ${name}`, () => {
      /** A receiver at its address, an emulator that calls it, and what it was told. */
      async function rig(options: Partial<ReviewReceiverOptions> = {}) {
        const reviews: Review[] = [];
        const told = new EventEmitter();
        const onReview = async (review: Review): Promise<void> => {
          await options.onReview?.(review);
          reviews.push(review);
          told.emit("review");
        };
        const address = await mount(reviewReceiver({ ...CREDENTIALS, ...options, onReview }));
        mounted.push(address);
        const emulator = await start({ callbackUrl: address.url });
        /** Resolves once so many reviews were told. */
        const toldOf = async (count: number) => {
          while (reviews.length < count) await once(told, "review");
          return reviews;
        };
        return { emulator, toldOf, url: address.url };
      }

      it("is taken by the vendor's check, and told of each decision and its reason", async () => {
        const { emulator, toldOf } = await rig();
        const id = await emulator.reviewed("reject");
        await toldOf(1);
        await emulator.modify(id);
        await emulator.review(id, "reject", "营业执照模糊 & unclear");
        await toldOf(2);
        await emulator.modify(id);
        await emulator.review(id, "approve");
        const reviews = await toldOf(3);
        expect(reviews.map(({ signId, status, reason }) => [signId, status, reason])).to.deep.equal([
          [id, "rejected", null],
          [id, "rejected", "营业执照模糊 & unclear"],
          [id, "approved", null],
        ]);
        const { history } = (await emulator.signatures())[0]!;
        expect(Date.parse(reviews[0]!.at)).to.be.at.least(Date.parse(history[1]!.at));
      });

      it("gets a delivery again that it could not use, and tells it once", async () => {
        const errors: unknown[] = [];
        let tries = 0;
        const onReview = () => {
          if (++tries < 3) throw new Error("the disk is full");
        };
        const { emulator, toldOf } = await rig({ onReview, onError: (error) => void errors.push(error) });
        await emulator.reviewed("approve");
        const attempts = async () => {
          const [{ deliveries }] = (await emulator.control("/callbacks")).json as [
            { deliveries: { state: string; attempts: { status: number }[] }[] },
          ];
          return deliveries[0]!;
        };
        const waiting = async () => {
          const events = await fetch(`${emulator.emulator.url}/_emulator/events`);
          for await (const _ of events.body!) if ((await attempts()).state !== "sending") return;
        };
        await waiting();
        await emulator.control("/clock", "POST", { advance: "3m" });
        await waiting();
        await emulator.control("/clock", "POST", { advance: "1h" });
        await toldOf(1);
        await waiting();
        expect((await attempts()).attempts.map(({ status }) => status)).to.deep.equal([500, 500, 200]);
        expect(errors.map(String)).to.deep.equal(["Error: the disk is full", "Error: the disk is full"]);
      });

      it("refuses a body that is too long, and goes on", async () => {
        const { url } = await rig();
        const headers = { "content-type": "application/x-www-form-urlencoded" };
        const long = await fetch(url, { method: "POST", headers, body: `nonce=${"1".repeat(70_000)}` }).catch(
          () => undefined,
        );
        // A connection that is closed while the client still sends may reach it as an error.
        if (long) expect(long.status).to.be.oneOf([413, 400]);
        const echo = await fetch(`${url}?echostr=a1B2c3D4`);
        expect([echo.status, await echo.text()]).to.deep.equal([200, "a1B2c3D4"]);
      });
    });
  }
});
