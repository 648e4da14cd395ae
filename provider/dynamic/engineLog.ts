import type { Log } from "../context";
import type { Memory } from "../memory";

interface Line {
  readonly warning: boolean;
  readonly text: string;
  /** Of the resource that the line is about; undefined where it is not known. */
  readonly urn: string | undefined;
}

/**
 * Speaks to the person who reads the run, through the engine's own log: what is printed would be shown too, but not in
 * its order with the warnings, not under its resource, and nothing would tell when it has arrived.
 */
export class EngineLog {
  readonly #logged = new Set<string>();
  #sent: Promise<void> = Promise.resolve();

  /** Of one resource. A line that was logged before is not logged again. */
  of(urn: string | undefined): Log {
    const log = (warning: boolean) => (text: string) => {
      const key = `${urn ?? ""} ${text}`;
      if (this.#logged.has(key)) return;
      this.#logged.add(key);
      const line = { warning, text, urn };
      this.#sent = this.#sent.then(() => send(line));
    };
    return { info: log(false), warning: log(true) };
  }

  /** Resolves when everything logged so far has reached the engine: a call must not end before. */
  flush(): Promise<void> {
    return this.#sent;
  }
}

/** One for each process. */
export function engineLogIn(memory: Memory): EngineLog {
  return memory.of(newEngineLog);
}

const newEngineLog = (): EngineLog => new EngineLog();

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
    const { log } = await import("./engineClient.js");
    await log(address, line);
  } catch {
    print(line);
  }
}

function print({ warning, text }: Line): void {
  if (warning) console.error(`warning: ${text}`);
  else console.log(text);
}
