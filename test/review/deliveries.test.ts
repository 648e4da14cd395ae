import { createHash } from "node:crypto";
import { expect } from "chai";
import { reviewReceiver, type Review, type ReviewReceiverOptions } from "pulumi-sms/review";
import { APP_KEY, closeAfterEach, MASTER_SECRET, start } from "../emulator/support";

const ADDRESS = "https://receiver.example/reviews";

interface Sent {
  nonce?: string;
  timestamp?: number | string;
  signature?: string;
  type?: string;
  data?: unknown;
  key?: string;
  secret?: string;
}

/** A form as JPush signs it, unless told otherwise. */
function form(sent: Sent = {}): string {
  const {
    nonce = "7659972084945889195",
    timestamp = Date.now(),
    type = "SMS_SIGN",
    key = APP_KEY,
    secret = MASTER_SECRET,
  } = sent;
  const { data = { signId: 57496, status: 2, refuseReason: "blurred" } } = sent;
  const text = `appKey=${key}&appMasterSecret=${secret}&nonce=${nonce}&timestamp=${timestamp}`;
  const { signature = createHash("sha1").update(text).digest("hex") } = sent;
  return new URLSearchParams({
    nonce,
    timestamp: String(timestamp),
    signature,
    type,
    data: typeof data === "string" ? data : JSON.stringify(data),
  }).toString();
}

function rig(options: Partial<ReviewReceiverOptions> = {}) {
  const reviews: Review[] = [];
  const errors: unknown[] = [];
  const receiver = reviewReceiver({
    appKey: APP_KEY,
    masterSecret: MASTER_SECRET,
    onReview: (review) => void reviews.push(review),
    onError: (error) => void errors.push(error),
    ...options,
  });
  const post = async (body: string): Promise<number> => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return (await receiver.fetch(new Request(ADDRESS, { method: "POST", headers, body }))).status;
  };
  return { receiver, reviews, errors, post, send: (sent?: Sent) => post(form(sent)) };
}

