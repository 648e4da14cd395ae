/** A request as the receiver sees it, whatever framework it came through. */
export interface Received {
  readonly method: string;
  readonly query: URLSearchParams;
  /** The body as text, undefined when it is longer than allowed. Rejects when it breaks off. */
  body(mostBytes: number): Promise<string | undefined>;
}

export interface Answer {
  readonly status: number;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Everything that is answered is plain text, whatever a browser would make of it. */
export function headersOf({ headers }: Answer): Record<string, string> {
  return { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff", ...headers };
}
