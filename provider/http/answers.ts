import type { Exchange, Head, NotSent, Reply } from "./exchange";

/** How one exchange is read: what was asked for, or one of three ways not to get it. */
export type Answer<Value, Refusal> = Success<Value> | Unsuccessful<Refusal>;

export interface Success<Value> {
  readonly kind: "success";
  readonly value: Value;
}

export type Unsuccessful<Refusal> = NotSent | RefusedAnswer<Refusal> | UnknownAnswer;

/** The service, or a gateway whose word is as good, refused: certain that nothing was changed. */
export interface RefusedAnswer<Refusal> {
  readonly kind: "refused";
  readonly httpStatus: number;
  readonly refusal: Refusal;
  /** Asked too often: worth another try. */
  readonly isBusy: boolean;
  readonly retryAfter: string | string[] | undefined;
}

/** Nobody knows whether the request took effect. */
export interface UnknownAnswer {
  readonly kind: "unknown";
  readonly reason: string;
  readonly httpStatus?: number;
  readonly retryAfter?: string | string[] | undefined;
}

/** How the replies of one service are read. Each gives null for what is not as the service documents it. */
export interface Reader<Value, Refusal> {
  /** Who answers, in sentences. */
  readonly service: string;
  value(reply: Reply): Value | null;
  /** @param body null where it could not be read: the status alone can prove a refusal */
  refusal(status: number, body: string | null): Refusal | null;
  isBusy(refusal: Refusal): boolean;
}

export function readAnswer<Value, Refusal>(exchange: Exchange, reader: Reader<Value, Refusal>): Answer<Value, Refusal> {
  if (exchange.kind === "not-sent") return exchange;
  if (exchange.kind === "broken") {
    const { head, reason } = exchange;
    return head === undefined ? { kind: "unknown", reason } : withoutValue(head, null, reason, reader);
  }
  const value = reader.value(exchange);
  if (value !== null) return { kind: "success", value };
  return withoutValue(
    exchange,
    exchange.body,
    `${reader.service} documents no such answer: ${outlineOf(exchange)}`,
    reader,
  );
}

function withoutValue<Refusal>(
  { status, headers }: Head,
  body: string | null,
  reason: string,
  reader: Pick<Reader<unknown, Refusal>, "refusal" | "isBusy">,
): Unsuccessful<Refusal> {
  const retryAfter = headers["retry-after"];
  const refusal = reader.refusal(status, body);
  if (refusal === null) return { kind: "unknown", reason, httpStatus: status, retryAfter };
  return { kind: "refused", httpStatus: status, refusal, isBusy: reader.isBusy(refusal), retryAfter };
}

/** A body as JSON; undefined where it is none. */
export function jsonOf(body: string | null): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    return undefined;
  }
}

const KNOWN_TYPES = ["application/json", "text/html", "text/plain", "text/xml", "application/xml"];

/** Nothing of the reply is quoted: it is not the service's, and may repeat what was sent. */
function outlineOf({ status, headers, body, proxy }: Reply): string {
  const given = String(headers["content-type"] ?? "").toLowerCase();
  const type =
    KNOWN_TYPES.find((known) => given.startsWith(known)) ?? (given === "" ? "no content type" : "another content type");
  return `HTTP ${status} with ${Buffer.byteLength(body)} bytes (${type})${proxy === undefined ? "" : `, through the proxy ${proxy}`}`;
}
