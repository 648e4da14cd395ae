import { randomUUID } from "node:crypto";
import { failureDetail } from "../data-file-error";

interface Entry {
  /** The pages list 401, 403, 404 and 500 without saying which goes with which code: a reading, see `hwHttpStatuses`. */
  status: number;
  message: string;
}

const table = {
  "MSGSMS.0001": { status: 500, message: "Internal server error." },
  "MSGSMS.0002": { status: 403, message: "Invalid Parameter." },
  "MSGSMS.0003": { status: 401, message: "Request unauthorized." },
  "MSGSMS.0004": { status: 403, message: "Signature already exists." },
  "MSGSMS.0005": { status: 404, message: "Signature does not exist." },
  "MSGSMS.0006": { status: 403, message: "Signature type and name is duplicate." },
  "MSGSMS.0007": { status: 403, message: "Signature not allow to update, signature status must be Reject." },
  "MSGSMS.0011": { status: 404, message: "File does not exist." },
  "MSGSMS.0012": { status: 404, message: "Signature id invalid." },
  "MSGSMS.0013": { status: 403, message: "Service not yet opened." },
  "MSGSMS.0014": { status: 404, message: "App does not exist." },
  "MSGSMS.0033": { status: 404, message: "Not found." },
  "MSGSMS.0076": { status: 404, message: "Message Application does not exist" },
  "MSGSMS.0130": { status: 403, message: "Signature status must be to be activated." },
  "MSGSMS.0132": { status: 403, message: "File name is empty, too long or have space." },
  "MSGSMS.0133": { status: 403, message: "File name illegal character." },
  "APIGW.0101": { status: 404, message: "The API does not exist or has not been published in the environment." },
  "APIGW.0301": { status: 401, message: "Incorrect IAM authentication information" },
  "APIGW.0303": { status: 401, message: "Incorrect app authentication information" },
  "APIGW.0307": { status: 401, message: "The token must be updated." },
  "APIGW.0308": { status: 429, message: "The throttling threshold has been reached." },
} as const satisfies Record<string, Entry>;

export type HuaweiCode = keyof typeof table;

export function isCode(code: string): code is HuaweiCode {
  return Object.hasOwn(table, code);
}

export const codes = Object.keys(table).filter(isCode);

/** HTTP statuses that a setting gives to codes instead of the table's. */
export type Statuses = Readonly<Record<string, number>>;

/** A refusal in the shape of the service or of the gateway before it. The detail never holds a value of the body. */
export class HuaweiError extends Error {
  constructor(
    readonly code: HuaweiCode,
    readonly detail = "",
  ) {
    super(detail);
  }
}

/** A refusal of IAM, which has a shape of its own. */
export class IamError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404,
    message: string,
  ) {
    super(message);
  }
}

const titles = { 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found" } as const;

export function iamEnvelope({ status, message }: IamError): string {
  return JSON.stringify({ error: { message, code: status, title: titles[status] } });
}

/** Any error as the service, or the gateway before it, answers it. */
export function refuse(statuses: Statuses, error: Error): Response {
  const { code, detail } = error instanceof HuaweiError ? error : new HuaweiError("MSGSMS.0001", failureDetail(error));
  const requestId = newRequestId();
  const { status, body } = envelope(statuses, code, { detail, requestId });
  return new Response(body, { status, headers: { "content-type": "application/json", "x-request-id": requestId } });
}

interface Particulars {
  message?: string | undefined;
  detail?: string;
  requestId?: string;
}

/** A code that the table does not have passes through. The gateway's answers continue their message with the detail. */
export function envelope(
  statuses: Statuses,
  code: number | string,
  { message, detail = "", requestId = newRequestId() }: Particulars = {},
): { status: number; body: string } {
  const name = String(code);
  const entry: Entry | undefined = isCode(name) ? table[name] : undefined;
  const status = statuses[name] ?? entry?.status ?? 403;
  const words = message ?? entry?.message ?? "";
  if (!name.startsWith("APIGW.")) {
    return { status, body: JSON.stringify({ error_code: name, error_msg: words, error_detail: detail }) };
  }
  const whole = detail === "" ? words : `${words}: ${detail}`;
  return { status, body: JSON.stringify({ error_msg: whole, error_code: name, request_id: requestId }) };
}

function newRequestId(): string {
  return randomUUID().replaceAll("-", "");
}
