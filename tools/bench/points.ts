import type { Contender } from "./contenders";

/** What is declared, and how far away the vendor is. */
export interface Point {
  readonly name: string;
  readonly signatures: number;
  readonly documents: number;
  readonly documentBytes: number;
  readonly latencyMs: number;
  readonly rounds: number;
  /** All of them where none are named: at a thousand signatures all would take half an hour. */
  readonly contenders?: readonly Contender[];
}

const BASE: Point = {
  name: "base",
  signatures: 100,
  documents: 2,
  documentBytes: 200_000,
  latencyMs: 0,
  rounds: 3,
};

/** The base point, and the others, of which each differs from it in one thing. */
export const POINTS: readonly Point[] = [
  BASE,
  { ...BASE, name: "10 signatures", signatures: 10 },
  { ...BASE, name: "500 signatures", signatures: 500, rounds: 1 },
  { ...BASE, name: "1000 signatures", signatures: 1000, rounds: 1, contenders: ["classes", "sameInputs"] },
  { ...BASE, name: "documents of 20 kB", documentBytes: 20_000, rounds: 1 },
  { ...BASE, name: "documents of 2 MB", documentBytes: 2_000_000, rounds: 1 },
  { ...BASE, name: "one document", documents: 1, rounds: 1 },
  { ...BASE, name: "five documents", documents: 5, rounds: 1 },
  { ...BASE, name: "latency of 50 ms", latencyMs: 50, rounds: 1 },
  { ...BASE, name: "latency of 300 ms", latencyMs: 300, rounds: 1 },
];
