import type { ResourceTable } from "../../../properties";
import type { Resource } from "../../../provider/resource";
import type { Wire } from "./wire";

export interface PluginOptions {
  /** The program's folder, in which `pulumi-sms` resolves. */
  readonly folder: string;
  readonly table: ResourceTable;
  /** Serves the table's type in the place of the provider's own resource, where the plugin runs in the process of the tests. */
  readonly resource?: Resource | undefined;
  /** The stack's config, or an explicit provider's inputs, as the classes name them. */
  readonly config?: { readonly [setting: string]: string };
  readonly environment?: { readonly [variable: string]: string };
}

/** Starts the provider of one run. */
export type Start = (options: PluginOptions) => Promise<Plugin>;

export type Difference = "none" | "some" | "left to the engine";

export interface Checked {
  readonly inputs: Wire;
  readonly failures: readonly { property: string; reason: string }[];
}

export interface Made {
  readonly id: string;
  readonly outs: Wire;
}

export interface Read {
  /** Empty where nothing is there any more. */
  readonly id: string;
  readonly outs: Wire;
  readonly inputs: Wire | null;
}

/**
 * The provider in one run, as the engine calls it. What a resource's properties hold as `__resource` is who it is: the
 * engine knows it, and tells it to a front end by its URN.
 */
export interface Plugin {
  readonly engine: {
    readonly logged: readonly string[];
    readonly warnings: readonly string[];
    readonly urns: readonly string[];
  };
  check(olds: Wire, news: Wire): Promise<Checked>;
  diff(id: string, olds: Wire, news: Wire): Promise<Difference>;
  /** @param preview nothing is to be done but told */
  create(inputs: Wire, preview?: boolean): Promise<Made>;
  /** @param inputs null in an import */
  read(id: string, state: Wire, inputs: Wire | null): Promise<Read>;
  update(id: string, olds: Wire, news: Wire, preview?: boolean): Promise<Wire>;
  delete(id: string, state: Wire): Promise<void>;
  /** Ends it and gives all that it printed. */
  stop(): Promise<string>;
}
