import { z } from "zod";
import { jsonOf, readAnswer } from "../http/answers";
import type { Exchange, Reply } from "../http/exchange";
import type { Answer } from "../vendors/answers";
import { isBusy, type Refusal } from "../vendors/codes";
import { rowOf, SUCCESS } from "./codes";
import type { Revision } from "./revisions";

export const VENDOR = "JPush";

/** What a query tells of a signature. */
export interface QueriedSignature {
  readonly text: string;
  readonly vendorStatus: string;
  /** Undefined where the answer says nothing of it. */
  readonly isDefault?: boolean;
  readonly inUse?: boolean;
}

const signId = z
  .number()
  .int()
  .positive()
  .lt(2 ** 31);
const envelope = z.object({ error: z.object({ code: z.number().int(), message: z.string().catch("") }) });
const filed = z.object({ sign_id: signId });
/** Anything else says nothing. */
const FLAG_VALUES = new Map<unknown, boolean>([
  [1, true],
  [0, false],
]);
const signature = z.looseObject({
  sign_id: signId,
  sign: z.string(),
  status: z.union([z.number(), z.string()]).transform(String),
});

/** The revision's own of what an answer can hold. */
type Wire = Pick<Revision, "codes" | "flags">;

/**
 * Gives the sign_id.
 * @param asked the id that a modify was sent to; null for a new submission
 */
export function readFiling(exchange: Exchange, asked: number | null, wire: Wire): Answer<number> {
  return read(exchange, wire, (reply) => {
    const parsed = filed.safeParse(jsonOf(reply.body));
    return parsed.success && (asked ?? parsed.data.sign_id) === parsed.data.sign_id ? parsed.data.sign_id : null;
  });
}

export function readQuery(exchange: Exchange, asked: number, wire: Wire): Answer<QueriedSignature> {
  return read(exchange, wire, (reply) => {
    const parsed = signature.safeParse(jsonOf(reply.body));
    if (!parsed.success || parsed.data.sign_id !== asked) return null;
    const { sign, status, ...rest } = parsed.data;
    return { text: sign, vendorStatus: status, ...flagsIn(rest, wire.flags) };
  });
}

export function readRemoval(exchange: Exchange, wire: Wire): Answer<"removed"> {
  return read(exchange, wire, (reply) => {
    const removed = reply.body.trim() === "" || envelope.safeParse(jsonOf(reply.body)).data?.error.code === SUCCESS;
    return removed ? "removed" : null;
  });
}

function flagsIn(
  reply: { readonly [name: string]: unknown },
  flags: Revision["flags"],
): { readonly [flag in keyof typeof flags]?: boolean } {
  return Object.fromEntries(
    Object.entries(flags).flatMap(([flag, name]): [string, boolean][] => {
      const value = FLAG_VALUES.get(reply[name]);
      return value === undefined ? [] : [[flag, value]];
    }),
  );
}

function read<Value>(exchange: Exchange, { codes }: Wire, value: (reply: Reply) => Value | null): Answer<Value> {
  return readAnswer(exchange, {
    service: VENDOR,
    isBusy,
    refusal: (status, body) => refusal(status, body, codes),
    value: (reply) => (reply.status === 200 ? value(reply) : null),
  });
}

function refusal(status: number, body: string | null, codes: Revision["codes"]): Refusal | null {
  const error = envelope.safeParse(jsonOf(body)).data?.error;
  const code = error === undefined || error.code === SUCCESS ? null : error.code;
  const row = rowOf(status, code, codes);
  return row === null ? null : { ...row, code, words: code === null ? "" : (error?.message ?? "") };
}
