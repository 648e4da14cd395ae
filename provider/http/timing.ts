import { setTimeout as delay } from "node:timers/promises";
import type { Memory } from "../memory";

/** Time and chance, so that a test can put its own in their place. */
export interface Timing {
  /** @param milliseconds how long */
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
  /** Milliseconds since the epoch. */
  now(): number;
}

export const SYSTEM_TIMING: Timing = {
  sleep: (milliseconds) => delay(milliseconds),
  random: Math.random,
  now: Date.now,
};

/** What sends requests works with, beside what it is asked for. */
export interface Runtime {
  readonly memory: Memory;
  readonly timing: Timing;
}
