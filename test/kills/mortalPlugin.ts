import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { HandlerPlugin, type Call } from "../provider/support/HandlerPlugin";
import type { Plugin, PluginOptions } from "../provider/support/Plugin";
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
  position: Position,
  { folder, handler, config = {}, environment = {} }: PluginOptions,
  reached: () => void,
): Promise<Plugin> {
  const printed: string[] = [];
  const waiting = new Map<number, { succeed: (value: never) => void; fail: (error: Error) => void }>();
  const thread = new Worker(join(__dirname, "mortal.js"), {
    workerData: { position, handler, config },
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
      void thread.terminate().then(() => failAll(new Error("the process was killed")));
    } else if (message.error !== undefined) {
      waiting.get(message.count)?.fail(Object.assign(new Error(), message.error));
    } else {
      waiting.get(message.count)?.succeed(message.value as never);
    }
  });
  const surroundings = new Surroundings({ folder, address: "", environment });
  const call: Call = (method, ...request) =>
    surroundings.around(
      () =>
        new Promise((succeed, fail) => {
          const count = waiting.size;
          waiting.set(count, { succeed, fail });
          thread.postMessage({ count, method, request });
        }),
    );
  return new HandlerPlugin({ logged: [], warnings: [], urns: [] }, call, async () => {
    await thread.terminate();
    surroundings.leave();
    return printed.join("");
  });
}
