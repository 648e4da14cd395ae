import type { Memory } from "./memory";
import type { Sources } from "./settings/sources";

/** What surrounds one call of the engine. A front end makes it; nothing behind it knows of Pulumi's wire. */
export interface Context {
  /** Who the resource is; null where the program does not tell. */
  readonly identity: Identity | null;
  /** Where settings can stand, the strongest place first. */
  readonly sources: Sources;
  readonly environment: Environment;
  /** The program's folder: what documents' paths are relative to. */
  readonly folder: string;
  readonly log: Log;
  readonly memory: Memory;
  /** Aborted when a person interrupts the run. Ends waits, never a filing that is under way. */
  readonly signal: AbortSignal;
  /** How long the program lets the call take, in milliseconds; absent where the engine does not tell. Ends waits alone. */
  readonly timeout?: number | undefined;
}

/** Which resource of which stack. */
export interface Identity {
  readonly organization?: string | undefined;
  readonly project: string;
  readonly stack: string;
  /** The component that the resource is in, by its URN or as far as it is told: names are unique only within one. */
  readonly parent?: string | undefined;
  readonly name: string;
  /** Its former names: those that its aliases give, and the one that the state was saved under. */
  readonly formerNames: readonly string[];
}

export type Environment = { readonly [name: string]: string | undefined };

/** Tells the person who reads the run. A line that was logged in this process is not logged again. */
export interface Log {
  info(text: string): void;
  /** Asks for something to be done or known. */
  warning(text: string): void;
}
