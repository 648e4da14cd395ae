import type { Timing } from "../http/timing";

/*
 * Looking at one submission for all who wait for it: however many there are, it is asked for once at a time.
 */

/** What one look came to, and when the next follows, in milliseconds. */
export interface Look<Answer> {
  readonly answer: Answer;
  readonly nextIn: number;
}

type Waiter<Answer> = (look: Look<Answer>) => void;

interface Watched<Answer> {
  readonly waiters: Set<Waiter<Answer>>;
  /** What the last look came to, and when the next follows. */
  last?: { readonly answer: Answer; readonly nextAt: number };
}

const FIRST_INTERVAL = 2_000;
const LONGEST_INTERVAL = 60_000;

/**
 * How long to wait after the given look: growing by half each time up to a minute, the last quarter of it at random.
 * @param looks how many were made, from 1
 * @param random from 0 to below 1
 * @returns milliseconds
 */
export function intervalAfter(looks: number, random: number): number {
  const interval = Math.min(LONGEST_INTERVAL, FIRST_INTERVAL * 1.5 ** (looks - 1));
  return Math.round(interval * (0.75 + 0.25 * random));
}

/** The submissions that are being watched in this process. */
export class Watches<Answer> {
  readonly #watched = new Map<string, Watched<Answer>>();

  constructor(readonly timing: Timing) {}

  /**
   * Calls `waiter` with each look at `key` until the returned function is called. The first to watch makes the first
   * look at once; who comes later is told what the last one came to, and joins the next.
   * @param ask is called for one look; it never rejects
   */
  watch(key: string, ask: () => Promise<Answer>, waiter: Waiter<Answer>): () => void {
    let watched = this.#watched.get(key);
    if (watched === undefined) {
      watched = { waiters: new Set() };
      this.#watched.set(key, watched);
      watched.waiters.add(waiter);
      void this.#refreshLedger(key, watched, ask);
    }
    const { waiters, last } = watched;
    waiters.add(waiter);
    if (last !== undefined) {
      const look = { answer: last.answer, nextIn: Math.max(0, last.nextAt - this.timing.now()) };
      queueMicrotask(() => waiters.has(waiter) && waiter(look));
    }
    return () => void waiters.delete(waiter);
  }

  async #refreshLedger(key: string, watched: Watched<Answer>, ask: () => Promise<Answer>): Promise<void> {
    for (let looks = 1; watched.waiters.size > 0; looks++) {
      const answer = await ask();
      const nextIn = intervalAfter(looks, this.timing.random());
      watched.last = { answer, nextAt: this.timing.now() + nextIn };
      for (const waiter of [...watched.waiters]) waiter({ answer, nextIn });
      if (watched.waiters.size > 0) await this.timing.sleep(nextIn);
    }
    this.#watched.delete(key);
  }
}