describe("a delivery", () => {
  it("is what the vendor's page gives as its sample", async () => {
    const sample = { timestamp: 1492150740274, signature: "268d92c1b6358285a56e0ccdb0c39c72acebd81d" };
    const { send, reviews } = rig({ maxAge: "20000d" });
    expect(await send({ ...sample, data: '{"signId":57496,"status":1,"refuseReason":null}' })).to.equal(200);
    expect(reviews).to.have.length(1);
    expect(reviews[0]).to.include({ signId: 57496, status: "approved", reason: null, at: "2017-04-14T06:19:00.274Z" });
    expect(await rig().send(sample), "years later").to.equal(403);
  });

  it("is answered with 500 also where onError throws in turn", async () => {
    const fails = () => {
      throw new Error("the log is full");
    };
    expect(await rig({ onReview: fails, onError: fails }).send()).to.equal(500);
    expect(
      await rig({ onReview: fails, onError: () => Promise.reject(new Error("the log is full")) as never }).send(),
    ).to.equal(500);
  });

  it("is taken with a signature in capitals", async () => {
    expect(
      await rig().post(form().replace(/signature=\w+/, (text) => text.replace(/\w+$/, (hex) => hex.toUpperCase()))),
    ).to.equal(200);
  });

  const refused: [string, Sent, number][] = [
    ["signed with another secret", { secret: "0".repeat(24) }, 401],
    ["signed for another app", { key: "0".repeat(24) }, 401],
    ["with a signature of another length", { signature: "268d92c1" }, 401],
    ["with no signature", { signature: "" }, 401],
    ["of 25 hours ago", { timestamp: Date.now() - 25 * 3_600_000 }, 403],
    ["of no time", { timestamp: "now" }, 400],
    ["without a nonce", { nonce: "" }, 400],
    ["whose data is no JSON", { data: "{" }, 400],
    ["whose data is something else", { data: { templateId: 1 } }, 400],
    ["about no signature", { data: { signId: -1, status: 1 } }, 400],
  ];
  for (const [name, sent, status] of refused) {
    it(`${name} is refused with ${status}, and told to nobody`, async () => {
      const { send, reviews, errors } = rig();
      expect(await send(sent)).to.equal(status);
      expect([reviews, errors]).to.deep.equal([[], []]);
      expect(await send(), "and is no reason to refuse the true one").to.equal(200);
    });
  }

  it("is bound to its nonce and its time by its signature", async () => {
    const { post, reviews } = rig();
    const body = form();
    expect(await post(body.replace("nonce=7", "nonce=8"))).to.equal(401);
    expect(await post(body.replace(/timestamp=(\d+)/, (_, time) => `timestamp=${Number(time) + 1}`))).to.equal(401);
    expect(reviews).to.deep.equal([]);
  });

  it("may be 23 hours old, as the last retry is, or from a clock that is ahead", async () => {
    const { send, reviews } = rig();
    expect(await send({ timestamp: Date.now() - 23 * 3_600_000 })).to.equal(200);
    expect(await send({ nonce: "2", timestamp: Date.now() + 48 * 3_600_000, data: { signId: 1, status: 1 } })).to.equal(
      200,
    );
    expect(reviews).to.have.length(2);
    expect(await rig({ maxAge: "5m" }).send({ timestamp: Date.now() - 301_000 })).to.equal(403);
  });

  it("is answered with 200 and nothing more when its nonce was seen, whatever it says now", async () => {
    const { send, reviews } = rig();
    const timestamp = Date.now();
    expect(await send({ timestamp })).to.equal(200);
    expect(await send({ timestamp })).to.equal(200);
    expect(await send({ timestamp, data: { signId: 57496, status: 1 } })).to.equal(200);
    expect(reviews.map(({ status }) => status)).to.deep.equal(["rejected"]);
  });

  it("is told once for each sign id and decision, under however many nonces", async () => {
    const { send, reviews } = rig();
    await send({ nonce: "1" });
    await send({ nonce: "2" });
    await send({ nonce: "3", data: { signId: 57497, status: 2, refuseReason: "blurred" } });
    await send({ nonce: "4", data: { signId: 57496, status: 1 } });
    await send({ nonce: "5" });
    expect(reviews.map(({ signId, status }) => [signId, status])).to.deep.equal([
      [57496, "rejected"],
      [57497, "rejected"],
      [57496, "approved"],
      [57496, "rejected"],
    ]);
  });

  it("that comes twice at once is told once, and again only if that failed", async () => {
    let calls = 0;
    let fail: (error: Error) => void = () => undefined;
    const first = new Promise<void>((_, reject) => (fail = reject));
    const { send } = rig({ onReview: () => (++calls === 1 ? first : undefined) });
    const timestamp = Date.now();
    const answers = [send({ timestamp }), send({ timestamp }), send({ timestamp })];
    fail(new Error("the first one fails"));
    expect(await Promise.all(answers)).to.deep.equal([500, 200, 200]);
    expect(calls).to.equal(2);
  });

  it("has not been seen until what it is told to has succeeded", async () => {
    let broken = true;
    const { send, errors } = rig({
      onReview: async () => {
        if (broken) throw new Error("not now");
      },
    });
    const timestamp = Date.now();
    expect([await send({ timestamp }), await send({ timestamp })]).to.deep.equal([500, 500]);
    broken = false;
    expect(await send({ timestamp })).to.equal(200);
    expect(errors).to.have.length(2);
  });

  it("of another kind is taken, and told to nobody", async () => {
    const { send, reviews } = rig();
    for (const type of ["SMS_REPORT", "SMS_REPLY", "SMS_TEMPLATE"])
      expect(await send({ type, data: "anything" })).to.equal(200);
    expect(reviews).to.deep.equal([]);
  });

  it("with a status of the future is told as unknown", async () => {
    const { send, reviews } = rig();
    expect(await send({ data: { signId: 1, status: 9, refuseReason: "" } })).to.equal(200);
    expect(reviews[0]).to.include({ status: "unknown", reason: null });
  });

  it("is remembered where it is said, for as long as it could come again", async () => {
    const kept = new Map<string, { value: string; expires: number }>();
    const memory = {
      get: async (key: string) => kept.get(key)?.value,
      set: async (key: string, value: string, expires: number) => void kept.set(key, { value, expires }),
    };
    const timestamp = Date.now() + 3_600_000;
    expect(await rig({ memory }).send({ timestamp })).to.equal(200);
    for (const { expires } of kept.values()) expect(expires).to.be.at.least(timestamp + 86_400_000);
    const another = rig({ memory });
    expect(await another.send({ timestamp })).to.equal(200);
    expect(another.reviews, "another process").to.deep.equal([]);
  });
});

