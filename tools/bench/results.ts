import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../hermetic/cli";

/** Where the figures are kept, from which the tables and the picture are made. */
export const RESULTS_FILE = "docs/bench.json";

const usage = z.object({ cpuSeconds: z.number(), peakMegabytes: z.number(), readMegabytes: z.number() });

/** One command of one contender: the seconds of every round, and the medians of the rest. */
const figures = z.object({
  seconds: z.array(z.number()),
  processes: z.partialRecord(z.enum(["engine", "host", "program", "provider"]), usage),
  requests: z.number(),
  connections: z.number(),
  sentKilobytes: z.number(),
  stateKilobytes: z.number(),
});

/** In milliseconds. */
const parts = z.object({ loadProvider: z.number(), loadJPush: z.number(), journalWrite: z.number() });

const point = z.object({
  measured: z.string(),
  machine: z.string(),
  parts,
  contenders: z.record(z.string(), z.record(z.string(), figures)),
});

const results = z.record(z.string(), point);

export type Parts = z.infer<typeof parts>;
export type Figures = z.infer<typeof figures>;
export type PointResults = z.infer<typeof point>;
/** By the point's name. */
export type Results = z.infer<typeof results>;

export function savedResults(): Results {
  return results.parse(JSON.parse(readFileSync(join(root, RESULTS_FILE), "utf8")));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}
