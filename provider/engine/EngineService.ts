import type * as grpc from "@grpc/grpc-js";
import type { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as messages from "@pulumi/pulumi/proto/engine_pb";
import { print } from "./EngineLog";
import type { Line } from "./EngineLog";

/** The parts of the SDK and of its gRPC library; each front end has them from somewhere else. */
export interface Library extends Pick<typeof messages, "LogRequest" | "LogSeverity"> {
  readonly EngineClient: new (address: string, credentials: grpc.ChannelCredentials, options: object) => EngineClient;
  readonly grpc: Pick<typeof grpc, "credentials" | "Metadata">;
}

/** In milliseconds. */
const LONGEST_CALL = 2000;

/** The engine's own services, at the address that it gives to a plugin. */
export class EngineService {
  readonly #client: EngineClient;

  constructor(
    private readonly library: Library,
    address: string,
  ) {
    // The engine is on this machine, and gRPC would go through a proxy of the environment even there.
    const options = { "grpc.enable_http_proxy": 0 };
    this.#client = new library.EngineClient(address, library.grpc.credentials.createInsecure(), options);
  }

  /** Resolves when the engine has taken the line, or when it is printed, since the engine could not be reached. */
  log(line: Line): Promise<void> {
    const { LogRequest, LogSeverity, grpc } = this.library;
    const request = new LogRequest()
      .setSeverity(line.warning ? LogSeverity.WARNING : LogSeverity.INFO)
      .setMessage(line.text)
      .setUrn(line.urn ?? "");
    return new Promise((resolve) => {
      this.#client.log(request, new grpc.Metadata(), { deadline: Date.now() + LONGEST_CALL }, (error) => {
        if (error !== null) print(line);
        resolve();
      });
    });
  }

  close(): void {
    this.#client.close();
  }
}
