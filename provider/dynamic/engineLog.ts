import type { Context } from "../resource";

type Line = Parameters<Context["say"]>[0];

/**
 * Speaks to the person who reads the run, through the engine's own log: what is printed would be shown too, but not
 * in its order with the warnings, and nothing would tell when it has arrived.
 */
export class EngineLog {
  readonly #said = new Set<string>();
  #sent: Promise<void> = Promise.resolve();

  readonly say: Context["say"] = (line) => {
    if (this.#said.has(line.text)) return;
    this.#said.add(line.text);
    this.#sent = this.#sent.then(() => send(line));
  };

  /** Resolves when everything said so far has reached the engine: a call must not end before. */
  flush(): Promise<void> {
    return this.#sent;
  }
}

/** The engine gives its address to each plugin process of a run as the first argument; undefined where there is none. */
export function engineAddress(): string | undefined {
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
