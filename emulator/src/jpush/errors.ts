/** HTTP status and message of each code that a revision's page lists. */
export type ErrorTable = Readonly<Record<number, { status: number; message: string }>>;

export const commonErrors = {
  50001: { status: 400, message: "missing auth" },
  50002: { status: 401, message: "auth failed" },
  50003: { status: 400, message: "missing body" },
  50007: { status: 403, message: "invalid body" },
  50008: { status: 403, message: "no sms code auth" },
  50009: { status: 403, message: "out of frequency" },
  50016: { status: 404, message: "api not found" },
  50017: { status: 415, message: "media not supported" },
  50018: { status: 405, message: "request method not support" },
  50019: { status: 500, message: "server error" },
  50035: { status: 403, message: "illegal IP" },
  50036: { status: 403, message: "app in blacklist" },
  50037: { status: 403, message: "text has a blocked word" },
  50101: { status: 403, message: "invalid image" },
  50102: { status: 403, message: "invalid sign id" },
  50103: { status: 403, message: "other signatures in the audit" },
  50104: { status: 403, message: "invalid signature" },
  50105: { status: 403, message: "default signature cannot be deleted" },
} as const satisfies ErrorTable;

/** A refusal in the vendor's own shape. The detail is for the person at the client; it never holds a value that was sent. */
export class JPushError extends Error {
  constructor(
    readonly code: number,
    readonly detail = "",
  ) {
    super(detail);
  }
}

/** A code that the table does not have passes through. */
export function envelope(table: ErrorTable, code: number | string, message?: string): { status: number; body: string } {
  const entry = table[Number(code)];
  return {
    status: entry?.status ?? 403,
    body: JSON.stringify({ error: { code, message: message ?? entry?.message ?? "" } }),
  };
}
