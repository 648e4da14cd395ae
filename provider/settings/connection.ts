import { createHash } from "node:crypto";
import { parseDuration } from "../duration";
import { InvalidDurationError, InvalidSettingError } from "../errors";
import type { Limits } from "../http/exchange";
import { isLoopback, type Proxy } from "../http/proxy";
import { quoted, suggest } from "../nearest";
import type { SettingReader } from "./faults";
import { proxyFor } from "./proxy";
import { placeOf, settingOf, type Sources } from "./sources";

/** Where a vendor's API is reached. */
export interface Endpoint {
  /** Without a trailing slash, so that a path can be appended. */
  readonly url: string;
  /** Names the host in an account's fingerprint: without the port, and one word for all loopback hosts. */
  readonly host: string;
  readonly proxy: Proxy | null;
  /** The environment's variable that can give it: always current, unlike the config of the last `pulumi up`. */
  readonly variable: string;
}

/** How the settings of an endpoint are called. */
export interface EndpointNames {
  readonly setting: string;
  readonly variable: string;
  /** The setting that lets an endpoint off the loopback be http. */
  readonly insecureHttp: string;
}

/**
 * Reads an endpoint, or takes the default where none is given.
 * @throws InvalidSettingError without the text itself, which could hold a password
 */
export function endpointOf(sources: Sources, names: EndpointNames, otherwise: string): Endpoint {
  const place = placeOf(sources, names.setting, names.variable);
  const url = parseEndpoint(place?.text ?? otherwise, {
    name: place?.name ?? names.setting,
    insecureHttp: { name: names.insecureHttp, allowed: insecureHttpOf(sources, names.insecureHttp) },
  });
  return {
    url: url.origin + url.pathname.replace(/\/+$/, ""),
    host: isLoopback(url.hostname) ? "loopback" : url.hostname.replace(/\.$/, ""),
    proxy: proxyFor(url, sources.environment),
    variable: names.variable,
  };
}

function insecureHttpOf(sources: Sources, setting: string): boolean {
  const text = settingOf(sources, setting);
  if (text === undefined || text === "false") return false;
  if (text === "true") return true;
  throw new InvalidSettingError(setting, suggest(text, ["true", "false"], 'it must be "true" or "false"', quoted));
}

/** How the user names the settings that an error speaks of. */
interface EndpointSettings {
  /** Where the text stands, `jpush:endpoint` for one. */
  readonly name: string;
  /** The setting that lets an endpoint off the loopback be http, and whether it does. */
  readonly insecureHttp: { readonly name: string; readonly allowed: boolean };
}

/**
 * Reads an endpoint: https, or http on the loopback or where the user allows it.
 * @throws InvalidSettingError
 */
function parseEndpoint(text: string, settings: EndpointSettings): URL {
  const refuse = (reason: string) => new InvalidSettingError(settings.name, reason);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["https:", "http:"].includes(url.protocol) || url.hostname === "") {
    throw refuse("it is not an address; write it as https://host or https://host:port");
  }
  if (url.username !== "" || url.password !== "")
    throw refuse("an address with a user name or a password in it is not taken; remove them");
  if (text.includes("?") || text.includes("#"))
    throw refuse("an address with a query or a fragment is not taken; remove everything from ? or # on");
  if (url.protocol === "http:" && !isLoopback(url.hostname) && !settings.insecureHttp.allowed) {
    throw refuse(
      `over http the credentials and the identity documents would travel to ${url.hostname} in the open; ` +
        `use https, or set ${settings.insecureHttp.name} to "true" where the way there is protected otherwise`,
    );
  }
  return url;
}

/** What bounds a call with all its tries. */
export interface CallLimits extends Limits {
  /** How often a request is sent at most. */
  readonly maxTries: number;
}

const DEFAULT_LIMITS: CallLimits = { connectTimeout: 10_000, requestTimeout: 60_000, maxTries: 3 };

const LONGEST = 3_600_000;

/**
 * Reads the settings `connectTimeout`, `requestTimeout` and `maxTries` of a vendor's namespace.
 * @throws InvalidSettingError
 */
export function limitsOf(sources: Sources, namespace: string): CallLimits {
  return {
    connectTimeout: timeoutOf(sources, namespace, "connectTimeout"),
    requestTimeout: timeoutOf(sources, namespace, "requestTimeout"),
    maxTries: triesOf(sources, namespace),
  };
}

/**
 * Readers of the settings of a vendor's connection.
 * @param endpoints the names of its endpoints
 */
export function connectionReaders(namespace: string, endpoints: readonly string[]): readonly SettingReader[] {
  const insecureHttp = `${namespace}:insecureHttp`;
  return [
    (sources) => timeoutOf(sources, namespace, "connectTimeout"),
    (sources) => timeoutOf(sources, namespace, "requestTimeout"),
    (sources) => triesOf(sources, namespace),
    (sources) => insecureHttpOf(sources, insecureHttp),
    ...endpoints.map((name) => (sources: Sources) => {
      const setting = `${namespace}:${name}`;
      const text = settingOf(sources, setting);
      // What else it is than "true" or "false" is no fault of the endpoint's.
      const allowed = ![undefined, "false"].includes(settingOf(sources, insecureHttp));
      if (text !== undefined) parseEndpoint(text, { name: setting, insecureHttp: { name: insecureHttp, allowed } });
    }),
  ];
}

function timeoutOf(sources: Sources, namespace: string, name: keyof Limits): number {
  const setting = `${namespace}:${name}`;
  const text = settingOf(sources, setting);
  if (text === undefined) return DEFAULT_LIMITS[name];
  const duration = durationOf(setting, text);
  if (duration === 0 || duration > LONGEST) throw new InvalidSettingError(setting, "it must be between 1s and 1h");
  return duration;
}

function durationOf(setting: string, text: string): number {
  try {
    return parseDuration(text);
  } catch (error) {
    if (error instanceof InvalidDurationError) throw new InvalidSettingError(setting, error.message);
    throw error;
  }
}

function triesOf(sources: Sources, namespace: string): number {
  const setting = `${namespace}:maxTries`;
  const text = settingOf(sources, setting);
  if (text === undefined) return DEFAULT_LIMITS.maxTries;
  if (!/^([1-9]|10)$/.test(text)) throw new InvalidSettingError(setting, "it must be a whole number from 1 to 10");
  return Number(text);
}

/**
 * Tells accounts apart in a state without naming them: 12 hexadecimal characters.
 * @param key the public half of the credentials, the vendor's name for the account
 */
export function accountFingerprint(key: string, endpoint: Endpoint): string {
  return createHash("sha256").update(`${key}\n${endpoint.host}`).digest("hex").slice(0, 12);
}
