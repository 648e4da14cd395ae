import { join } from "node:path";
import { Metadata, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { ConfigureRequest } from "@pulumi/pulumi/proto/provider_pb";
import type { ResourceTable } from "../../../properties";
import type { PluginResource } from "../../../provider/plugin/resources";
import { packedPlugin } from "../../plugin/packed";
import { failureOf } from "./failures";
import type { FrontEnd } from "./FrontEnd";
import { GrpcPlugin, struct, type GrpcCall, type Told } from "./GrpcPlugin";
import type { Plugin, PluginOptions } from "./Plugin";
import { ProviderProcess } from "./ProviderProcess";
import smsMethods from "./smsMethods";
import { Surroundings } from "./Surroundings";
import { isSecret, type Wire } from "./wire";

/** Calls a method by its name, with the bytes of its message. */
export type BytesCall = (name: string, request: Buffer) => Promise<Buffer>;

/** Who a resource is, as the engine knows it and programs of the classes send it. */
interface Identity {
  readonly stack: string;
  readonly project: string;
  readonly name: string;
}

const UNNAMED: Identity = { stack: "dev", project: "sample", name: "brand" };

/** The plugin, in terms of bytes, as the engine calls it; configured. */
export async function smsPlugin(
  call: BytesCall,
  engine: Plugin["engine"],
  { table, config = {} }: PluginOptions,
  end: () => Promise<string> | string,
): Promise<Plugin> {
  const over = overBytes(call);
  await configure(over, config);
  return new GrpcPlugin(engine, over, toldOf(table), end);
}

/** What a BytesCall can reject with. */
export type BytesFailure = Pick<ServiceError, "code" | "details"> & { readonly status?: Buffer | undefined };

function overBytes(call: BytesCall): GrpcCall {
  return async (method, request) => {
    const name = method.path.replace(/^.*\/(\w)/, (_, first: string) => first.toLowerCase());
    try {
      return method.responseDeserialize(await call(name, method.requestSerialize(request)));
    } catch (error) {
      const { code, details, status } = error as BytesFailure;
      const metadata = new Metadata();
      if (status !== undefined) metadata.add("grpc-status-details-bin", Buffer.from(status));
      throw failureOf({ code, details, metadata });
    }
  };
}

function toldOf({ token }: ResourceTable): Told {
  return {
    urnOf: ({ __resource }: Wire) => {
      const { stack, project, name } = (__resource ?? UNNAMED) as Identity;
      return `urn:pulumi:${stack}::${project}::${token}::${name}`;
    },
    kept: ["__resource"],
  };
}

/** The stack's config reaches the plugin as a text in JSON for each vendor, a program's own provider has another name. */
function configure(call: GrpcCall, config: NonNullable<PluginOptions["config"]>): Promise<unknown> {
  const { "pulumi-sms:explicit": explicit, "pulumi-sms:filled": _, ...settings } = config;
  const vendors: { [namespace: string]: { [setting: string]: string } } = {};
  for (const [name, value] of Object.entries(settings)) {
    const [namespace = "", setting = ""] = name.split(":");
    vendors[namespace] = { ...vendors[namespace], [setting]: value };
  }
  const args = Object.fromEntries(Object.entries(vendors).map(([name, each]) => [name, JSON.stringify(each)]));
  const urn = `urn:pulumi:dev::sample::pulumi:providers:sms::${explicit === "true" ? "subsidiary" : "default_0_1_0"}`;
  return call(service.configure, new ConfigureRequest().setUrn(urn).setArgs(struct(args)));
}

async function local(options: PluginOptions): Promise<Plugin> {
  const { folder, table, resource, environment = {} } = options;
  const engine = { logged: [] as string[], warnings: [] as string[], urns: [] as string[] };
  const row: PluginResource | undefined = resource && {
    ...smsMethods.RESOURCES.get(table.token)!,
    load: () => resource,
  };
  const { call, end } = smsMethods(
    ({ warning, text, urn }) => {
      engine.logged.push(text);
      engine.urns.push(urn ?? "");
      if (warning) engine.warnings.push(text);
    },
    row && new Map([[table.token, row]]),
  );
  const surroundings = new Surroundings({ folder, address: "", environment });
  const around: BytesCall = (name, request) => surroundings.around(() => call(name, request));
  return smsPlugin(around, engine, options, () => {
    surroundings.leave();
    end();
    return "";
  });
}

/** The process that is shipped. */
class SmsProcess extends GrpcPlugin {
  constructor(
    private readonly child: ProviderProcess,
    table: ResourceTable,
  ) {
    super(child.engine, child.call, toldOf(table), () => child.stop());
  }

  interrupt(): Promise<number | null> {
    return this.child.interrupt();
  }
}

export async function smsProcess(
  { folder, environment = {} }: Pick<PluginOptions, "folder" | "environment">,
  options: { readonly attached?: boolean } = {},
): Promise<ProviderProcess> {
  const bundle = join(await packedPlugin(), "pulumi-resource-sms");
  return ProviderProcess.start({ command: [process.execPath, bundle], folder, environment, ...options });
}

const settingNamed: FrontEnd["settingNamed"] = (name) => `sms:${name.replace(":", ".")}`;

/** The plugin `sms`. */
export const PLUGIN: FrontEnd = {
  name: "the plugin",
  local,
  process: async (options) => {
    const child = await smsProcess(options);
    await configure(child.call, options.config ?? {});
    return new SmsProcess(child, options.table);
  },
  typeOf: ({ token }) => token,
  sentBeside: () => ({}),
  gateInput: ({ gated }, { text, newest, serving, account, ...others }) => {
    const named: Wire = {
      ...others,
      [gated.text]: text,
      [gated.newest]: newest,
      [gated.serving]: serving,
      accountFingerprint: account,
    };
    // An output that is nothing is not in the state, so a program has none to give.
    return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null && value !== undefined));
  },
  inTheOpen: (properties) => Object.fromEntries(Object.entries(properties).filter(([, value]) => !isSecret(value))),
  settingNamed,
  configured: (name, secret = false) => `pulumi config set ${secret ? "--secret " : ""}--path ${settingNamed(name)}`,
  explicitProvider: "an sms.Provider",
  previewsByCalls: true,
  detailedDiff: true,
  formerNames: false,
};
