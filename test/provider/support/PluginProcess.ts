import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { preloading } from "../../../tools/hermetic";
import { FakeEngine } from "./FakeEngine";
import { failureOf } from "./failures";
import type { Checked, Difference, Made, Plugin, PluginOptions, Read } from "./Plugin";
import type { Wire } from "./wire";

const DYNAMIC_PROVIDER = resolve(__dirname, "../../../node_modules/@pulumi/pulumi/cmd/dynamic-provider/index.js");

/** In milliseconds: a call that takes longer hangs. */
const LONGEST_CALL = 15_000;

/** The SDK's real plugin process, spoken to over gRPC as the engine does. */
export class PluginProcess implements Plugin {
  readonly #child: ChildProcess;
  readonly #client: grpc.Client;
  readonly #printed: string[];
  readonly #urn: string;

  private constructor(
    readonly engine: FakeEngine,
    started: { readonly child: ChildProcess; readonly printed: string[]; readonly port: string; readonly type: string },
  ) {
    this.#urn = `urn:pulumi:dev::sample::pulumi-nodejs:dynamic/${started.type}::brand`;
    this.#child = started.child;
    this.#printed = started.printed;
    this.#client = new grpc.Client(`127.0.0.1:${started.port}`, grpc.credentials.createInsecure());
  }

  static async start({ folder, type, config = {}, environment = {} }: PluginOptions): Promise<PluginProcess> {
    const engine = await FakeEngine.start();
    const env = {
      PATH: process.env["PATH"] ?? "",
      PULUMI_NODEJS_PROJECT: "sample",
      NODE_OPTIONS: preloading(),
      ...environment,
    };
    const child = spawn(process.execPath, [DYNAMIC_PROVIDER, engine.address], {
      cwd: folder,
      env,
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
      child.once("exit", () => reject(new Error(`the plugin ended before it listened:\n${printed.join("")}`)));
    });
    const plugin = new PluginProcess(engine, { child, printed, port, type });
    await plugin.#configure(config);
    return plugin;
  }

  /** Interrupts the process as the engine does at a second interrupt of the run; resolves with its exit code. */
  async interrupt(): Promise<number | null> {
    const closed = once(this.#child, "close", { signal: AbortSignal.timeout(LONGEST_CALL) });
    this.#child.kill("SIGINT");
    const [code] = (await closed) as [number | null];
    return code;
  }

  async stop(): Promise<string> {
    this.#client.close();
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill("SIGKILL");
      await once(this.#child, "close");
    }
    this.engine.close();
    return this.#printed.join("");
  }

  async check(olds: Wire, news: Wire): Promise<Checked> {
    const request = new provider.CheckRequest().setUrn(this.#urn).setOlds(struct(olds)).setNews(struct(news));
    const response = await this.#call(ResourceProviderService.check, request);
    return {
      inputs: plain(response.getInputs()),
      failures: response.getFailuresList().map((each) => ({ property: each.getProperty(), reason: each.getReason() })),
    };
  }

  async diff(id: string, olds: Wire, news: Wire): Promise<Difference> {
    const request = new provider.DiffRequest().setId(id).setUrn(this.#urn).setOlds(struct(olds)).setNews(struct(news));
    const response = await this.#call(ResourceProviderService.diff, request);
    if (response.getReplacesList().length > 0) throw new Error("a difference never replaces");
    const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
    const changes = response.getChanges();
    return changes === DIFF_NONE ? "none" : changes === DIFF_SOME ? "some" : "left to the engine";
  }

  async create(inputs: Wire): Promise<Made> {
    const request = new provider.CreateRequest().setUrn(this.#urn).setProperties(struct(inputs));
    const response = await this.#call(ResourceProviderService.create, request);
    return { id: response.getId(), outs: plain(response.getProperties()) };
  }

  async read(id: string, state: Wire, inputs: Wire): Promise<Read> {
    const request = new provider.ReadRequest()
      .setId(id)
      .setUrn(this.#urn)
      .setProperties(struct(state))
      .setInputs(struct(inputs));
    const response = await this.#call(ResourceProviderService.read, request);
    return {
      id: response.getId(),
      outs: plain(response.getProperties()),
      inputs: response.hasInputs() ? plain(response.getInputs()) : null,
    };
  }

  async update(id: string, olds: Wire, news: Wire): Promise<Wire> {
    const request = new provider.UpdateRequest()
      .setId(id)
      .setUrn(this.#urn)
      .setOlds(struct(olds))
      .setNews(struct(news));
    const response = await this.#call(ResourceProviderService.update, request);
    return plain(response.getProperties());
  }

  async delete(id: string, state: Wire): Promise<void> {
    const request = new provider.DeleteRequest().setId(id).setUrn(this.#urn).setProperties(struct(state));
    await this.#call(ResourceProviderService.delete, request);
  }

  async #configure(config: { readonly [setting: string]: string }): Promise<void> {
    const request = new provider.ConfigureRequest().setArgs(struct(config)).setAcceptsecrets(true);
    await this.#call(ResourceProviderService.configure, request);
  }

  #call<Request, Response>(method: grpc.MethodDefinition<Request, Response>, request: Request): Promise<Response> {
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
  }
}

function struct(properties: Wire): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
}

function plain(properties: Struct | undefined): Wire {
  return properties?.toJavaScript() ?? {};
}
