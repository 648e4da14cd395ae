import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { EngineLog } from "../engine/EngineLog";
import { finishing } from "../engine/interrupt";
import type { Fault } from "../errors";
import type { Memory } from "../memory";
import type { Difference, InputChange } from "../resource";
import { Engine } from "./engine";
import { callFailure } from "./failures";
import { Provider } from "./Provider";
import { configFaults, withSecretSettings } from "./settings";
import { structOf, wireOf } from "./structs";
import { inPluginsWords } from "./wording";

/** What the plugin says of itself. */
export interface Description {
  readonly version: string;
  /** In JSON. */
  readonly schema: string;
}

/** As large as the engine's own. */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

/**
 * Serves the engine on a free port of the loopback.
 * @param address the engine's; absent where it attaches itself
 * @returns the port
 */
export function serve(memory: Memory, describe: () => Description, address: string | undefined): Promise<number> {
  const engine = new Engine();
  if (address !== undefined) engine.connect(address);
  const server = new grpc.Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  const provider = new Provider(memory, new EngineLog((line) => engine.log(line)));
  // The methods that are not here end as unimplemented.
  server.addService(ResourceProviderService, methodsOf(provider, engine, describe, memory) as IResourceProviderServer);
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

/** The methods by their names in the protocol. */
export function methodsOf(
  provider: Provider,
  engine: Engine,
  describe: () => Description,
  memory: Memory,
): Partial<IResourceProviderServer> {
  const method =
    <Request, Response>(answer: (request: Request) => Promise<Response>): grpc.handleUnaryCall<Request, Response> =>
    ({ request }, callback) => {
      finishing(memory, answer(request)).then(
        (response) => callback(null, response),
        (thrown: unknown) => callback(callFailure(thrown)),
      );
    };
  const empty = new Empty();

  return {
    handshake: method(async (request: proto.ProviderHandshakeRequest) => {
      if (request.getEngineAddress() !== "") engine.connect(request.getEngineAddress());
      return new proto.ProviderHandshakeResponse().setAcceptSecrets(true);
    }),

    attach: method(async (request: PluginAttach) => {
      engine.connect(request.getAddress());
      return empty;
    }),

    getPluginInfo: method(async () => new PluginInfo().setVersion(describe().version)),

    getSchema: method(async () => new proto.GetSchemaResponse().setSchema(describe().schema)),

    checkConfig: method(async (request: proto.CheckRequest) => {
      const config = wireOf(request.getNews());
      return new proto.CheckResponse()
        .setInputs(structOf(withSecretSettings(config)))
        .setFailuresList(failures(configFaults(config)));
    }),

    // Another account is refused where it is met: a replacement would delete what another account has.
    diffConfig: method(async () => new proto.DiffResponse()),

    configure: method(async (request: proto.ConfigureRequest) => {
      provider.configure(wireOf(request.getArgs()), request.getUrn() ?? "");
      return new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),

    check: method(async (request: proto.CheckRequest) => {
      const { inputs, faults } = await provider.check(
        { urn: request.getUrn() },
        wireOf(request.getOlds()),
        wireOf(request.getNews()),
      );
      return new proto.CheckResponse().setInputs(structOf(inputs)).setFailuresList(failures(faults));
    }),

    diff: method(async (request: proto.DiffRequest) => {
      const state = { id: request.getId(), properties: wireOf(request.getOlds()) };
      return difference(await provider.diff({ urn: request.getUrn() }, state, wireOf(request.getNews())));
    }),

    create: method(async (request: proto.CreateRequest) => {
      const call = { urn: request.getUrn(), timeout: request.getTimeout() };
      const { id, properties } = await provider.create(call, wireOf(request.getProperties()), request.getPreview());
      return new proto.CreateResponse().setId(id).setProperties(structOf(properties));
    }),

    read: method(async (request: proto.ReadRequest) => {
      const call = { urn: request.getUrn(), timeout: request.getTimeout() };
      const state = { id: request.getId(), properties: wireOf(request.getProperties()) };
      // An import has no inputs; a program that reads a resource gives some, though they may be empty.
      const found = request.hasInputs() ? await provider.read(call, state) : await provider.import(call, state.id);
      if (found === null) return new proto.ReadResponse();
      return new proto.ReadResponse()
        .setId(found.id)
        .setProperties(structOf(found.properties))
        .setInputs(structOf(found.inputs));
    }),

    update: method(async (request: proto.UpdateRequest) => {
      const call = { urn: request.getUrn(), timeout: request.getTimeout() };
      const state = { id: request.getId(), properties: wireOf(request.getOlds()) };
      const outputs = await provider.update(call, state, wireOf(request.getNews()), request.getPreview());
      return new proto.UpdateResponse().setProperties(structOf(outputs));
    }),

    delete: method(async (request: proto.DeleteRequest) => {
      const call = { urn: request.getUrn(), timeout: request.getTimeout() };
      await provider.delete(call, { id: request.getId(), properties: wireOf(request.getProperties()) });
      return empty;
    }),

    invoke: method(async (request: proto.InvokeRequest) => {
      const { result, faults } = await provider.invoke(request.getTok(), wireOf(request.getArgs()));
      return new proto.InvokeResponse().setReturn(structOf(result)).setFailuresList(failures(faults));
    }),

    cancel: method(async () => {
      provider.cancel();
      return empty;
    }),
  };
}

/** The engine prints the value of a named property, secret or not: the reason names the input instead. */
function failures(faults: readonly Fault[]): proto.CheckFailure[] {
  return faults.map(({ input, reason }) => new proto.CheckFailure().setReason(inPluginsWords(`${input}: ${reason}`)));
}

const KINDS: { readonly [kind in InputChange["kind"]]: proto.PropertyDiff.Kind } = {
  add: proto.PropertyDiff.Kind.ADD,
  delete: proto.PropertyDiff.Kind.DELETE,
  update: proto.PropertyDiff.Kind.UPDATE,
};

function difference({ inputs, steps }: Difference): proto.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
  const response = new proto.DiffResponse()
    .setChanges(inputs.length > 0 || steps ? DIFF_SOME : DIFF_NONE)
    .setDiffsList(inputs.map(({ input }) => input))
    .setHasdetaileddiff(true);
  for (const { input, kind } of inputs)
    response.getDetaileddiffMap().set(input, new proto.PropertyDiff().setKind(KINDS[kind]).setInputdiff(true));
  return response;
}
