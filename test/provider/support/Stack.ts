import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { EmulatorOptions } from "sms-emulator";
import type { Resource } from "../../../provider/resource";
import { CLASSES } from "./classes";
import { CheckFailure, InitialisationFailure } from "./failures";
import type { FrontEnd } from "./FrontEnd";
import type { Plugin, PluginOptions, Start } from "./Plugin";
import { PrivacyWatch } from "./PrivacyWatch";
import { ProgramFolder } from "./ProgramFolder";
import { JPUSH_SAMPLE, type Sample } from "./Sample";
import { hoursAgo } from "./time";
import { Vendor } from "./Vendor";
import { elided, fileAsset, isSecret, secret, withoutSecrecy, type Wire } from "./wire";

export interface State {
  readonly id: string;
  readonly inputs: Wire;
  readonly outputs: Wire;
  /** It was made, but not to the end: the next up calls update whatever diff says. */
  readonly unfinished: boolean;
}

export type Operation = "create" | "update" | "same";

export interface StackOptions {
  /** @default JPush's */
  readonly sample?: Sample;
  readonly config?: PluginOptions["config"];
  readonly environment?: PluginOptions["environment"];
  /** @default the classes */
  readonly frontEnd?: FrontEnd;
  /** Serves the signature in the place of the provider's own resource. */
  readonly resource?: Resource;
  /** Starts each run's provider, in the process of the tests by default. */
  readonly plugin?: Start;
  readonly emulator?: EmulatorOptions;
}

/**
 * One signature in a program, its state kept as the engine keeps it, the provider in a process of its own or as new as
 * in one, and the vendor emulated. Closing it fails if anything private was seen on the way.
 */
export class Stack {
  state: State | null = null;
  readonly frontEnd: FrontEnd;
  readonly #watch: PrivacyWatch;
  #plugin: Promise<Plugin> | null = null;
  #options: StackOptions;

  private constructor(
    readonly vendor: Vendor,
    readonly folder: ProgramFolder,
    private readonly sample: Sample,
    options: StackOptions,
  ) {
    this.#options = options;
    this.frontEnd = options.frontEnd ?? CLASSES;
    this.#watch = new PrivacyWatch(this.frontEnd);
  }

  static async make(options: StackOptions = {}): Promise<Stack> {
    const folder = await ProgramFolder.make();
    const { sample = JPUSH_SAMPLE } = options;
    for (const { path, content } of Object.values(sample.documents)) await folder.write(path, content);
    return new Stack(await Vendor.start(sample.emulated, options.emulator), folder, sample, options);
  }

  /** Everything a company has to declare, and what the front end's programs add; undefined takes an input away. */
  inputs(changes: Wire = {}): Wire {
    const { documents, table } = this.sample;
    // Only of what is not given otherwise: a program that names no file needs none.
    const needed = Object.entries(documents).filter(([input]) => !(input in changes));
    const inputs: Wire = {
      ...this.sample.inputs,
      ...Object.fromEntries(needed.map(([input, { path }]) => [input, fileAsset(this.folder.path, path)])),
      __resource: { project: "sample", stack: "dev", name: "brand" },
      ...changes,
      ...this.frontEnd.sentBeside(table),
    };
    return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
  }

  /** What a program reads; the test fails where there is no state. */
  get outputs(): Wire {
    return this.asRead(this.existing.outputs);
  }

  /** Properties as a program reads them: an output that is absent is null. */
  asRead(properties: Wire): Wire {
    const nothing = Object.fromEntries(Object.keys(this.sample.table.outputs).map((name) => [name, null]));
    return { ...nothing, ...withoutSecrecy(properties) };
  }

  output(name: string): unknown {
    return this.outputs[name];
  }

  get id(): string {
    return this.existing.id;
  }

  get existing(): State {
    if (this.state === null) throw new Error("there is nothing in the state");
    return this.state;
  }

  /** As if the runs so far had been so much earlier. */
  async age(hours: number): Promise<void> {
    const earlier = hoursAgo(hours);
    this.keepLedger(JSON.parse(earlier(JSON.stringify(this.output("__ledger")))));
    await this.folder.rewrite("journal", earlier);
  }

  /** Puts another ledger into the state. */
  keepLedger(ledger: unknown): void {
    const { outputs } = this.existing;
    const __ledger = isSecret(outputs["__ledger"]) ? secret(ledger) : ledger;
    this.state = { ...this.existing, outputs: { ...outputs, __ledger } };
  }

  /** As if there had been no run yet. */
  async forget(): Promise<void> {
    this.state = null;
    await this.folder.rewrite("journal", () => "");
  }

  /** Ends the run: the next call is of another one, with a process of its own and the options given. */
  async nextRun(options: StackOptions = {}): Promise<void> {
    const plugin = await this.#plugin;
    this.#plugin = null;
    this.#options = { ...this.#options, ...options };
    if (plugin === null) return;
    this.#watch.see("what was printed", await plugin.stop());
    this.#watch.see("the engine's log", ...plugin.engine.logged);
  }

  /** The lines of this run so far; a call does not end before the engine has its lines. */
  async lines(): Promise<string> {
    return (await this.plugin()).engine.logged.join("\n");
  }

