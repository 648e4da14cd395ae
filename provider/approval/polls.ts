import type { Timing } from "../http/timing";

/*
 * Polling one submission for all gates that wait for it: however many there are, it is asked for once at a time.
 */

/** What one poll came to, and when the next follows, in milliseconds. */
export interface Poll<Answer> {
  readonly answer: Answer;
  readonly nextIn: number;
}

type Waiter<Answer> = (poll: Poll<Answer>) => void;

interface Polled<Answer> {
  readonly waiters: Set<Waiter<Answer>>;
  /** What the last poll came to, and when the next follows. */
  last?: { readonly answer: Answer; readonly nextAt: number };
}

const FIRST_INTERVAL = 2_000;
const LONGEST_INTERVAL = 60_000;

/**
 * How long to wait after the given poll: growing by half each time up to a minute, the last quarter of it at random.
 * @param polls how many were made, from 1
 * @param random from 0 to below 1
 * @returns milliseconds
 */
export function intervalAfter(polls: number, random: number): number {
  const interval = Math.min(LONGEST_INTERVAL, FIRST_INTERVAL * 1.5 ** (polls - 1));
  return Math.round(interval * (0.75 + 0.25 * random));
}

/** The submissions that are being polled in one process. */
export class Polls<Answer> {
  readonly #polled = new Map<string, Polled<Answer>>();

  constructor(readonly timing: Timing) {}

  /**
   * Calls `waiter` with each poll of `key` until the returned function is called. The first to wait polls at once; who
   * comes later is told what the last poll came to, and joins the next.
   * @param ask is called for one poll; it never rejects
   */
  join(key: string, ask: () => Promise<Answer>, waiter: Waiter<Answer>): () => void {
    let polled = this.#polled.get(key);
    if (polled === undefined) {
      polled = { waiters: new Set() };
      this.#polled.set(key, polled);
      polled.waiters.add(waiter);
      void this.#poll(key, polled, ask);
    }
    const { waiters, last } = polled;
    waiters.add(waiter);
    if (last !== undefined) {
      const poll = { answer: last.answer, nextIn: Math.max(0, last.nextAt - this.timing.now()) };
      queueMicrotask(() => {
        if (waiters.has(waiter)) waiter(poll);
      });
    }
    return () => void waiters.delete(waiter);
  }

  async #poll(key: string, polled: Polled<Answer>, ask: () => Promise<Answer>): Promise<void> {
    for (let polls = 1; polled.waiters.size > 0; polls++) {
      const answer = await ask();
      const nextIn = intervalAfter(polls, this.timing.random());
      polled.last = { answer, nextAt: this.timing.now() + nextIn };
      for (const waiter of [...polled.waiters]) waiter({ answer, nextIn });
      if (polled.waiters.size > 0) await this.timing.sleep(nextIn);
    }
    this.#polled.delete(key);
  }
}
