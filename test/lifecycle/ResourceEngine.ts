import type { Context, Environment } from "../../provider/context";
import { identityIn } from "../../provider/dynamic/identity";
import { closeAtEnd } from "../../provider/journal/savedRecords";
import type { Ledger } from "../../provider/lifecycle/ledger";
import { Memory } from "../../provider/memory";
import type { Made, Resource } from "../../provider/resource";
import type { SignatureKind } from "../../provider/signature/kind";
import { noteChecked } from "../../provider/signature/reviews";
import { ledgerIn } from "../../provider/signature/session";
import { contextWith, noJournal } from "../support/context";
import { sourcesOf } from "../../provider/settings/sources";
import type { Value, Values } from "../../provider/values";

interface State {
  id: string;
  inputs: Values;
  outputs: Values;
  /** The last call ended as an initialisation error: the engine calls update even without a difference. */
  uninitialised: boolean;
}

/** Calls a resource as Pulumi's engine does, and keeps its state as the engine does, with one resource in it. */
export class ResourceEngine {
  state: State | null = null;
  readonly lines: string[] = [];
  #memory = new Memory();

  constructor(
    private readonly kind: SignatureKind,
    private readonly resource: Resource,
    public settings: { readonly [setting: string]: string } = {},
    private readonly environment: Environment = noJournal(),
  ) {}

  get ledger(): Ledger | null {
    return this.state === null ? null : ledgerIn(this.kind, this.state.outputs);
  }

  /** @param places what tells who the resource is, the program before the state */
  context(...places: readonly Values[]): Context {
    const { environment } = this;
    const sources = sourcesOf(this.settings, {});
    const context = contextWith({ identity: identityIn(places), sources, memory: this.#memory, environment });
    const log = (text: string) => void this.lines.push(text);
    return { ...context, log: { info: log, warning: log } };
  }

  /** The process of the run ends: in order, as the engine tells it, or killed. */
  endRun(inOrder = true): void {
    if (inOrder) closeAtEnd(this.#memory);
    this.#memory = new Memory();
  }

  /** True where an up would call update or create. */
  async differs(inputs: Values): Promise<boolean> {
    if (this.state === null) return true;
    const context = this.context(inputs, this.state.outputs);
    noteChecked(context, null);
    const difference = await this.resource.diff(context, this.state.id, { ...this.state.outputs }, inputs);
    return difference.inputs.length > 0 || difference.steps;
  }

  /** Returns the failure of the run, or null. */
  async up(inputs: Values): Promise<Error | null> {
    const state = this.state;
    if (state === null) {
      return this.#saved(inputs, () => this.resource.create(this.context(inputs), inputs));
    }
    if (!state.uninitialised && !(await this.differs(inputs))) return null;
    return this.#saved(inputs, () =>
      this.resource.update(this.context(inputs, state.outputs), state.id, state.outputs, inputs),
    );
  }

  async refresh(): Promise<Error | null> {
    const state = this.state;
    if (state === null) return null;
    try {
      const found = await this.resource.read(this.context(state.outputs), state.id, state.outputs);
      if (found === null) this.state = null;
      else {
        const inputs = inputsOf(state.outputs, found.outputs);
        const outputs = { ...inputs, ...plain(found.outputs) };
        this.state = {
          id: found.id,
          inputs: { ...inputs, ...found.drifted },
          outputs,
          uninitialised: false,
        };
      }
      return null;
    } catch (error) {
      return error as Error;
    }
  }

  async destroy(): Promise<Error | null> {
    const state = this.state;
    if (state === null) return null;
    try {
      await this.resource.delete(this.context(state.outputs), state.id, state.outputs);
      this.state = null;
      return null;
    } catch (error) {
      return error as Error;
    }
  }

  async #saved(inputs: Values, call: () => Promise<Made>): Promise<Error | null> {
    try {
      const made = await call();
      const failed = made.failure !== undefined;
      this.state = {
        id: this.state?.id ?? made.id,
        // After a failing update the engine keeps the old inputs beside the new outputs.
        inputs: failed && this.state !== null ? this.state.inputs : inputs,
        outputs: { ...inputs, ...plain(made.outputs) },
        uninitialised: failed,
      };
      return made.failure ?? null;
    } catch (error) {
      return error as Error;
    }
  }
}

function inputsOf(echoed: Values, outputs: Values): Values {
  return Object.fromEntries(Object.entries(echoed).filter(([key]) => !(key in outputs)));
}

/** What the engine would save: JSON. */
function plain(values: Values): Values {
  return JSON.parse(JSON.stringify(values)) as { [key: string]: Value };
}
