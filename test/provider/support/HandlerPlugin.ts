import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Handler } from "../../../provider";
import { CallFailure, InitialisationFailure } from "./failures";
import type { Checked, Difference, Made, Plugin, Read } from "./Plugin";
import type { Wire } from "./wire";

export type Method = Exclude<keyof Handler, "configure">;

/** Calls one method of a handler, wherever that runs. */
export type Call = <Name extends Method>(
  method: Name,
  ...request: Parameters<Handler[Name]>
) => Promise<Awaited<ReturnType<Handler[Name]>>>;

/** What the SDK's plugin process makes of a handler's methods, without a process and without gRPC. */
export class HandlerPlugin implements Plugin {
  readonly #printed: string[] = [];

  constructor(
    readonly engine: Plugin["engine"],
    private readonly call: Call,
    private readonly end: () => Promise<string> | string,
  ) {}

  async check(olds: Wire, news: Wire): Promise<Checked> {
    const { inputs, failures } = await this.#failingAs("shown", this.call("check", sent(olds), sent(news)));
    return { inputs: received({ ...inputs, __provider: news["__provider"] }), failures };
  }

  async diff(id: string, olds: Wire, news: Wire): Promise<Difference> {
    const { changes, replaces } = await this.#failingAs("shown", this.call("diff", id, sent(olds), sent(news)));
    if (replaces.length > 0) throw new Error("a difference never replaces");
    return changes === undefined ? "left to the engine" : changes ? "some" : "none";
  }

  async create(inputs: Wire): Promise<Made> {
    const { id, outs } = await this.#failingAs("carried", this.call("create", sent(inputs)));
    return { id, outs: received({ ...outs, __provider: inputs["__provider"] }) };
  }

  async read(id: string, state: Wire, _inputs: Wire): Promise<Read> {
    const found = await this.#failingAs("shown", this.call("read", id, sent(state)));
    const provider = { __provider: state["__provider"] };
    return {
      id: found.id ?? "",
      outs: received({ ...found.props, ...provider }),
      inputs: found.inputs === undefined ? null : received({ ...found.inputs, ...provider }),
    };
  }

  async update(id: string, olds: Wire, news: Wire): Promise<Wire> {
    const { outs } = await this.#failingAs("carried", this.call("update", id, sent(olds), sent(news)));
    return received({ ...outs, __provider: news["__provider"] });
  }

  async delete(id: string, state: Wire): Promise<void> {
    await this.#failingAs("shown", this.call("delete", id, sent(state)));
  }

  async stop(): Promise<string> {
    return [...this.#printed, await this.end()].join("\n");
  }

  /** Some methods' errors the SDK prints, of the others' it carries all that the engine saves. */
  async #failingAs<Result>(how: "shown" | "carried", answer: Promise<Result>): Promise<Result> {
    try {
      return await answer;
    } catch (thrown) {
      const error = thrown as Error & { id?: string; properties?: Wire; reasons?: readonly string[] };
      if (how === "shown") this.#printed.push(`${String(error)}: ${error.stack}`);
      if (how === "shown" || !error.id) throw new CallFailure(error.message);
      throw new InitialisationFailure(error.id, received(error.properties ?? {}), error.reasons ?? []);
    }
  }
}

function sent(properties: Wire): Wire {
  return JSON.parse(JSON.stringify(properties)) as Wire;
}

/** As protobuf carries it: it fails where there is more than data. */
function received(properties: Wire): Wire {
  return Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]).toJavaScript();
}
