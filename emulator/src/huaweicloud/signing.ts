import { createHash, createHmac } from "node:crypto";

const algorithm = "SDK-HMAC-SHA256";

/** Stands where the body's hash would, for bodies that are not signed. */
const unsignedPayload = "UNSIGNED-PAYLOAD";

/** A request as it came over the wire. */
export interface WireRequest {
  method: string;
  /** Path and query, undecoded. */
  target: string;
  /** Undefined for one that was not sent; names in small letters. */
  header: (name: string) => string | undefined;
  body: Buffer;
}

/** What an Authorization header says. */
export interface Authorization {
  accessKey: string;
  signedHeaders: string[];
  signature: string;
}

/** Undefined when it is not of this scheme. */
export function parseAuthorization(text: string): Authorization | undefined {
  const [, rest] = /^SDK-HMAC-SHA256\s+(.*)$/.exec(text.trim()) ?? [];
  if (rest === undefined) return undefined;
  const pairs = rest.split(",").map((pair) => /^\s*(\w+)=(.*?)\s*$/.exec(pair) ?? []);
  const values = new Map(pairs.map(([, name = "", value = ""]) => [name, value]));
  const [accessKey, names, signature] = [values.get("Access"), values.get("SignedHeaders"), values.get("Signature")];
  if (!accessKey || !names || !signature) return undefined;
  return { accessKey, signedHeaders: names.toLowerCase().split(";"), signature };
}

/** Throws a `URIError` for a target that is not validly encoded. */
export function canonicalRequest(
  { method, target, header, body }: WireRequest,
  signedHeaders: readonly string[],
): string {
  const [path = "", query = ""] = split(target, "?");
  const names = [...signedHeaders].sort();
  const headers = names.map((name) => `${name}:${(header(name) ?? "").trim()}\n`).join("");
  return [method, canonicalPath(path), canonicalQuery(query), headers, names.join(";"), payload(header, body)].join(
    "\n",
  );
}

/** In hexadecimal digits; `date` as in X-Sdk-Date. */
export function sign(canonical: string, date: string, secretKey: string): string {
  const text = [algorithm, date, sha256(canonical)].join("\n");
  return createHmac("sha256", secretKey).update(text).digest("hex");
}

export function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Milliseconds of an X-Sdk-Date such as 20191115T033655Z; undefined when it is not one. */
export function parseDate(text: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** As in X-Sdk-Date. */
export function formatDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function canonicalPath(path: string): string {
  const encoded = path
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

function canonicalQuery(query: string): string {
  const pairs = query.split("&").flatMap((pair) => (pair === "" ? [] : [split(pair, "=").map(decodeForm)]));
  return pairs
    .map(([name = "", value = ""]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** A client may give the hash itself; then it must be the body's, which the comparison of signatures shows. */
function payload(header: WireRequest["header"], body: Buffer): string {
  return header("x-sdk-content-sha256") === unsignedPayload ? unsignedPayload : sha256(body);
}

function split(text: string, mark: string): string[] {
  const place = text.indexOf(mark);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}

function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

/** RFC 3986: everything but letters, digits and -._~ */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
