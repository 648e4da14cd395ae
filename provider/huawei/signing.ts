import { createHash, createHmac } from "node:crypto";

/*
 * Huawei Cloud's signature of a request (SDK-HMAC-SHA256):
 * https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm.html
 */

const ALGORITHM = "SDK-HMAC-SHA256";

/** Stands for the hash of a body that is not signed, as with a multipart form; it is sent in `X-Sdk-Content-Sha256`. */
export const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  /** Those that are signed, by lower-case name; `host` and `x-sdk-date` among them. */
  readonly headers: { readonly [name: string]: string };
  /** Absent for an empty body. */
  readonly body?: Buffer | typeof UNSIGNED_PAYLOAD;
}

export interface Signature {
  /** The `Authorization` header. */
  readonly authorization: string;
  readonly signature: string;
  /** Of the canonical request, for comparing with the vendor's own computation. */
  readonly canonicalHash: string;
}

export function sign({ method, url, headers, body }: SignedRequest, accessKey: string, secretKey: string): Signature {
  const names = Object.keys(headers).sort();
  const canonicalRequest = [
    method,
    canonicalPath(url),
    canonicalQuery(url),
    names.map((name) => `${name}:${headers[name]?.trim()}\n`).join(""),
    names.join(";"),
    body === UNSIGNED_PAYLOAD ? UNSIGNED_PAYLOAD : sha256(body ?? ""),
  ].join("\n");
  const canonicalHash = sha256(canonicalRequest);
  const stringToSign = [ALGORITHM, headers["x-sdk-date"], canonicalHash].join("\n");
  const signature = createHmac("sha256", secretKey).update(stringToSign).digest("hex");
  return {
    canonicalHash,
    signature,
    authorization: `${ALGORITHM} Access=${accessKey}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}

/** `20191115T033655Z` @param milliseconds since the epoch */
export function sdkDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Percent-encodes everything but RFC 3986's unreserved characters. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** It always ends in a slash, whatever the request's own path does. */
function canonicalPath({ pathname }: URL): string {
  const path = pathname
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
  return path.endsWith("/") ? path : `${path}/`;
}

function canonicalQuery({ searchParams }: URL): string {
  return [...searchParams]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
