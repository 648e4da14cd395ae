import { createRequire } from "node:module";
import type { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as engine from "@pulumi/pulumi/proto/engine_pb";

/*
 * The engine's log service. The plugin process runs the SDK and its gRPC library already, so both are taken from
 * there: this package depends on no gRPC of its own.
 */
const sdk = createRequire(require.resolve("@pulumi/pulumi/package.json"));

const clients = new Map<string, EngineClient>();

function clientOf(address: string): EngineClient {
  let client = clients.get(address);
  if (client === undefined) {
    const { EngineClient } = sdk("@pulumi/pulumi/proto/engine_grpc_pb") as {
      EngineClient: new (address: string, credentials: unknown, options: object) => EngineClient;
    };
    const grpc = sdk("@grpc/grpc-js") as { credentials: { createInsecure(): unknown } };
    // The engine is on this machine, and gRPC would go through a proxy of the environment even there.
    client = new EngineClient(address, grpc.credentials.createInsecure(), { "grpc.enable_http_proxy": 0 });
    clients.set(address, client);
  }
  return client;
}

/** Resolves when the engine has taken the line; rejects when it cannot be reached within two seconds. */
export function log(
  address: string,
  { warning, text, urn }: { readonly warning: boolean; readonly text: string; readonly urn: string | undefined },
): Promise<void> {
  const messages = sdk("@pulumi/pulumi/proto/engine_pb") as typeof engine;
  const request = new messages.LogRequest();
  request.setSeverity(warning ? messages.LogSeverity.WARNING : messages.LogSeverity.INFO);
  request.setMessage(text);
  if (urn !== undefined) request.setUrn(urn);
  return new Promise((resolve, reject) => {
    clientOf(address).log(
      request,
      { deadline: Date.now() + 2000 } as never,
      ((error: Error | null) => (error === null ? resolve() : reject(error))) as never,
    );
  });
}
