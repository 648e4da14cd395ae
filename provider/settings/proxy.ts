import { BlockList, isIP } from "node:net";
import { InvalidSettingError } from "../errors";
import { isLoopback, type Proxy } from "../http/proxy";
import { Secret } from "../secret";
import { given, type Config } from "./sources";

const VARIABLES = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY"];

/** What an environment says of proxies, and nothing else of it. */
export function proxyVariables(environment: Config): Config {
  return Object.fromEntries(VARIABLES.map((name) => [name, environment[name]]));
}

/**
 * The proxy that the environment names for an address; null where it is reached directly, as the loopback always is.
 * @throws InvalidSettingError without the value, which may hold a password
 */
export function proxyFor(url: URL, environment: Config): Proxy | null {
  if (isLoopback(url.hostname)) return null;
  const variables = url.protocol === "https:" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"];
  const variable = variables.find((name) => given(environment, name) !== undefined);
  if (variable === undefined) return null;
  const exempt = given(environment, "no_proxy") ?? given(environment, "NO_PROXY") ?? "";
  return isExempt(url, exempt) ? null : parseProxy(variable, given(environment, variable) ?? "");
}

function parseProxy(variable: string, text: string): Proxy {
  // `host:port` alone means http, as it does for Pulumi itself.
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.hostname === "")
    throw new InvalidSettingError(variable, "it is not the address of a proxy; write it as http://host:port");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new InvalidSettingError(
      variable,
      "only a proxy that speaks HTTP can be used; write it as http://host:port, or add the vendor's host to NO_PROXY",
    );
  return { url: url.origin, authorization: authorizationOf(variable, url) };
}

function authorizationOf(variable: string, { username, password }: URL): Secret | null {
  if (username === "" && password === "") return null;
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return new Secret(`Basic ${Buffer.from(pair).toString("base64")}`);
  } catch {
    throw new InvalidSettingError(
      variable,
      "its user name or password is not percent-encoded as an address wants it; write % as %25",
    );
  }
}

/** @param exempt hosts, domains, addresses and address ranges, each perhaps with a port; `*` for all */
function isExempt(url: URL, exempt: string): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return exempt
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      if (entry.includes("/")) return isInRange(host, entry);
      const [, name = entry, onPort] = /^(.*?):(\d+)$/.exec(isIP(entry) === 6 ? "" : entry) ?? [];
      const domain = name.replace(/^\[(.*)\]$/, "$1").replace(/^\*?\./, "");
      return (onPort === undefined || onPort === port) && (host === domain || host.endsWith(`.${domain}`));
    });
}

function isInRange(host: string, range: string): boolean {
  const [network = "", length] = range.split("/");
  const families = { 4: "ipv4", 6: "ipv6" } as const;
  const version = isIP(network);
  if (version === 0 || isIP(host) !== version || !/^\d{1,3}$/.test(length ?? "")) return false;
  try {
    const ranges = new BlockList();
    ranges.addSubnet(network, Number(length), families[version as 4 | 6]);
    return ranges.check(host, families[version as 4 | 6]);
  } catch {
    // A length that no address has.
    return false;
  }
}
