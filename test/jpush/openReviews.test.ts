import { expect } from "chai";
import { InvalidInputError } from "../../provider/errors";
import { OpenReviews } from "../../provider/jpush/openReviews";
import type { SignatureId } from "../../provider/lifecycle/vendor";
import { Later } from "../http/Later";
import { submitted } from "../vendors/submitted";
import { accountAt, connect, JPushRig, withText } from "./rig";
import type { Connected } from "./rig";

describe("JPush, while it has a signature of the app under review", () => {
  let rig: JPushRig;
  let timing: Later;
  let pending: SignatureId;

  before(async () => {
    rig = await JPushRig.start();
  });
  after(() => rig.close());
  beforeEach(async () => {
    await rig.reset();
    timing = new Later();
    pending = await submitted(resource("极光甲"));
  });

  const resource = (text: string): Connected =>
    connect(accountAt(rig.url), { timing, prepare: async () => withText(text) });

  async function isRefused(connected: Connected): Promise<void> {
    expect(await connected.submit()).to.deep.include({ kind: "refused", reason: "review-open" });
  }

  async function submissions(): Promise<number> {
    return (await rig.requests()).filter(({ method, path }) => method === "POST" && path === "/v1/sign").length;
  }

  it("is sent the documents of one other signature, and no more are sent to be refused", async () => {
    await isRefused(resource("极光乙"));
    await isRefused(resource("极光丙"));
    await isRefused(resource("极光丁"));
    expect(await submissions()).to.equal(2);
  });

  it("judges what is not sent all the same", async () => {
    await isRefused(resource("极光乙"));
    const broken = connect(accountAt(rig.url), {
      timing,
      prepare: () => Promise.reject(new InvalidInputError([{ input: "sign", reason: "is too long" }])),
    });
    expect(await broken.submit()).to.deep.include({ kind: "refused", reason: "invalid" });
  });

  it("is asked to take a rejected one's new content", async () => {
    const rejected = pending;
    await rig.review(rejected, "reject");
    await submitted(resource("极光乙"));
    await isRefused(resource("极光丙"));
    await resource("极光甲").modify(rejected);
    expect((await rig.requests()).map(({ path }) => path)).to.include(`/v1/sign/${rejected}`);
  });

  const ends: { readonly [end: string]: (id: SignatureId) => Promise<unknown> } = {
    "is seen to be approved": async (id) => {
      await rig.review(id, "approve");
      return resource("极光甲").query(id);
    },
    "is seen to be gone": async (id) => {
      await rig.forget(id);
      return resource("极光甲").query(id);
    },
    "is withdrawn": (id) => resource("极光甲").remove(id),
    "may have ended unseen, for a minute has gone by": async (id) => {
      await rig.review(id, "approve");
      timing.ahead += 60_000;
    },
  };
  for (const [end, happens] of Object.entries(ends)) {
    it(`is asked again once that one ${end}`, async () => {
      await isRefused(resource("极光乙"));
      await happens(pending);
      await submitted(resource("极光丙"));
    });
  }

  it("is asked again where that one was withdrawn while another was on its way to be refused", async () => {
    const reviews = new OpenReviews(timing);
    const refused = { kind: "refused", reason: "review-open", error: new Error("refused") } as const;
    const sentAt = timing.now();
    timing.ahead += 10;
    reviews.ended();
    reviews.refused(refused, sentAt);
    expect(reviews.refusal()).to.equal(null);
    reviews.refused(refused, timing.now() + 1);
    expect(reviews.refusal()).to.equal(refused);
  });

  it("is asked for another app", async () => {
    await isRefused(resource("极光乙"));
    const other = await JPushRig.start();
    try {
      await submitted(connect({ ...accountAt(other.url), fingerprint: "another app" }, { timing }));
    } finally {
      await other.close();
    }
  });
});
