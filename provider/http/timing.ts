import { setTimeout as delay } from "node:timers/promises";

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
