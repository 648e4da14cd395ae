import { isDeepStrictEqual } from "node:util";
import type { ApprovalTable, ResourceTable } from "../../properties";
import type { Context } from "../../provider/context";
import type { Memory } from "../../provider/memory";
import type { Made, Resource } from "../../provider/resource";
import type { Value, Values } from "../../provider/values";
import { InitialisationFailure } from "../provider/support/failures";
import type { FrontEnd } from "../provider/support/FrontEnd";
import type { Plugin } from "../provider/support/Plugin";
import { elided, withoutSecrecy, type Wire } from "../provider/support/wire";

const IDENTITY = { organization: "organization", project: "sample", stack: "dev", name: "brand" };

/**
 * A resource that is reached through a front end: whoever calls it calls what the engine would call there. Each Memory
 * is a run with a process of its own. No value may be unknown: the resource given and the front end are two modules.
 */
export class OverFrontEnd implements Resource {
  readonly type: string;
  readonly settings: readonly string[];
  readonly outputs: readonly string[];
  #run: { readonly memory: Memory; readonly settings: string; readonly plugin: Promise<Plugin> } | null = null;
  /** How many of the run's lines were passed on. */
  #told = 0;

  constructor(
    private readonly frontEnd: FrontEnd,
    private readonly resource: Resource,
    private readonly table: ResourceTable | ApprovalTable,
  ) {
    ({ type: this.type, settings: this.settings, outputs: this.outputs } = resource);
  }

  check(context: Context, olds: Values | null, news: Values) {
    return this.#called(context, async (plugin) => {
      const { inputs, failures } = await plugin.check(olds === null ? {} : this.#wire(olds), this.#wire(news));
      const faults = failures.map(({ reason }) => {
        const [input = "", ...words] = reason.split(": ");
        return { input, reason: words.join(": ") };
      });
      return { normalised: this.#inputsIn(inputs), faults };
    });
  }

  previewCreate(context: Context, inputs: Values) {
    return this.#called(context, async (plugin) => {
      if (this.frontEnd.previewsByCalls) await plugin.create(this.#wire(inputs), true);
      else await plugin.check({}, this.#wire(inputs));
    });
  }

  diff(context: Context, id: string, olds: Values, news: Values) {
    return this.#called(context, async (plugin) => {
      const difference = await plugin.diff(id, elided(this.#wire(olds)), elided(this.#wire(news)));
      return { inputs: [], steps: difference !== "none", settled: false };
    });
  }

  create(context: Context, inputs: Values) {
    return this.#called(context, (plugin) => this.#made(() => plugin.create(this.#wire(inputs))));
  }

  import(): Promise<never> {
    return Promise.reject(new Error("not every front end has an import"));
  }

  read(context: Context, id: string, state: Values) {
    return this.#called(context, async (plugin) => {
      const inputs = this.#inputsIn(this.#wire(state));
      const found = await plugin.read(id, elided(this.#wire(state)), elided(this.#wire(inputs)));
      if (found.id === "") return null;
      const drifted = Object.entries(this.#inputsIn(found.inputs ?? {})).filter(
        ([name, value]) => !isDeepStrictEqual(value, inputs[name]),
      );
      return { id: found.id, outputs: this.#outputsIn(found.outs), drifted: Object.fromEntries(drifted) };
    });
  }

  update(context: Context, id: string, olds: Values, news: Values) {
    return this.#called(context, (plugin) =>
      this.#made(async () => ({ id, outs: await plugin.update(id, elided(this.#wire(olds)), this.#wire(news)) })),
    );
  }

  delete(context: Context, id: string, state: Values) {
    return this.#called(context, (plugin) => plugin.delete(id, elided(this.#wire(state))));
  }

  /** Ends the run in order. */
  async end(): Promise<void> {
    const run = this.#run;
    this.#run = null;
    this.#told = 0;
    await (await run?.plugin)?.stop();
  }

  async #called<Result>(context: Context, call: (plugin: Plugin) => Promise<Result>): Promise<Result> {
    const plugin = await this.#pluginOf(context);
    try {
      return await call(plugin);
    } finally {
      const { logged } = plugin.engine;
      logged.slice(this.#told).forEach((line) => context.log.info(line));
      this.#told = logged.length;
    }
  }

  async #pluginOf({ memory, sources, environment, folder }: Context): Promise<Plugin> {
    const settings = JSON.stringify(sources.config);
    if (this.#run === null || this.#run.memory !== memory || this.#run.settings !== settings) {
      const { frontEnd, table, resource } = this;
      const ended = this.end();
      const plugin = ended.then(() =>
        frontEnd.local({
          folder,
          table,
          resource,
          config: sources.config as { [setting: string]: string },
          environment: environment as { [variable: string]: string },
        }),
      );
      this.#run = { memory, settings, plugin };
    }
    return this.#run.plugin;
  }

  async #made(call: () => Promise<{ readonly id: string; readonly outs: Wire }>): Promise<Made> {
    try {
      const { id, outs } = await call();
      return { id, outputs: this.#outputsIn(outs) };
    } catch (failure) {
      if (!(failure instanceof InitialisationFailure)) throw failure;
      return { id: failure.id, outputs: this.#outputsIn(failure.properties), failure };
    }
  }

  /** What the engine has of the resource. */
  #wire(values: Values): Wire {
    const { signature } = values;
    const gated = "gated" in this.table && signature !== undefined;
    return {
      ...values,
      ...(gated ? { signature: this.frontEnd.gateInput(this.table, signature as Wire) } : {}),
      __resource: IDENTITY,
      ...this.frontEnd.sentBeside(this.table),
    };
  }

  /** An output that is nothing is not in every front end's state. */
  #outputsIn(properties: Wire): Values {
    const nothing = Object.fromEntries(this.outputs.map((name) => [name, null]));
    return { ...nothing, ...this.#picked(properties, (name) => this.outputs.includes(name)) };
  }

  #inputsIn(properties: Wire): Values {
    return this.#picked(properties, (name) => !this.outputs.includes(name) && !name.startsWith("__"));
  }

  #picked(properties: Wire, isWanted: (name: string) => boolean): Values {
    const entries = Object.entries(withoutSecrecy(properties)).filter(([name]) => isWanted(name));
    return Object.fromEntries(entries) as { [name: string]: Value };
  }
}
