import { EngineLog, print } from "../engine/EngineLog";
import type { Line } from "../engine/EngineLog";
import type { Memory } from "../memory";

/** One for each process. */
export function engineLogIn(memory: Memory): EngineLog {
  return memory.of(newEngineLog);
}

const newEngineLog = (): EngineLog => new EngineLog(send);

/** The engine gives its address to each plugin process of a run as the first argument; undefined where there is none. */
function engineAddress(): string | undefined {
  const address = process.argv[2];
  return address !== undefined && /^[\w.[\]:-]+:\d+$/.test(address) ? address : undefined;
}

async function send(line: Line): Promise<void> {
  const address = engineAddress();
  if (address === undefined) {
    print(line);
    return;
  }
  try {
    const { engineServiceAt } = require("./engineService") as typeof import("./engineService");
    await engineServiceAt(address).log(line);
  } catch {
    print(line);
  }
}