  /** Those of them that are warnings. */
  async warnings(): Promise<string> {
    return (await this.plugin()).engine.warnings.join("\n");
  }

  /** What a preview calls; nothing is kept. */
  async preview(changes: Wire = {}): Promise<{ readonly operation: Operation; readonly inputs: Wire }> {
    return this.#watched(async (plugin) => {
      const inputs = await this.#checked(plugin, changes);
      const operation = await this.#operation(plugin, inputs);
      if (this.frontEnd.previewsByCalls) {
        if (operation === "create") await plugin.create(inputs, true);
        if (operation === "update") await plugin.update(this.id, elided(this.existing.outputs), inputs, true);
      }
      return { operation, inputs };
    });
  }

  async up(changes: Wire = {}): Promise<Operation> {
    return this.#watched(async (plugin) => {
      const inputs = await this.#checked(plugin, changes);
      const operation = await this.#operation(plugin, inputs);
      if (operation === "create") await this.#create(plugin, inputs);
      if (operation === "update") await this.#update(plugin, inputs);
      return operation;
    });
  }

  async refresh(): Promise<void> {
    const { id, inputs, outputs } = this.existing;
    await this.#read(id, outputs, inputs);
  }

  async destroy(): Promise<void> {
    await this.#watched(async (plugin) => {
      await plugin.delete(this.id, elided(this.existing.outputs));
      this.state = null;
    });
  }

  /** `pulumi import`, which knows the id alone. */
  async import(id: number | string): Promise<void> {
    const { __resource } = this.inputs();
    await this.#read(String(id), { __resource }, null);
  }

  /** The plugin itself, for what only another engine would do. */
  plugin(): Promise<Plugin> {
    this.#plugin ??= this.anotherProcess();
    return this.#plugin;
  }

  /** A further process of the same run, as each provider has one. */
  anotherProcess(): Promise<Plugin> {
    const { config = {}, environment, resource, plugin = this.frontEnd.local } = this.#options;
    return plugin({
      folder: this.folder.path,
      table: this.sample.table,
      resource,
      config: { ...this.sample.config(this.vendor.url), ...config },
      environment: { PULUMI_SMS_JOURNAL: join(this.folder.path, "journal"), ...environment },
    });
  }

  async close(): Promise<void> {
    await this.nextRun();
    await this.vendor.close();
    this.#watch.see("the journal", ...(await this.folder.read("journal")));
    await this.folder.remove();
    this.#watch.verdict();
  }

  async #watched<Result>(call: (plugin: Plugin) => Promise<Result>): Promise<Result> {
    try {
      return await call(await this.plugin());
    } catch (error) {
      if (error instanceof Error) this.#watch.see("an error", error.message);
      throw error;
    } finally {
      if (this.state !== null) this.#watch.seeState(this.state);
    }
  }

  async #read(id: string, outputs: Wire, inputs: Wire | null): Promise<void> {
    await this.#watched(async (plugin) => {
      const found = await plugin.read(id, elided(outputs), inputs && elided(inputs));
      this.state =
        found.id === ""
          ? null
          : { id: found.id, inputs: found.inputs ?? inputs ?? {}, outputs: found.outs, unfinished: false };
    });
  }

  async #checked(plugin: Plugin, changes: Wire): Promise<Wire> {
    const { inputs, failures } = await plugin.check(this.state?.inputs ?? {}, this.inputs(changes));
    if (failures.length > 0) throw new CheckFailure(failures);
    return inputs;
  }

  async #operation(plugin: Plugin, inputs: Wire): Promise<Operation> {
    if (this.state === null) return "create";
    const difference = await plugin.diff(this.id, elided(this.state.outputs), elided(inputs));
    const differs =
      difference === "left to the engine"
        ? !isDeepStrictEqual(elided(this.state.inputs), elided(inputs))
        : difference === "some";
    return differs || this.state.unfinished ? "update" : "same";
  }

  async #create(plugin: Plugin, inputs: Wire): Promise<void> {
    try {
      const { id, outs } = await plugin.create(inputs);
      this.state = { id, inputs, outputs: outs, unfinished: false };
    } catch (error) {
      if (error instanceof InitialisationFailure)
        this.state = { id: error.id, inputs, outputs: error.properties, unfinished: true };
      throw error;
    }
  }

  async #update(plugin: Plugin, inputs: Wire): Promise<void> {
    try {
      this.state = {
        id: this.id,
        inputs,
        outputs: await plugin.update(this.id, elided(this.existing.outputs), inputs),
        unfinished: false,
      };
    } catch (error) {
      // As the engine does it: the old inputs, whatever id the error names.
      if (error instanceof InitialisationFailure)
        this.state = { ...this.existing, outputs: error.properties, unfinished: true };
      throw error;
    }
  }
}

/** A test that gets a stack of its own. */
export function withStack(test: (stack: Stack) => Promise<void>, options?: StackOptions): () => Promise<void> {
  return async () => {
    const stack = await Stack.make(options);
    try {
      await test(stack);
    } finally {
      await stack.close();
    }
  };
}
