import type { EngineLog } from "../engine/EngineLog";
import { cancel, interruptIn } from "../engine/interrupt";
import { fromWire } from "../engine/wire";
import type { Wire } from "../engine/wire";
import type { Context, Log } from "../context";
import type { Fault } from "../errors";
import type { Memory } from "../memory";
import type { Difference, Made, Resource } from "../resource";
import type { Sources } from "../settings/sources";
import { InitialisationError } from "./failures";
import { gateFaults } from "./gate";
import { inputsIn, inputsWith, stateOf, unknownOutputs, valuesOf } from "./properties";
import type { Shape } from "./properties";
import { READ_BY, RESOURCES } from "./resources";
import type { PluginResource } from "./resources";
import { sourcesOf } from "./settings";
import type { Values } from "../values";
import { textOf } from "../values";
import { identityOf, typeOf } from "./urn";
import { inPluginsWords } from "./wording";

/** A call that is about one resource. */
export interface ResourceCall {
  readonly urn: string;
  /** In seconds; 0 where the program sets none. */
  readonly timeout?: number;
}

/** A call that may be about none. */
type Call = Omit<ResourceCall, "urn"> & { readonly urn: string | undefined };

type Method<Result> = (called: {
  readonly resource: Resource;
  readonly shape: Shape;
  readonly context: Context;
}) => Promise<Result>;

export interface State {
  readonly id: string;
  readonly properties: Wire;
}

/** The methods of the plugin in terms of properties: what gRPC makes of them stands in `server.ts`. */
export class Provider {
  #sources: Sources = { explicit: null, environment: process.env, config: {} };

  constructor(
    private readonly memory: Memory,
    private readonly log: EngineLog,
    private readonly resources: typeof RESOURCES = RESOURCES,
  ) {}

  configure(config: Wire, urn: string): void {
    this.#sources = sourcesOf(config, urn, process.env);
  }

  /** Ends waits at once; filings that are under way go on. */
  cancel(): void {
    cancel(this.memory);
  }

  check(
    call: ResourceCall,
    olds: Wire,
    news: Wire,
  ): Promise<{ readonly inputs: Wire; readonly faults: readonly Fault[] }> {
    return this.#called(call, async ({ resource, shape, context }) => {
      const before = inputsIn(shape, olds);
      const given = valuesOf(shape, inputsIn(shape, news));
      const ownFaults = shape.gated === undefined ? [] : gateFaults(shape.gated, fromWire(news));
      if (ownFaults.length > 0) return { inputs: inputsWith(shape, news, {}), faults: ownFaults };
      const { normalised, faults } = await resource.check(
        context,
        Object.keys(before).length === 0 ? null : valuesOf(shape, before),
        given,
      );
      return { inputs: inputsWith(shape, news, normalised), faults };
    });
  }

  diff(call: ResourceCall, { id, properties }: State, news: Wire): Promise<Difference> {
    return this.#called(call, ({ resource, shape, context }) =>
      resource.diff(context, id, valuesOf(shape, properties), valuesOf(shape, news)),
    );
  }

  create(call: ResourceCall, news: Wire, preview: boolean): Promise<State> {
    return this.#called(call, async ({ resource, shape, context }) => {
      if (preview) {
        await resource.previewCreate(context, valuesOf(shape, news));
        return { id: "", properties: stateOf(shape, news, unknownOutputs(shape)) };
      }
      return made(shape, news, await resource.create(context, valuesOf(shape, news)));
    });
  }

  update(call: ResourceCall, { id, properties }: State, news: Wire, preview: boolean): Promise<Wire> {
    return this.#called(call, async ({ resource, shape, context }) => {
      const [olds, desired] = [valuesOf(shape, properties), valuesOf(shape, news)];
      if (!preview) return made(shape, news, await resource.update(context, id, olds, desired)).properties;
      const { settled } = await resource.diff(context, id, olds, desired);
      const { accountFingerprint: _, ...outputs } = unknownOutputs(shape);
      const kept: Values = Object.fromEntries(shape.outputs.map((name) => [name, olds[name]]));
      return stateOf(shape, news, settled ? kept : { ...kept, ...outputs });
    });
  }

  /** Null where it is proven that nothing is there any more. */
  read(call: ResourceCall, { id, properties }: State): Promise<(State & { readonly inputs: Wire }) | null> {
    return this.#called(call, async ({ resource, shape, context }) => {
      const found = await resource.read(context, id, valuesOf(shape, properties));
      if (found === null) return null;
      return {
        id: found.id,
        properties: stateOf(shape, properties, found.outputs),
        inputs: inputsWith(shape, properties, found.drifted),
      };
    });
  }

  import(call: ResourceCall, id: string): Promise<State & { readonly inputs: Wire }> {
    return this.#called(call, async ({ resource, shape, context }) => {
      const found = await resource.import(context, id);
      const inputs = inputsWith(shape, {}, found.inputs);
      return { id: found.id, properties: stateOf(shape, inputs, found.outputs), inputs };
    });
  }

  delete(call: ResourceCall, { id, properties }: State): Promise<void> {
    return this.#called(call, ({ resource, shape, context }) =>
      resource.delete(context, id, valuesOf(shape, properties)),
    );
  }

  /** Reads what nobody has to declare: `sms:jpush:getSignature` and the like. */
  async invoke(token: string, args: Wire): Promise<{ readonly result: Wire; readonly faults: readonly Fault[] }> {
    const { id, ...others } = fromWire(args);
    const faults = [
      ...(typeof id === "string" && id !== ""
        ? []
        : [{ input: "id", reason: "it is missing: give the signature's id" }]),
      ...Object.keys(others).map((input) => ({ input, reason: "is no argument of this function: it takes id" })),
    ];
    if (faults.length > 0) return { result: {}, faults };
    const call: Call = { urn: undefined };
    return this.#of(READ_BY.get(token), `function ${token}`, call, async ({ resource, shape, context }) => {
      const found = await resource.read(context, textOf(id), {});
      return { result: stateOf(shape, {}, found?.outputs ?? {}), faults: [] };
    });
  }

  #called<Result>(call: ResourceCall, method: Method<Result>): Promise<Result> {
    const type = typeOf(call.urn);
    return this.#of(this.resources.get(type), `resource of the type ${type}`, call, method);
  }

  async #of<Result>(
    found: PluginResource | undefined,
    what: string,
    call: Call,
    method: Method<Result>,
  ): Promise<Result> {
    if (found === undefined) throw new Error(`This version of the package sms has no ${what}.`);
    try {
      const resource = found.load();
      const shape = { ...found, outputs: resource.outputs };
      return await method({ resource, shape, context: this.#contextOf(call) });
    } finally {
      await this.log.flush();
    }
  }

  #contextOf({ urn, timeout = 0 }: Call): Context {
    return {
      identity: urn === undefined ? null : identityOf(urn),
      sources: this.#sources,
      environment: process.env,
      folder: process.cwd(),
      log: wordedFor(this.log.of(urn)),
      memory: this.memory,
      signal: interruptIn(this.memory),
      timeout: timeout > 0 ? timeout * 1000 : undefined,
    };
  }
}

function made(shape: Shape, news: Wire, { id, outputs, failure }: Made): State {
  const properties = stateOf(shape, news, outputs);
  if (failure !== undefined) throw new InitialisationError(id, properties, failure);
  return { id, properties };
}

function wordedFor(log: Log): Log {
  return { info: (text) => log.info(inPluginsWords(text)), warning: (text) => log.warning(inPluginsWords(text)) };
}
