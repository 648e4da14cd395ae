import type { Context } from "../context";
import type { Memory } from "../memory";
import type { Resource } from "../resource";
import { sourcesOf } from "../settings/sources";
import type { Config } from "../settings/sources";
import { engineLogIn } from "./engineLog";
import { asError, initialisationError } from "./failures";
import { finishing, interruptIn } from "../engine/interrupt";
import { fromWire, PROVIDER_KEY, toWire } from "../engine/wire";
import type { Wire } from "../engine/wire";

/*
 * What the SDK's dynamic-provider process calls. Its own types are wider (`any`), and are not imported, so that
 * loading this loads nothing.
 */
export interface Handler {
  configure(request: { config: { get(key: string): string | undefined } }): Promise<void>;
  check(olds: Wire, news: Wire): Promise<{ inputs: Wire; failures: { property: string; reason: string }[] }>;
  diff(id: string, olds: Wire, news: Wire): Promise<{ changes?: boolean; replaces: string[] }>;
  create(inputs: Wire): Promise<{ id: string; outs: Wire }>;
  read(id: string, state: Wire): Promise<{ id?: string; props?: Wire; inputs?: Wire }>;
  update(id: string, olds: Wire, news: Wire): Promise<{ outs: Wire }>;
  delete(id: string, state: Wire): Promise<void>;
}

/**
 * Puts a resource on Pulumi's wire.
 * @param load gives the resource when the first call needs it: a process that only loads this module loads no more
 */
export function handlerOf(load: () => Resource, memory: Memory): Handler {
  let readSetting: (name: string) => string | undefined = () => undefined;
  const log = engineLogIn(memory);

  /**
   * Runs one method; whatever it throws becomes an Error that the SDK and the engine can carry.
   * @param places what holds the resource's identity, the program before the state
   */
  const called = <T>(places: readonly Wire[], method: (call: Call) => Promise<T>, isPrinted: boolean): Promise<T> =>
    finishing(memory, safely(places, method, isPrinted));

  async function safely<T>(
    places: readonly Wire[],
    method: (call: Call) => Promise<T>,
    isPrinted: boolean,
  ): Promise<T> {
    try {
      const resource = load();
      return await method({ resource, context: contextOf(resource, places), ...wireOf(resource) });
    } catch (thrown) {
      throw asError(thrown, isPrinted);
    } finally {
      await log.flush();
    }
  }

  function contextOf(resource: Resource, places: readonly Wire[]): Context {
    const { identityIn, urnOf } = require("./identity") as typeof import("./identity");
    const identity = identityIn(places);
    return {
      identity,
      sources: sourcesOf(settingsOf(resource), process.env),
      environment: process.env,
      folder: process.cwd(),
      log: log.of(identity === null ? undefined : urnOf(identity, `pulumi-nodejs:dynamic/${resource.type}`)),
      memory,
      signal: interruptIn(memory),
    };
  }

  function settingsOf(resource: Resource): Config {
    return Object.fromEntries(
      resource.settings.flatMap((name) => {
        const value = readSetting(name);
        return typeof value === "string" ? [[name, value]] : [];
      }),
    );
  }

  return {
    // Must not throw: on refresh the engine calls other methods concurrently. What is wrong is said by the call that needs it.
    configure: async ({ config }) => {
      readSetting = (name) => config.get(name);
    },

    check: (olds, news) =>
      called(
        [news, olds],
        async ({ resource, context, inputsOf }) => {
          const before = Object.keys(inputsOf(olds)).length === 0 ? null : fromWire(inputsOf(olds));
          const given = fromWire(news);
          const { normalised, faults } = await resource.check(context, before, given);
          // The engine asks for no preview of a create, and check is what it calls before.
          if (before === null && faults.length === 0)
            await resource.previewCreate(context, { ...given, ...normalised });
          return {
            inputs: { ...news, ...(toWire(normalised) as Wire) },
            // The engine prints the value of a named property, secret or not: the reason names the input instead.
            failures: faults.map(({ input, reason }) => ({ property: "", reason: `${input}: ${reason}` })),
          };
        },
        true,
      ),

    diff: (id, olds, news) =>
      called(
        [news, olds],
        async ({ resource, context }) => {
          const { inputs, steps } = await resource.diff(context, id, fromWire(olds), fromWire(news));
          // Where inputs explain it, the engine shows which, if it is left to compare them itself.
          if (inputs.length > 0) return { replaces: [] };
          // A state that the plugin `sms` has left lacks the text that a refresh or a destroy needs: an update adds it.
          return { changes: steps || olds[PROVIDER_KEY] === undefined, replaces: [] };
        },
        true,
      ),

    create: (inputs) =>
      called(
        [inputs],
        async ({ resource, context, outsOf }) => {
          const { id, outputs, failure } = await resource.create(context, fromWire(inputs));
          const outs = outsOf(inputs, outputs);
          if (failure !== undefined) throw initialisationError(id, outs, inputs, failure);
          return { id, outs };
        },
        false,
      ),

    read: (id, state) =>
      called(
        [state],
        async ({ resource, context, inputsOf, outsOf }) => {
          const found = await resource.read(context, id, fromWire(state));
          if (found === null) return {};
          return {
            id: found.id,
            props: outsOf(state, found.outputs),
            inputs: { ...inputsOf(state), ...(toWire(found.drifted) as Wire) },
          };
        },
        true,
      ),

    update: (id, olds, news) =>
      called(
        [news, olds],
        async ({ resource, context, outsOf }) => {
          const { outputs, failure } = await resource.update(context, id, fromWire(olds), fromWire(news));
          const outs = outsOf(news, outputs);
          if (failure !== undefined) throw initialisationError(id, outs, news, failure);
          return { outs };
        },
        false,
      ),

    delete: (id, state) =>
      called([state], ({ resource, context }) => resource.delete(context, id, fromWire(state)), true),
  };
}

/** What a method works with, once the resource is loaded. */
interface Call extends ReturnType<typeof wireOf> {
  readonly resource: Resource;
  readonly context: Context;
}

function wireOf(resource: Resource) {
  const isOutput = (key: string) => key === PROVIDER_KEY || resource.outputs.includes(key);
  const inputsOf = (wire: Wire): Wire => Object.fromEntries(Object.entries(wire).filter(([key]) => !isOutput(key)));
  /** Every input is echoed as it came: the engine's assets and secrets are recognised by their key. */
  const outsOf = (inputs: Wire, outputs: object): Wire => ({ ...inputsOf(inputs), ...(toWire(outputs) as Wire) });
  return { inputsOf, outsOf };
}
