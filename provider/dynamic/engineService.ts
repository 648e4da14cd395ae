import { createRequire } from "node:module";
import { EngineService } from "../engine/EngineService";
import type { Library } from "../engine/EngineService";

/*
 * The plugin process runs the SDK and its gRPC library already, so both are taken from there: this package depends on
 * no gRPC of its own.
 */
const sdk = createRequire(require.resolve("@pulumi/pulumi/package.json"));

const services = new Map<string, EngineService>();

export function engineServiceAt(address: string): EngineService {
  let service = services.get(address);
  if (service === undefined) {
    const library = {
      ...(sdk("@pulumi/pulumi/proto/engine_grpc_pb") as Pick<Library, "EngineClient">),
      ...(sdk("@pulumi/pulumi/proto/engine_pb") as Pick<Library, "LogRequest" | "LogSeverity">),
      grpc: sdk("@grpc/grpc-js") as Library["grpc"],
    };
    service = new EngineService(library, address);
    services.set(address, service);
  }
  return service;
}
