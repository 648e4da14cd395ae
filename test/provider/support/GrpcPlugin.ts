import type * as grpc from "@grpc/grpc-js";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { InitialisationFailure } from "./failures";
import type { Checked, Difference, Made, Plugin, Read } from "./Plugin";
import type { Wire } from "./wire";

/** Calls one method of Pulumi's protocol, wherever that is served. */
export type GrpcCall = <Request, Response>(
  method: grpc.MethodDefinition<Request, Response>,
  request: Request,
) => Promise<Response>;

/** What a front end is told of a resource, and what only the engine and the program know of it. */
export interface Told {
  /** Who the resource is. */
  urnOf(properties: Wire): string;
  /** Keys that are not sent, and that the engine's properties keep. */
  readonly kept: readonly string[];
}

/** A provider that is called by the messages of Pulumi's protocol. */
export class GrpcPlugin implements Plugin {
  constructor(
    readonly engine: Plugin["engine"],
    private readonly call: GrpcCall,
    private readonly told: Told,
    private readonly end: () => Promise<string> | string,
  ) {}

  async check(olds: Wire, news: Wire): Promise<Checked> {
    const request = new proto.CheckRequest().setUrn(this.told.urnOf(news));
    const response = await this.call(service.check, request.setOlds(this.#sent(olds)).setNews(this.#sent(news)));
    return {
      inputs: this.#received(response.getInputs(), news),
      failures: response.getFailuresList().map((each) => ({ property: each.getProperty(), reason: each.getReason() })),
    };
  }

  async diff(id: string, olds: Wire, news: Wire): Promise<Difference> {
    const request = new proto.DiffRequest().setId(id).setUrn(this.told.urnOf(news));
    const response = await this.call(service.diff, request.setOlds(this.#sent(olds)).setNews(this.#sent(news)));
    if (response.getReplacesList().length > 0) throw new Error("a difference never replaces");
    const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
    const changes = response.getChanges();
    return changes === DIFF_NONE ? "none" : changes === DIFF_SOME ? "some" : "left to the engine";
  }

  async create(inputs: Wire, preview = false): Promise<Made> {
    const request = new proto.CreateRequest().setUrn(this.told.urnOf(inputs)).setProperties(this.#sent(inputs));
    const response = await this.#made(this.call(service.create, request.setPreview(preview)), inputs);
    return { id: response.getId(), outs: this.#received(response.getProperties(), inputs) };
  }

  async read(id: string, state: Wire, inputs: Wire | null): Promise<Read> {
    const request = new proto.ReadRequest().setId(id).setUrn(this.told.urnOf(state));
    if (inputs !== null) request.setInputs(this.#sent(inputs));
    const response = await this.call(service.read, request.setProperties(this.#sent(state)));
    return {
      id: response.getId(),
      outs: this.#received(response.getProperties(), state),
      inputs: response.hasInputs() ? this.#received(response.getInputs(), state) : null,
    };
  }

  async update(id: string, olds: Wire, news: Wire, preview = false): Promise<Wire> {
    const request = new proto.UpdateRequest().setId(id).setUrn(this.told.urnOf(news)).setPreview(preview);
    const response = await this.#made(
      this.call(service.update, request.setOlds(this.#sent(olds)).setNews(this.#sent(news))),
      news,
    );
    return this.#received(response.getProperties(), news);
  }

  async delete(id: string, state: Wire): Promise<void> {
    const request = new proto.DeleteRequest().setId(id).setUrn(this.told.urnOf(state));
    await this.call(service.delete, request.setProperties(this.#sent(state)));
  }

  async stop(): Promise<string> {
    return this.end();
  }

  #sent(properties: Wire): Struct {
    return struct(Object.fromEntries(Object.entries(properties).filter(([key]) => !this.told.kept.includes(key))));
  }

  #received(properties: Struct | undefined, known: Wire): Wire {
    const kept = this.told.kept.flatMap((key) => (key in known ? [[key, known[key]] as const] : []));
    return { ...plain(properties), ...Object.fromEntries(kept) };
  }

  async #made<Response>(answer: Promise<Response>, known: Wire): Promise<Response> {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof InitialisationFailure)) throw error;
      throw new InitialisationFailure(error.id, this.#received(struct(error.properties), known), error.reasons);
    }
  }
}

export function struct(properties: Wire): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
}

export function plain(properties: Struct | undefined): Wire {
  return properties?.toJavaScript() ?? {};
}
