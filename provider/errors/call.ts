/** The request that an error speaks of. */
export interface Call {
  readonly method: string;
  readonly url: string;
}

/** `POST https://api.example/v1/sign`: without a query and without credentials, which do not belong into messages. */
export function describeCall(call: Call): string {
  const url = new URL(call.url);
  return `${call.method} ${url.origin}${url.pathname}`;
}
