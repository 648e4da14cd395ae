import type { Secret } from "../secret";

/** A server through which requests leave. */
export interface Proxy {
  /** Its address without a user name and a password: fit for a message. */
  readonly url: string;
  /** The value of a `Proxy-Authorization` header; null where the proxy asks for none. */
  readonly authorization: Secret | null;
}

/** @param hostname as the URL class gives it: lower case, addresses in their one canonical form */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    /^127\.\d+\.\d+\.\d+$/.test(name) ||
    name === "[::1]" ||
    /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(name)
  );
}
