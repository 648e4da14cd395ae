import { setMaxListeners } from "node:events";
import { expect } from "chai";
import { untilApproved } from "../../provider/approval/wait";
import { intervalAfter, Polls } from "../../provider/approval/polls";
import type { Timing } from "../../provider/http/timing";
import { JPUSH_RULES } from "../../provider/jpush/vendorRules";
import type { QueryAnswer, VendorAccount } from "../../provider/lifecycle/vendor";

const PENDING: QueryAnswer = { kind: "present", status: "pending", vendorStatus: "0", text: "极光推送" };
const APPROVED: QueryAnswer = { ...PENDING, status: "approved", vendorStatus: "1" };

/** A clock that only the test moves. */
class Clock implements Timing {
  #now = 0;
  #sleepers: { until: number; wake: () => void }[] = [];
  readonly random = () => 1;
  readonly now = () => this.#now;
  readonly sleep = (milliseconds: number) =>
    new Promise<void>((wake) => this.#sleepers.push({ until: this.#now + milliseconds, wake }));

  async advance(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    const due = this.#sleepers.filter(({ until }) => until <= this.#now);
    this.#sleepers = this.#sleepers.filter(({ until }) => until > this.#now);
    for (const { wake } of due) wake();
    await settled();
  }
}

const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Gates of one submission, at a vendor that counts who asks it at once. */
function waiting(interrupt = new AbortController()) {
  setMaxListeners(0, interrupt.signal);
  const clock = new Clock();
  const polls = new Polls<QueryAnswer>(clock);
  const seen = { asked: 0, atOnce: 0, most: 0, answer: PENDING, lines: [] as string[] };
  const query = async () => {
    seen.asked++;
    seen.most = Math.max(seen.most, ++seen.atOnce);
    await settled();
    seen.atOnce--;
    return seen.answer;
  };
  const vendor = { rules: JPUSH_RULES, query } as unknown as VendorAccount;
  const gate = (timeout: number) =>
    untilApproved(
      vendor,
      {
        named: () => "【极光推送】 (37582)",
        id: 37582,
        key: "app 37582",
        rejectionReason: undefined,
        timeout,
        log: { info: (text) => void seen.lines.push(text), warning: (text) => void seen.lines.push(text) },
        signal: interrupt.signal,
      },
      polls,
    );
  return { clock, seen, gate };
}

describe("gates that wait for one submission", () => {
  it("look at intervals that grow to a minute, the last quarter of each at random", () => {
    expect([1, 2, 3, 9, 100].map((looks) => intervalAfter(looks, 1))).to.deep.equal([2000, 3000, 4500, 51258, 60000]);
    expect(intervalAfter(100, 0)).to.equal(45000);
  });

  it("ask once at a time, however many they are, and all open together", async () => {
    const { clock, seen, gate } = waiting();
    const gates = Array.from({ length: 20 }, () => gate(3_600_000));
    await settled();
    await settled();
    await clock.advance(2000);
    await settled();
    expect(seen).to.include({ asked: 2, most: 1 });
    seen.answer = APPROVED;
    await clock.advance(3000);
    expect(new Set(await Promise.all(gates))).to.deep.equal(new Set([APPROVED]));
    expect(seen).to.include({ asked: 3, most: 1 });
  });

  it("that come later know at once what the others know, also those that end before the next look", async () => {
    const { clock, seen, gate } = waiting();
    const first = gate(3_600_000);
    await settled();
    await settled();
    await clock.advance(500);
    const failure = await gate(20).catch((error: Error) => error.message);
    expect(failure).to.include("was not approved within 0s: it is under review");
    expect(seen.asked).to.equal(1);
    seen.answer = APPROVED;
    await clock.advance(1500);
    await first;
  });

  it("tell how long, how it stands and when they look next, or that the wait ends before", async () => {
    const { clock, seen, gate } = waiting();
    const wait = gate(4000);
    await settled();
    await settled();
    await clock.advance(2000);
    await settled();
    expect(seen.lines).to.deep.equal([
      "Waiting for 【极光推送】 (37582): it is under review at JPush. The next look is in 2s, the wait ends in 4s.",
      "Waiting for 【极光推送】 (37582) for 2s: it is under review at JPush. The wait ends in 2s.",
    ]);
    seen.answer = APPROVED;
    await clock.advance(3000);
    await wait;
  });

  it("end at once where the signature has lapsed, and say why: no review will end", async () => {
    const { seen, gate } = waiting();
    seen.answer = { ...PENDING, status: "inactive", vendorStatus: "TO_BE_ACTIVATED" };
    const failure = await gate(3_600_000).catch((error: Error) => error.message);
    expect(failure).to.include("【极光推送】 (37582) has lapsed at JPush, so no review will end.");
  });

  it("end at once where a person interrupts the run", async () => {
    const interrupt = new AbortController();
    const { gate } = waiting(interrupt);
    const ended = gate(3_600_000).catch((error: Error) => error.message);
    await settled();
    interrupt.abort();
    expect(await ended).to.equal(
      "The wait for 【极光推送】 (37582) was interrupted. Nothing is lost: run pulumi up again to go on waiting.",
    );
  });
});
