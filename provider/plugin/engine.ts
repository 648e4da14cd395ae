import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { print } from "../engine/EngineLog";
import type { Line } from "../engine/EngineLog";

/** The engine that has started this plugin, or attached itself to it. */
export class Engine {
  #client: EngineClient | null = null;

  connect(address: string): void {
    this.#client?.close();
    // The engine is on this machine, and gRPC would go through a proxy of the environment even there.
    this.#client = new EngineClient(address, grpc.credentials.createInsecure(), { "grpc.enable_http_proxy": 0 });
  }

  /** Resolves when the engine has taken the line, or within two seconds where it cannot be reached. */
  async log(line: Line): Promise<void> {
    const client = this.#client;
    if (client === null) {
      print(line);
      return;
    }
    const request = new LogRequest()
      .setSeverity(line.warning ? LogSeverity.WARNING : LogSeverity.INFO)
      .setMessage(line.text)
      .setUrn(line.urn ?? "");
    await new Promise<void>((resolve) => {
      client.log(request, new grpc.Metadata(), { deadline: Date.now() + 2000 }, (error) => {
        if (error !== null) print(line);
        resolve();
      });
    });
  }
}
