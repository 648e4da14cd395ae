import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type * as handler from "../../../provider/dynamic/handler";
import type * as handlers from "../../../provider/dynamic/handlers";
import type * as savedRecords from "../../../provider/journal/savedRecords";
import type * as memories from "../../../provider/memory";
import { providerText } from "../../../sdk/providerText";
import { preloading } from "../../../tools/hermetic";
import { FakeEngine } from "./FakeEngine";
import type { FrontEnd } from "./FrontEnd";
import { GrpcPlugin, struct } from "./GrpcPlugin";
import { HandlerPlugin, type Call } from "./HandlerPlugin";
import type { Plugin, PluginOptions } from "./Plugin";
import { ProviderProcess } from "./ProviderProcess";
import { Surroundings } from "./Surroundings";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { ConfigureRequest } from "@pulumi/pulumi/proto/provider_pb";

// As it is published: the sources' own dynamic imports name compiled files.
const compiled = (file: string): unknown =>
  createRequire(__filename)(join(resolve(__dirname, "../../../dist/provider"), file));
const { handlerOf } = compiled("dynamic/handler.js") as typeof handler;
const { handlersOf } = compiled("dynamic/handlers.js") as typeof handlers;
const { closeAtEnd } = compiled("journal/savedRecords.js") as typeof savedRecords;
const { Memory } = compiled("memory.js") as typeof memories;

const DYNAMIC_PROVIDER = resolve(__dirname, "../../../node_modules/@pulumi/pulumi/cmd/dynamic-provider/index.js");

/** The only keys under which private values may stand in a state, where the engine encrypts them: the classes say so. */
const SECRETS = ["legalPersonName", "legalPersonIdNumber"];

const typeOf: FrontEnd["typeOf"] = ({ type }) => `pulumi-nodejs:dynamic/${type}`;

async function local(options: PluginOptions): Promise<Plugin> {
  const { folder, table, resource, config = {}, environment = {} } = options;
  const engine = await FakeEngine.start();
  const memory = new Memory();
  const served =
    resource === undefined
      ? handlersOf(memory)[table.handler as keyof ReturnType<typeof handlersOf>]
      : handlerOf(() => resource, memory);
  await served.configure({ config: { get: (key) => config[key] } });
  const surroundings = new Surroundings({ folder, address: engine.address, environment });
  const call: Call = (method, ...request) =>
    surroundings.around(() => (served[method] as (...given: readonly unknown[]) => Promise<never>)(...request));
  return new HandlerPlugin(engine, call, () => {
    surroundings.leave();
    engine.close();
    // As at the interrupt with which the engine ends a run in order.
    closeAtEnd(memory);
    return "";
  });
}

/** The SDK's process, which evaluates the text in the state. */
class DynamicProvider extends GrpcPlugin {
  constructor(
    private readonly child: ProviderProcess,
    type: string,
  ) {
    const told = { urnOf: () => `urn:pulumi:dev::sample::${type}::brand`, kept: [] };
    super(child.engine, child.call, told, () => child.stop());
  }

  interrupt(): Promise<number | null> {
    return this.child.interrupt();
  }
}

/** The classes, which are dynamic resources. */
export const CLASSES: FrontEnd = {
  name: "the classes",
  local,
  process: async ({ folder, table, config = {}, environment = {} }) => {
    const child = await ProviderProcess.start({
      command: [process.execPath, DYNAMIC_PROVIDER],
      folder,
      environment: { PULUMI_NODEJS_PROJECT: "sample", NODE_OPTIONS: preloading(), ...environment },
    });
    await child.call(service.configure, new ConfigureRequest().setArgs(struct(config)).setAcceptsecrets(true));
    return new DynamicProvider(child, typeOf(table));
  },
  typeOf,
  sentBeside: ({ handler: name }) => ({ __provider: providerText(name) }),
  gateInput: (_table, told) => told,
  inTheOpen: (properties) => Object.fromEntries(Object.entries(properties).filter(([key]) => !SECRETS.includes(key))),
  settingNamed: (name) => name,
  configured: (name, secret = false) => `pulumi config set ${secret ? "--secret " : ""}${name}`,
  explicitProvider: "new JPushProvider",
  previewsByCalls: false,
  detailedDiff: false,
  formerNames: true,
};
