import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { print } from "../engine/EngineLog";
import type { Line } from "../engine/EngineLog";
import { EngineService } from "../engine/EngineService";

/** The engine that has started this plugin, or attached itself to it. */
export class Engine {
  #service: EngineService | null = null;

  connect(address: string): void {
    this.#service?.close();
    this.#service = new EngineService({ EngineClient, LogRequest, LogSeverity, grpc }, address);
  }

  /** Resolves when the line has arrived somewhere. */
  async log(line: Line): Promise<void> {
    if (this.#service === null) print(line);
    else await this.#service.log(line);
  }
}
