import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as grpc from "@grpc/grpc-js";
import { FakeEngine } from "./FakeEngine";
import { failureOf } from "./failures";
import type { GrpcCall } from "./GrpcPlugin";

export interface ProcessOptions {
  /** The executable and its first arguments. */
  readonly command: readonly [executable: string, ...args: string[]];
  /** The program's folder. */
  readonly folder: string;
  readonly environment: { readonly [variable: string]: string };
  /** It was started by somebody else, and is told where the engine is by a call. */
  readonly attached?: boolean;
}

/** In milliseconds: a call that takes longer hangs. */
const LONGEST_CALL = 15_000;

/** A front end's process, spoken to over gRPC as the engine does, and the engine that it speaks to. */
export class ProviderProcess {
  readonly #child: ChildProcess;
  readonly #client: grpc.Client;
  readonly #printed: string[];

  private constructor(
    readonly engine: FakeEngine,
    started: { readonly child: ChildProcess; readonly printed: string[]; readonly port: string },
  ) {
    this.#child = started.child;
    this.#printed = started.printed;
    this.#client = new grpc.Client(`127.0.0.1:${started.port}`, grpc.credentials.createInsecure());
  }

  static async start({ command, folder, environment, attached = false }: ProcessOptions): Promise<ProviderProcess> {
    const engine = await FakeEngine.start();
    const [executable, ...args] = command;
    const child = spawn(executable, [...args, ...(attached ? [] : [engine.address])], {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed: string[] = [];
    const port = await new Promise<string>((resolvePort, reject) => {
      let head: string | null = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        if (head === null) {
          printed.push(text);
          return;
        }
        head += text;
        const end = head.indexOf("\n");
        if (end < 0) return;
        printed.push(head.slice(end + 1));
        resolvePort(head.slice(0, end).trim());
        head = null;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => printed.push(text));
      child.once("exit", () => reject(new Error(`the process ended before it listened:\n${printed.join("")}`)));
    });
    return new ProviderProcess(engine, { child, printed, port });
  }

  /** What it has printed beside its port. */
  get printed(): string {
    return this.#printed.join("");
  }

  readonly call: GrpcCall = (method, request) => {
    const { path, requestSerialize, responseDeserialize } = method;
    const deadline = Date.now() + LONGEST_CALL;
    return new Promise((succeed, fail) => {
      this.#client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        new grpc.Metadata(),
        { deadline },
        (error, response) => {
          if (error !== null) fail(failureOf(error));
          else if (response === undefined) fail(new Error(`${path} answered nothing`));
          else succeed(response);
        },
      );
    });
  };

  /** Interrupts the process as the engine does; resolves with its exit code. */
  async interrupt(): Promise<number | null> {
    const closed = once(this.#child, "close", { signal: AbortSignal.timeout(LONGEST_CALL) });
    this.#child.kill("SIGINT");
    const [code] = (await closed) as [number | null];
    return code;
  }

  /** Ends it and gives all that it printed. */
  async stop(): Promise<string> {
    this.#client.close();
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill("SIGKILL");
      await once(this.#child, "close");
    }
    this.engine.close();
    return this.printed;
  }
}
