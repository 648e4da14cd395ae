import type { Exchange, NotSent, Reply } from "./exchange";

/** How one exchange is read: what was asked for, or one of three ways not to get it. */
export type Answer<Value> = Success<Value> | Unsuccessful;

export interface Success<Value> {
  readonly kind: "success";
  readonly value: Value;
}

export type Unsuccessful = NotSent | RefusedAnswer | UnknownAnswer;

/** The vendor, or a gateway whose word is as good, refused: certain that nothing was changed. */
export interface RefusedAnswer extends RefusalRead {
  readonly kind: "refused";
  readonly httpStatus: number;
  readonly retryAfter: string | string[] | undefined;
}

/** Nobody knows whether the request took effect. */
export interface UnknownAnswer {
  readonly kind: "unknown";
  readonly reason: string;
  readonly httpStatus?: number;
  readonly retryAfter?: string | string[] | undefined;
}

/** A refusal in a vendor's own words. */
export interface RefusalRead {
  /** Null where the refusal is the HTTP status alone. */
  readonly vendorCode: number | string | null;
  /** As it came: not yet fit for a message. */
  readonly vendorMessage: string;
  readonly meaning: Meaning;
}

/** What a refusal means for us. */
export interface Meaning {
  readonly reads:
    | "authentication"
    /** asked too often: worth another try */
    | "busy"
    /** another submission is under review */
    | "review-open"
    /** it is the default signature, or one in use that the vendor protects */
    | "default"
    /** the vendor holds no such submission: its own word for it, nothing less */
    | "absent"
    | "other";
  /** What to do next, as sentences. */
  readonly advice: string;
}

/** How one vendor's replies are read. Each gives null for what is not as the vendor documents it. */
export interface Reader<Value> {
  /** The vendor's name in sentences. */
  readonly vendor: string;
  value(reply: Reply): Value | null;
  refusal(reply: Reply): RefusalRead | null;
}

export function readAnswer<Value>(exchange: Exchange, reader: Reader<Value>): Answer<Value> {
  if (exchange.kind === "not-sent") return exchange;
  if (exchange.kind === "broken") {
    const { reason, status } = exchange;
    return { kind: "unknown", reason, ...(status === undefined ? {} : { httpStatus: status }) };
  }
  const value = reader.value(exchange);
  if (value !== null) return { kind: "success", value };
  const httpStatus = exchange.status;
  const retryAfter = exchange.headers["retry-after"];
  const refusal = reader.refusal(exchange);
  if (refusal !== null) return { kind: "refused", ...refusal, httpStatus, retryAfter };
  return {
    kind: "unknown",
    reason: `it is none that ${reader.vendor} documents, but ${outlineOf(exchange)}`,
    httpStatus,
    retryAfter,
  };
}

/** The body as JSON; undefined where it is none. */
export function jsonOf(reply: Reply): unknown {
  try {
    return JSON.parse(reply.body);
  } catch {
    return undefined;
  }
}

const KNOWN_TYPES = ["application/json", "text/html", "text/plain", "text/xml", "application/xml"];

/** Nothing of the reply is quoted: it is not the vendor's, and may repeat what was sent. */
function outlineOf({ status, headers, body }: Reply): string {
  const given = String(headers["content-type"] ?? "").toLowerCase();
  const type =
    KNOWN_TYPES.find((known) => given.startsWith(known)) ?? (given === "" ? "no content type" : "another content type");
  return `HTTP ${status} with ${Buffer.byteLength(body)} bytes (${type})`;
}
