import { z } from "zod";
import { jsonOf, readAnswer } from "../http/answers";
import type { Exchange, Reply } from "../http/exchange";
import type { Answer } from "../vendors/answers";
import { isBusy, type Refusal } from "../vendors/codes";
import { gatewayAdvice, rowOf, wordsOf } from "./codes";

export const VENDOR = "Huawei Cloud";

/** What the vendor answers to a filing. */
export type FiledSignature = Pick<QueriedSignature, "id" | "signatureId">;

/** A signature as the vendor tells of it, in a query or in its list. */
export interface QueriedSignature {
  /** The primary key. */
  readonly id: string;
  /** Another one, which its console shows, and by which messages' templates know it. */
  readonly signatureId: string | null;
  readonly text: string;
  readonly vendorStatus: string;
  readonly type: string | null;
  readonly source: number | null;
  /** Only of an approved one. */
  readonly channelNumber: string | null;
  readonly rejectionReason: string | null;
  /** `yyyy-MM-dd HH:mm:ss`, of a time zone that is not documented. */
  readonly createTime: string | null;
  readonly updateTime: string | null;
}

export interface Application {
  readonly id: string;
  readonly name: string;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

const id = z.string().min(1).max(128);
/** Anything but a text that says something says nothing. */
const text = z.string().min(1).nullable().catch(null);
const filed = z
  .object({ id, signature_id: text })
  .transform((wire): FiledSignature => ({ id: wire.id, signatureId: wire.signature_id }));
const uploaded = z.object({ file_id: id });
const signature = z
  .object({
    id,
    signature_id: text,
    signature_name: z.string(),
    status: z.string().min(1),
    signature_type: text,
    signature_source: z
      .union([z.int(), z.stringFormat("digit", /^\d$/).transform(Number)])
      .nullable()
      .catch(null),
    channel_num: text,
    review_desc: text,
    create_time: text,
    update_time: text,
  })
  .transform((wire): QueriedSignature => ({
    id: wire.id,
    signatureId: wire.signature_id,
    text: wire.signature_name,
    vendorStatus: wire.status,
    type: wire.signature_type,
    source: wire.signature_source,
    channelNumber: wire.channel_num,
    rejectionReason: wire.review_desc,
    createTime: wire.create_time,
    updateTime: wire.update_time,
  }));
const application = z
  .object({ id, app_name: z.string() })
  .transform((wire): Application => ({ id: wire.id, name: wire.app_name }));
const pageOf = <Item>(item: z.ZodType<Item>) =>
  z
    .object({ results: z.array(item), total: z.number().int().nonnegative() })
    .transform(({ results, total }): Page<Item> => ({ items: results, total }));
const signatures = pageOf(signature);
const applications = pageOf(application);

const envelope = z.object({
  error_code: z.string().min(1),
  error_msg: z.string().catch(""),
  error_detail: z.string().catch(""),
  request_id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .catch(null),
});

/** @param asked the id that an update was sent to; null for a new submission */
export function readFiling(exchange: Exchange, asked: string | null): Answer<FiledSignature> {
  return read(exchange, asked !== null, (reply) => {
    const given = isOk(reply) ? filed.safeParse(jsonOf(reply.body)).data : undefined;
    return given !== undefined && (asked ?? given.id) === given.id ? given : null;
  });
}

export function readQuery(exchange: Exchange, asked: string): Answer<QueriedSignature> {
  return read(exchange, true, (reply) => {
    const given = isOk(reply) ? signature.safeParse(jsonOf(reply.body)).data : undefined;
    return given?.id === asked ? given : null;
  });
}

/** Of a deletion or an activation: both are documented without a body. */
export function readDone(exchange: Exchange): Answer<"done"> {
  return read(exchange, true, (reply) => {
    const empty = ["", "{}", "null"].includes(reply.body.trim());
    return empty && [200, 201, 202, 204].includes(reply.status) ? "done" : null;
  });
}

/** Gives the file's id. */
export function readUpload(exchange: Exchange): Answer<string> {
  return read(exchange, false, (reply) =>
    isOk(reply) ? (uploaded.safeParse(jsonOf(reply.body)).data?.file_id ?? null) : null,
  );
}

export function readSignatures(exchange: Exchange): Answer<Page<QueriedSignature>> {
  return read(exchange, false, (reply) =>
    isOk(reply) ? (signatures.safeParse(jsonOf(reply.body)).data ?? null) : null,
  );
}

export function readApplications(exchange: Exchange): Answer<Page<Application>> {
  return read(exchange, false, (reply) =>
    isOk(reply) ? (applications.safeParse(jsonOf(reply.body)).data ?? null) : null,
  );
}

/** The pages show 200, the SDKs' models 201 for what is created. */
function isOk({ status }: Reply): boolean {
  return status === 200 || status === 201;
}

function read<Value>(exchange: Exchange, ofSignature: boolean, value: (reply: Reply) => Value | null): Answer<Value> {
  return readAnswer(exchange, {
    service: VENDOR,
    value,
    isBusy,
    refusal: (status, body) => refusal(status, body, ofSignature),
  });
}

function refusal(status: number, body: string | null, ofSignature: boolean): Refusal | null {
  const parsed = envelope.safeParse(jsonOf(body)).data;
  const row = rowOf(status, parsed?.error_code ?? null, ofSignature);
  if (row === null) return null;
  if (parsed === undefined) return { ...row, code: null, words: "" };
  const { error_code: code, error_msg: message, error_detail: detail, request_id: request } = parsed;
  const words = [message.replace(/\.$/, ""), detail].filter((each) => each !== "").join(": ");
  const advice = [
    gatewayAdvice(code, words) ?? row.advice,
    request === null ? "" : `For Huawei Cloud's support: request ${request}.`,
  ];
  return { ...row, code, words: wordsOf(code, words), advice: advice.join(" ").trim() };
}
