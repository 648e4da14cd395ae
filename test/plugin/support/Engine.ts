import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Wire } from "../../provider/support/wire";
import { packedPlugin } from "./packed";

export interface EngineOptions {
  /** The program's folder. */
  readonly folder: string;
  readonly environment?: { readonly [variable: string]: string };
}

/** In milliseconds: a call that takes longer hangs. */
const LONGEST_CALL = 15_000;

/** The engine's side of one plugin process: calls its methods over gRPC, and takes its log. */
export class Engine {
  /** `<name>: <text>`, with `warning: ` before a warning. */
  readonly logged: string[] = [];
  readonly #server = new grpc.Server();
  #child: ChildProcess | undefined;
  #client: grpc.Client | undefined;
  #printed = "";
  #address = "";

  /**
   * @param attached the plugin was started by somebody else, and is told where the engine is
   * @param executable a plugin that holds its own Node, in the place of the bundle
   */
  static async start(
    { folder, environment = {} }: EngineOptions,
    { attached = false, executable }: { readonly attached?: boolean; readonly executable?: string } = {},
  ): Promise<Engine> {
    const engine = new Engine();
    await engine.#listen();
    const bundle = [process.execPath, join(await packedPlugin(), "pulumi-resource-sms")];
    const [command = "", ...args] = executable === undefined ? bundle : [executable];
    const child = spawn(command, [...args, ...(attached ? [] : [engine.#address])], {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    engine.#child = child;
    const print = (text: string) => {
      engine.#printed += text;
      child.emit("printed");
    };
    child.stdout.setEncoding("utf8").on("data", print);
    child.stderr.setEncoding("utf8").on("data", print);
    while (!engine.#printed.includes("\n")) {
      const ended = once(child, "exit").then(() => {
        throw new Error(`the plugin ended before it listened: ${engine.#printed}`);
      });
      await Promise.race([once(child, "printed"), ended]);
    }
    const port = engine.#printed.trim();
    engine.#client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    return engine;
  }

  get address(): string {
    return this.#address;
  }

  /** What the plugin has printed beside its port. */
  get printed(): string {
    return this.#printed.split("\n").slice(1).join("\n");
  }

  /** Calls one method: `ResourceProviderService.check` and the like. */
  call<Request, Response>(method: grpc.MethodDefinition<Request, Response>, request: Request): Promise<Response> {
    const client = this.#client;
    if (client === undefined) throw new Error("the plugin is not running");
    const { path, requestSerialize, responseDeserialize } = method;
    const deadline = Date.now() + LONGEST_CALL;
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, { deadline }, (error, response) => {
        if (error !== null) reject(error);
        else if (response === undefined) reject(new Error(`${path} answered nothing`));
        else resolve(response);
      });
    });
  }

  /** Interrupts the process as the engine does when a run has ended, and gives its exit code. */
  async interrupt(): Promise<number | null> {
    if (this.#child === undefined) throw new Error("the plugin is not running");
    const ended = once(this.#child, "exit", { signal: AbortSignal.timeout(LONGEST_CALL) });
    this.#child.kill("SIGINT");
    const [code] = (await ended) as [number | null];
    return code;
  }

  async stop(): Promise<void> {
    this.#client?.close();
    const child = this.#child;
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    this.#server.forceShutdown();
  }

  async #listen(): Promise<void> {
    const log: IEngineServer["log"] = ({ request }, callback) => {
      const warning = request.getSeverity() === LogSeverity.WARNING ? "warning: " : "";
      this.logged.push(`${warning}${request.getUrn().split("::").at(-1)}: ${request.getMessage()}`);
      callback(null, new Empty());
    };
    this.#server.addService(EngineService, { log });
    const port = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    this.#address = `127.0.0.1:${port}`;
  }
}

export function struct(properties: Wire): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
}

export function plain(properties: Struct | undefined): Wire {
  return properties?.toJavaScript() ?? {};
}

export const urnOf = (type: string, name: string, parents = ""): string =>
  `urn:pulumi:dev::sample::${parents}${type}::${name}`;