describe("a receiver", () => {
  const ask = async (path: string, init?: RequestInit): Promise<[number, string]> => {
    const response = await rig().receiver.fetch(new Request(ADDRESS + path, init));
    expect(response.headers.get("content-type")).to.equal("text/plain; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).to.equal("nosniff");
    return [response.status, await response.text()];
  };

  it("echoes what the vendor asks with, and nothing that is no such text", async () => {
    expect(await ask("?echostr=a1B2-_.9")).to.deep.equal([200, "a1B2-_.9"]);
    expect((await ask(""))[0]).to.equal(400);
    expect((await ask(`?echostr=${"a".repeat(65)}`))[0]).to.equal(400);
    expect((await ask("?echostr=a%0d%0ab"))[0]).to.equal(400);
  });

  it("takes nothing else", async () => {
    expect((await ask("", { method: "PUT", body: "a=b" }))[0]).to.equal(405);
    expect((await ask("", { method: "POST" }))[0]).to.equal(400);
    expect((await ask("", { method: "POST", body: '{"signId":1}' }))[0]).to.equal(400);
    expect((await ask("", { method: "POST", body: "a".repeat(65_537) }))[0]).to.equal(413);
  });

  it("is not made with options that cannot be, and says which", () => {
    const making = (options: Partial<ReviewReceiverOptions>) => () => rig(options);
    expect(making({ maxAge: "a day" })).to.throw(/"a day" is not a duration/);
    for (const option of ["appKey", "masterSecret"]) {
      expect(making({ [option]: undefined })).to.throw(
        `The setting ${option} of reviewReceiver cannot be used: it is missing`,
      );
      expect(making({ [option]: "" })).to.throw(/it is missing/);
    }
    expect(making({ endpoint: "http://api.example" })).to.throw(/https/);
  });
});

describe("a receiver that has each decision confirmed", () => {
  closeAfterEach();

  it("tells what JPush says too, and nothing that JPush does not", async () => {
    const emulator = await start();
    const id = await emulator.reviewed("reject", {});
    const { send, reviews, errors } = rig({ confirm: true, endpoint: emulator.emulator.url });
    expect(await send({ nonce: "1", data: { signId: id, status: 1 } }), String(errors[0])).to.equal(503);
    expect(await send({ nonce: "2", data: { signId: id + 1, status: 1 } }), "never filed").to.equal(500);
    expect(reviews).to.deep.equal([]);
    expect(String(errors[0])).to.include(`JPush was asked for the signature ${id + 1}`);

    expect(await send({ nonce: "3", data: { signId: id, status: 2, refuseReason: "blurred" } })).to.equal(200);
    await emulator.modify(id);
    await emulator.review(id, "approve");
    expect(await send({ nonce: "1", data: { signId: id, status: 1 } }), "the first one again").to.equal(200);
    expect(reviews.map(({ status }) => status)).to.deep.equal(["rejected", "approved"]);
  });
});
