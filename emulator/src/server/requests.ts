/** A vendor call as the control plane shows it: nothing that was sent in it, no credentials, no query. */
export interface RequestEntry {
  at: string;
  method: string;
  path: string;
  /** null while there is no answer, or when there never was one. */
  status: number | null;
  /** Of the request's body. */
  bytes: number;
}

export interface RequestFilter {
  method?: string | undefined;
  /** A prefix. */
  path?: string | undefined;
}

/** The last requests, oldest first. */
export class RequestLog {
  static readonly most = 1000;
  #entries: RequestEntry[] = [];
  readonly #received = new Set<() => void>();

  /** `changed` is told of every request, answer and clearing. */
  constructor(private readonly changed: () => void = () => undefined) {}

  receive(entry: RequestEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > RequestLog.most) this.#entries.shift();
    for (const listener of this.#received) listener();
    this.changed();
  }

  answer(entry: RequestEntry, status: number): void {
    entry.status = status;
    this.changed();
  }

  list({ method, path }: RequestFilter = {}): RequestEntry[] {
    return this.#entries.filter(
      (entry) => (!method || entry.method === method.toUpperCase()) && (!path || entry.path.startsWith(path)),
    );
  }

  /** Resolves to true once so many are there, to false when the signal aborts before. */
  atLeast(count: number, filter: RequestFilter, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (enough: boolean) => {
        this.#received.delete(look);
        signal.removeEventListener("abort", giveUp);
        resolve(enough);
      };
      const giveUp = () => settle(false);
      const look = () => {
        if (this.list(filter).length >= count) settle(true);
      };
      this.#received.add(look);
      signal.addEventListener("abort", giveUp);
      if (signal.aborted) giveUp();
      look();
    });
  }

  clear(): void {
    this.#entries = [];
    this.changed();
  }
}
