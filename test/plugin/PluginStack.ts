import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { ProgramFolder } from "../provider/support/ProgramFolder";
import { plain, struct } from "../provider/support/GrpcPlugin";
import type { ProviderProcess } from "../provider/support/ProviderProcess";
import { JPUSH_SAMPLE } from "../provider/support/Sample";
import { APP_KEY, MASTER_SECRET } from "../provider/support/samples";
import { Vendor } from "../provider/support/Vendor";
import { smsProcess } from "../provider/support/sms";
import { fileAsset, isSecret, type Wire } from "../provider/support/wire";

export const SIGNATURE = "sms:jpush:Signature";
export const GATE = "sms:jpush:SignatureApproval";

export const urnOf = (type: string, name: string, parents = ""): string =>
  `urn:pulumi:dev::sample::${parents}${type}::${name}`;

export interface State {
  readonly id: string;
  readonly properties: Wire;
}

/** One plugin process with the emulated vendor, spoken to as the engine does. */
export class PluginStack {
  private constructor(
    readonly process: ProviderProcess,
    readonly vendor: Vendor,
    readonly folder: ProgramFolder,
  ) {}

  static async make(options: { readonly attached?: boolean } = {}): Promise<PluginStack> {
    const folder = await ProgramFolder.make();
    for (const { path, content } of Object.values(JPUSH_SAMPLE.documents)) await folder.write(path, content);
    const environment = { PULUMI_SMS_JOURNAL: `${folder.path}/journal` };
    const process = await smsProcess({ folder: folder.path, environment }, options);
    return new PluginStack(process, await Vendor.start("jpush"), folder);
  }

  /** What was logged, each line with its resource's name before it. */
  get logged(): readonly string[] {
    const { logged, urns } = this.process.engine;
    return logged.map((text, index) => `${urns[index]?.split("::").at(-1)}: ${text}`);
  }

  /** The stack's config as the engine gives it: one secret text in JSON. */
  async configure(changes: Wire = {}): Promise<void> {
    const jpush = { appKey: APP_KEY, masterSecret: MASTER_SECRET, endpoint: this.vendor.url, ...changes };
    await this.configureWith({ jpush: JSON.stringify(jpush) }, "default");
  }

  async configureWith(config: Wire, name: string): Promise<void> {
    const urn = `urn:pulumi:dev::sample::pulumi:providers:sms::${name}`;
    await this.process.call(service.configure, new proto.ConfigureRequest().setUrn(urn).setArgs(struct(config)));
  }

  /** Everything a company has to declare. */
  inputs(changes: Wire = {}): Wire {
    const { documents, inputs } = JPUSH_SAMPLE;
    const assets = Object.entries(documents).map(([input, { path }]) => [input, fileAsset(this.folder.path, path)]);
    return { ...inputs, ...Object.fromEntries(assets), ...changes };
  }

  async check(type: string, olds: Wire, news: Wire): Promise<{ inputs: Wire; failures: Wire[] }> {
    const request = new proto.CheckRequest().setUrn(urnOf(type, "brand")).setOlds(struct(olds)).setNews(struct(news));
    const response = await this.process.call(service.check, request);
    return { inputs: plain(response.getInputs()), failures: response.getFailuresList().map((each) => each.toObject()) };
  }

  async create(type: string, inputs: Wire, options: { preview?: boolean; timeout?: number } = {}): Promise<State> {
    const request = new proto.CreateRequest()
      .setUrn(urnOf(type, "brand"))
      .setProperties(struct(inputs))
      .setPreview(options.preview ?? false)
      .setTimeout(options.timeout ?? 0);
    const response = await this.process.call(service.create, request);
    return { id: response.getId(), properties: plain(response.getProperties()) };
  }

  async diff(type: string, { id, properties }: State, news: Wire): Promise<proto.DiffResponse> {
    const request = new proto.DiffRequest().setUrn(urnOf(type, "brand")).setId(id);
    return this.process.call(service.diff, request.setOlds(struct(properties)).setNews(struct(news)));
  }

  async update(type: string, { id, properties }: State, news: Wire, preview = false): Promise<Wire> {
    const request = new proto.UpdateRequest().setUrn(urnOf(type, "brand")).setId(id).setPreview(preview);
    const response = await this.process.call(service.update, request.setOlds(struct(properties)).setNews(struct(news)));
    return plain(response.getProperties());
  }

  cancel(): Promise<Empty> {
    return this.process.call(service.cancel, new Empty());
  }

  async close(): Promise<void> {
    await this.process.stop();
    await this.vendor.close();
    await this.folder.remove();
  }
}

/** What stands in the place of a secret. */
export function secretIn(value: unknown): unknown {
  if (!isSecret(value)) throw new Error(`no secret: ${JSON.stringify(value)}`);
  return value.value;
}

/** A test that gets a plugin of its own. */
export function withPlugin(
  test: (stack: PluginStack) => Promise<void>,
  options?: { readonly attached?: boolean },
): () => Promise<void> {
  return async () => {
    const stack = await PluginStack.make(options);
    try {
      await test(stack);
    } finally {
      await stack.close();
    }
  };
}
