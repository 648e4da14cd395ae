import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock";
import { sha256 } from "./signing";

/** What a token stands for. */
export interface Issued {
  domainName: string;
  /** Undefined for a token of the whole account. */
  projectId?: string | undefined;
  /** Milliseconds of the emulator's clock. */
  issuedAt: number;
  expiresAt: number;
}

const life = 24 * 3_600_000;
const most = 1000;

/** A real one has some thousands of characters, which not every client expects. */
const bytes = 1500;

const stored = z.array(
  z.tuple([
    z.string(),
    z.object({ domainName: z.string(), projectId: z.string().optional(), issuedAt: z.number(), expiresAt: z.number() }),
  ]),
);

/** The last tokens that were issued, by their hash. */
export class Tokens {
  readonly #issued = new Map<string, Issued>();

  constructor(
    private readonly clock: Clock,
    private readonly changed: () => void,
  ) {}

  issue(scope: Pick<Issued, "domainName" | "projectId">): Issued & { token: string } {
    const token = `MII${randomBytes(bytes).toString("base64").replaceAll("/", "-")}`;
    const issuedAt = this.clock.now();
    const issued = { ...scope, issuedAt, expiresAt: issuedAt + life };
    this.#issued.set(sha256(token), issued);
    for (const oldest of this.#issued.keys()) if (this.#issued.size > most) this.#issued.delete(oldest);
    this.changed();
    return { ...issued, token };
  }

  /** Also one that has expired. */
  find(token: string): Issued | undefined {
    return this.#issued.get(sha256(token));
  }

  clear(): void {
    this.#issued.clear();
  }

  dump(): unknown {
    return [...this.#issued];
  }

  restore(json: unknown): void {
    for (const [hash, issued] of stored.parse(json)) this.#issued.set(hash, issued);
  }
}
