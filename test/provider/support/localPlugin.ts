import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type * as handlers from "../../../provider/dynamic/handlers";
import type * as savedRecords from "../../../provider/journal/savedRecords";
import type * as memories from "../../../provider/memory";
import { FakeEngine } from "./FakeEngine";
import { HandlerPlugin, type Call } from "./HandlerPlugin";
import type { Plugin, PluginOptions } from "./Plugin";
import { Surroundings } from "./Surroundings";

// As it is published: the sources' own dynamic imports name compiled files.
const compiled = (file: string): unknown =>
  createRequire(__filename)(join(resolve(__dirname, "../../../dist/provider"), file));
const { handlersOf } = compiled("dynamic/handlers.js") as typeof handlers;
const { closeAtEnd } = compiled("journal/savedRecords.js") as typeof savedRecords;
const { Memory } = compiled("memory.js") as typeof memories;

/** The provider in the process of the tests, as new as a process that has just started. */
export async function localPlugin(options: PluginOptions): Promise<Plugin> {
  const { folder, config = {}, environment = {} } = options;
  const engine = await FakeEngine.start();
  const memory = new Memory();
  const handler = handlersOf(memory)[options.handler];
  await handler.configure({ config: { get: (key) => config[key] } });
  const surroundings = new Surroundings({ folder, address: engine.address, environment });
  const call: Call = (method, ...request) =>
    surroundings.around(() => (handler[method] as (...given: readonly unknown[]) => Promise<never>)(...request));
  return new HandlerPlugin(engine, call, () => {
    surroundings.leave();
    engine.close();
    // As at the interrupt with which the engine ends a run in order.
    closeAtEnd(memory);
    return "";
  });
}
