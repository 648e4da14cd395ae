import type { Hono } from "hono";
import type { Callbacks } from "./callbacks";
import type { Environment } from "./server/environment";
import type { SignatureStore } from "./signatures/store";

/** What a vendor keeps beside its signatures. */
export interface Kept {
  /** As JSON can hold it. */
  dump(): unknown;
  /** Throws for what `dump` did not give. */
  restore(stored: unknown): void;
  onChange(listener: () => void): void;
}

/** A vendor as the server and the control plane see it. */
export interface Vendor {
  /** As it stands in the control plane's paths. */
  name: string;
  store: SignatureStore;
  kept?: Kept;
  /** Left out where the vendor calls nobody back, or is told no address. */
  callbacks?: Callbacks;
  /** The environment variables with which a program calls the emulator at `origin`, in the order to show them. */
  environment(origin: string): Record<string, string>;
  routes: Pick<Hono<Environment>, "fetch">;
  /** Whether a path is one of its API's. */
  owns(path: string): boolean;
  /** The vendor's error body and its HTTP status for one of its codes. */
  envelope(code: number | string, message?: string): { status: number; body: string };
  /** Forgets everything but its settings. */
  reset(): void;
}
