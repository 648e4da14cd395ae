/** How random sequences are played, for fast-check. */
export interface SequenceRuns {
  readonly numRuns: number;
  readonly seed?: number;
}

/**
 * The same sequences in every run, so that one fails for what was changed and nothing else. `RUNS` plays so many new ones,
 * to look for what none has found; a counterexample prints its seed.
 */
export function sequenceRuns(usually: number): SequenceRuns {
  const asked = process.env["RUNS"];
  return asked === undefined ? { numRuns: usually, seed: 20260501 } : { numRuns: Number(asked) };
}
