import type { Context } from "./context";
import type { Fault } from "./errors";
import type { Value, Values } from "./values";

/** A resource as this package writes it, free of the wire on which an engine calls it. */
export interface Resource {
  /** The type without Pulumi's prefix: `jpush:SmsSignature` for one. */
  readonly type: string;
  /** The settings that it reads, by their full name. */
  readonly settings: readonly string[];
  /** Its outputs that are not inputs: every other key is an input and is echoed. */
  readonly outputs: readonly string[];
  check(context: Context, olds: Values | null, news: Values): Promise<Checked>;
  /** Tells what a create of these inputs, which are free of faults, would do. Changes nothing. */
  previewCreate(context: Context, inputs: Values): Promise<void>;
  diff(context: Context, id: string, olds: Values, news: Values): Promise<Difference>;
  create(context: Context, inputs: Values): Promise<Made>;
  /** What the vendor tells of something that is there and is to become this resource. Changes nothing. */
  import(context: Context, id: string): Promise<Imported>;
  /** Null where it is proven that nothing is there any more. */
  read(context: Context, id: string, state: Values): Promise<Found | null>;
  update(context: Context, id: string, olds: Values, news: Values): Promise<Made>;
  delete(context: Context, id: string, state: Values): Promise<void>;
}

export interface Checked {
  /** As given, or normalised; only those that differ from what was given need to be here. */
  readonly normalised: Values;
  readonly faults: readonly Fault[];
}

export interface Difference {
  /** The inputs that differ from the state's, as the engine compares them. */
  readonly inputs: readonly InputChange[];
  /** There is something to do beyond what the inputs explain. */
  readonly steps: boolean;
  /** An update is expected to leave every output as it is. */
  readonly settled: boolean;
}

export interface InputChange {
  readonly input: string;
  readonly kind: "add" | "delete" | "update";
}

export interface Made {
  readonly id: string;
  readonly outputs: Values;
  /** It exists, and must be saved, but the call did not end well. */
  readonly failure?: Error;
}

export interface Imported {
  readonly id: string;
  /** As a program would declare them: those that the vendor tells. */
  readonly inputs: Values;
  readonly outputs: Values;
}

export interface Found {
  readonly id: string;
  readonly outputs: Values;
  /** Inputs that are not at the vendor as they were declared. */
  readonly drifted: { readonly [input: string]: Value };
}
