import * as grpc from "@grpc/grpc-js";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { GetRootResourceResponse, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** The engine's side of a run: what plugins log there is what its user reads. */
export class FakeEngine {
  /** Everything that was logged, whatever its severity. */
  readonly logged: string[] = [];
  readonly warnings: string[] = [];
  /** The resource of each line; empty where a line names none. */
  readonly urns: string[] = [];
  readonly #server = new grpc.Server();
  #port = 0;

  static async start(): Promise<FakeEngine> {
    const engine = new FakeEngine();
    const log: IEngineServer["log"] = ({ request }, callback) => {
      engine.logged.push(request.getMessage());
      engine.urns.push(request.getUrn());
      if (request.getSeverity() === LogSeverity.WARNING) engine.warnings.push(request.getMessage());
      callback(null, new Empty());
    };
    const getRootResource: IEngineServer["getRootResource"] = (_call, callback) => {
      callback(null, new GetRootResourceResponse().setUrn("urn:pulumi:dev::sample::pulumi:pulumi:Stack::sample-dev"));
    };
    engine.#server.addService(EngineService, { log, getRootResource });
    engine.#port = await new Promise<number>((resolve, reject) => {
      engine.#server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    return engine;
  }

  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  close(): void {
    this.#server.forceShutdown();
  }
}
