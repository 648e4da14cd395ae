import { InvalidSettingError } from "../errors";

/** Where a vendor's API is reached. */
export interface Endpoint {
  /** Without a trailing slash, so that a path can be appended. */
  readonly url: string;
  /** Names the host in an account's fingerprint: without the port, and one word for all loopback hosts. */
  readonly host: string;
}

/** How the user names the settings that an error speaks of. */
export interface EndpointSettings {
  /** Where the text stands, `jpush:endpoint` for one. */
  readonly name: string;
  /** The setting that lets an endpoint off the loopback be http, and whether it does. */
  readonly insecureHttp: { readonly name: string; readonly allowed: boolean };
}

/**
 * Reads an endpoint: https, or http on the loopback or where the user allows it.
 * @throws InvalidSettingError without the text itself, which could hold a password
 */
export function parseEndpoint(text: string, settings: EndpointSettings): Endpoint {
  const refuse = (reason: string) => new InvalidSettingError(settings.name, reason);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["https:", "http:"].includes(url.protocol) || url.hostname === "") {
    throw refuse("it is not an address; write it as https://host or https://host:port");
  }
  if (url.username !== "" || url.password !== "")
    throw refuse("an address with a user name or a password in it is not taken; remove them");
  if (text.includes("?") || text.includes("#"))
    throw refuse("an address with a query or a fragment is not taken; remove everything from ? or # on");
  const loopback = isLoopback(url.hostname);
  if (url.protocol === "http:" && !loopback && !settings.insecureHttp.allowed) {
    throw refuse(
      `over http the credentials and the identity documents would travel to ${url.hostname} in the open; ` +
        `use https, or set ${settings.insecureHttp.name} to "true" where the way there is protected otherwise`,
    );
  }
  return {
    url: url.origin + url.pathname.replace(/\/+$/, ""),
    host: loopback ? "loopback" : url.hostname.replace(/\.$/, ""),
  };
}

/** @param hostname as the URL class gives it: lower case, addresses in their one canonical form */
function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    /^127\.\d+\.\d+\.\d+$/.test(name) ||
    name === "[::1]" ||
    /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(name)
  );
}
