import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FrontEnd } from "../provider/support/FrontEnd";
import { HandlerPlugin } from "../provider/support/HandlerPlugin";
import type { Plugin, PluginOptions } from "../provider/support/Plugin";
import { smsPlugin } from "../provider/support/sms";
import { Surroundings } from "../provider/support/Surroundings";
import type { Moment } from "./positions";

export interface Position {
  readonly call: string;
  readonly nth: number;
  readonly moment: Moment;
}

type Message = "reached" | { readonly count: number; readonly value?: unknown; readonly error?: object };

/** The provider in a thread that is ended in a moment of its calls, as a process by SIGKILL: nothing more of it runs. */
export async function mortalPlugin(
  frontEnd: FrontEnd,
  position: Position,
  options: PluginOptions,
  reached: () => void,
): Promise<Plugin> {
  const { folder, table, config = {}, environment = {} } = options;
  const printed: string[] = [];
  const waiting = new Map<number, { succeed: (value: never) => void; fail: (error: object) => void }>();
  const thread = new Worker(join(__dirname, "mortal.js"), {
    workerData: { position, frontEnd: frontEnd.name, handler: table.handler, config },
    env: { PATH: process.env["PATH"], ...environment },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  for (const stream of [thread.stdout, thread.stderr]) stream.on("data", (text) => printed.push(String(text)));
  const failAll = (error: Error) => waiting.forEach(({ fail }) => fail(error));
  thread.on("error", failAll);
  thread.on("message", (message: Message) => {
    if (message === "reached") {
      reached();
      const killed = Object.assign(new Error("the process was killed"), { details: "the process was killed" });
      void thread.terminate().then(() => failAll(killed));
    } else if (message.error !== undefined) {
      waiting.get(message.count)?.fail(Object.assign(new Error(), message.error));
    } else {
      waiting.get(message.count)?.succeed(message.value as never);
    }
  });
  const surroundings = new Surroundings({ folder, address: "", environment });
  const call = (method: string, ...request: readonly unknown[]): Promise<never> =>
    surroundings.around(
      () =>
        new Promise((succeed, fail) => {
          const count = waiting.size;
          waiting.set(count, { succeed, fail });
          thread.postMessage({ count, method, request });
        }),
    );
  const engine = { logged: [], warnings: [], urns: [] };
  const end = async () => {
    await thread.terminate();
    surroundings.leave();
    return printed.join("");
  };
  return frontEnd.name === "the plugin" ? smsPlugin(call, engine, options, end) : new HandlerPlugin(engine, call, end);
}
