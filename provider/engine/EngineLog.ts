import type { Log } from "../context";

/** What a person is told. */
export interface Line {
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

  /** @param send resolves when the line has arrived somewhere; it never rejects */
  constructor(private readonly send: (line: Line) => Promise<void>) {}

  /** Of one resource. A line that was logged before is not logged again. */
  of(urn: string | undefined): Log {
    const log = (warning: boolean) => (text: string) => {
      const key = `${urn ?? ""} ${text}`;
      if (this.#logged.has(key)) return;
      this.#logged.add(key);
      const line = { warning, text, urn };
      this.#sent = this.#sent.then(() => this.send(line));
    };
    return { info: log(false), warning: log(true) };
  }

  /** Resolves when everything logged so far has reached the engine: a call must not end before. */
  flush(): Promise<void> {
    return this.#sent;
  }
}

/** Where the engine cannot be reached. */
export function print({ warning, text }: Line): void {
  if (warning) console.error(`warning: ${text}`);
  else console.log(text);
}
