import type { handlersOf } from "../../../provider/dynamic/handlers";
import type { Wire } from "./wire";

export interface PluginOptions {
  /** The program's folder, in which `pulumi-sms` resolves. */
  readonly folder: string;
  /** The resource's type in the program, and the handler of that type. */
  readonly type: string;
  readonly handler: keyof ReturnType<typeof handlersOf>;
  /** The stack's config, or an explicit provider's inputs. */
  readonly config?: { readonly [setting: string]: string };
  readonly environment?: { readonly [variable: string]: string };
}

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

/** The provider in one run, as the engine calls it. */
export interface Plugin {
  readonly engine: {
    readonly logged: readonly string[];
    readonly warnings: readonly string[];
    readonly urns: readonly string[];
  };
  check(olds: Wire, news: Wire): Promise<Checked>;
  diff(id: string, olds: Wire, news: Wire): Promise<Difference>;
  create(inputs: Wire): Promise<Made>;
  read(id: string, state: Wire, inputs: Wire): Promise<Read>;
  update(id: string, olds: Wire, news: Wire): Promise<Wire>;
  delete(id: string, state: Wire): Promise<void>;
  /** Ends it and gives all that it printed. */
  stop(): Promise<string>;
}
