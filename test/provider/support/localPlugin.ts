import { createRequire } from "node:module";
import { join, resolve, sep } from "node:path";
import type { Handler } from "../../../provider";
import type * as dynamic from "../../../provider/dynamic/handler";
import type { Resource } from "../../../provider/resource";
import { FakeEngine } from "./FakeEngine";
import { HandlerPlugin, type Call } from "./HandlerPlugin";
import type { Plugin, PluginOptions } from "./Plugin";
import { Surroundings } from "./Surroundings";

const PROVIDER = resolve(__dirname, "../../../dist/provider") + sep;
const load = createRequire(__filename);

const MODULES: { readonly [handler: string]: string } = {
  jpushSmsSignature: "jpush/resource.js",
  huaweiSmsSignature: "huawei/resource.js",
};

/** A handler of a process that has just started: it remembers nothing of any other. */
function freshHandler(name: string): Handler {
  for (const file of Object.keys(load.cache)) if (file.startsWith(PROVIDER)) delete load.cache[file];
  const { handlerOf } = load(join(PROVIDER, "dynamic/handler.js")) as typeof dynamic;
  return handlerOf(async () => {
    const resources = load(join(PROVIDER, MODULES[name] ?? "")) as { readonly [handler: string]: Resource };
    const resource = resources[name];
    if (resource === undefined) throw new Error(`there is no handler ${name}`);
    return resource;
  });
}

/** The provider in the process of the tests, as new as a process that has just started. */
export async function localPlugin(options: PluginOptions): Promise<Plugin> {
  const { folder, config = {}, environment = {} } = options;
  const engine = await FakeEngine.start();
  const handler = freshHandler(options.handler);
  await handler.configure({ config: { get: (key) => config[key] } });
  const surroundings = new Surroundings({ folder, address: engine.address, environment });
  const call: Call = (method, ...request) =>
    surroundings.around(() => (handler[method] as (...given: readonly unknown[]) => Promise<never>)(...request));
  return new HandlerPlugin(engine, call, () => {
    surroundings.leave();
    engine.close();
    return "";
  });
}
