import type { Context as Surroundings } from "./context";
import type { Fault } from "./errors";
import type { Value, Values } from "./values";

/** A resource as this package writes it, free of the wire on which the engine calls it. */
export interface Resource {
  /** The settings it reads. */
  readonly settings: readonly string[];
  /** Its outputs that are not inputs: every other key is an input and is echoed. */
  readonly outputs: readonly string[];
  check(context: Context, olds: Values | null, news: Values): Promise<Checked>;
  diff(context: Context, id: string, olds: Values, news: Values): Promise<Difference>;
  create(context: Context, inputs: Values): Promise<Made>;
  /** Null where it is proven that nothing is there any more. */
  read(context: Context, id: string, state: Values): Promise<Found | null>;
  update(context: Context, id: string, olds: Values, news: Values): Promise<Made>;
  delete(context: Context, id: string, state: Values): Promise<void>;
}

export interface Context extends Pick<Surroundings, "sources" | "environment" | "folder" | "memory"> {
  /** Tells the person who reads the run; a sentence that was said in this process is not said again. */
  readonly say: (line: { readonly warning: boolean; readonly text: string }) => void;
  /** The same in all processes of one run, of which there is one for each provider; undefined where nobody can tell. */
  readonly run?: string | undefined;
}

export interface Checked {
  /** As given, or normalised; only those that differ from what was given need to be here. */
  readonly normalised: Values;
  readonly faults: readonly Fault[];
}

export interface Difference {
  /** Some input differs from the state's. */
  readonly inputs: boolean;
  /** There is something to do at the vendor. */
  readonly steps: boolean;
}

export interface Made {
  readonly id: string;
  readonly outputs: Values;
  /** It exists, and must be saved, but the call did not end well. */
  readonly failure?: Error;
}

export interface Found {
  readonly id: string;
  readonly outputs: Values;
  /** Inputs that are not at the vendor as they were declared. */
  readonly drifted: { readonly [input: string]: Value };
}
