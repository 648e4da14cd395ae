import fc from "fast-check";
import type { Plugin } from "fast-check";

/** How random sequences are played, for fast-check. */
export interface SequenceRuns {
  readonly numRuns: number;
  readonly seed?: number;
  /** End a property that takes too long: one that only Mocha has given up would go on beside the next tests. */
  readonly plugins: Plugin<unknown>[];
}

/**
 * The same sequences in every run, so that one fails for what was changed and nothing else. `RUNS` plays so many new ones,
 * to look for what none has found; a counterexample prints its seed.
 */
export function sequenceRuns(usually: number): SequenceRuns {
  const asked = process.env["RUNS"];
  const numRuns = asked === undefined ? usually : Number(asked);
  return {
    numRuns,
    ...(asked === undefined ? { seed: 20260501 } : {}),
    plugins: [fc.interruptAfterTimeLimit(limitOf(numRuns), { failOnInterrupt: true })],
  };
}

/** Mocha's bound for a property with so many runs, in milliseconds: fast-check's own comes first. */
export function sequenceTimeout({ numRuns }: SequenceRuns): number {
  return limitOf(numRuns) + 60_000;
}

/** Many times what the runs take on a machine that does nothing else. */
function limitOf(numRuns: number): number {
  return Math.max(240_000, numRuns * 400);
}
