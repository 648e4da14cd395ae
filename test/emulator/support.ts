import { afterEach } from "mocha";
import { request } from "undici";
import { startEmulator, type Emulator, type EmulatorOptions, type SignatureView } from "sms-emulator";
import { JPEG, PNG } from "./samples";

export const APP_KEY = "7d431e42dfa6a6d693ac2d04";
export const MASTER_SECRET = "5e987ac6d2e04d95a9d8f0d1";

export interface Part {
  name: string;
  content: string | Buffer;
  fileName?: string;
  contentType?: string;
}

/** Fields by wire name; a buffer is an image, undefined leaves the field out. */
export type Fields = Record<string, string | Buffer | undefined>;

/** A whole submission of revision 2026-04, of type 1. */
export const COMPANY: Fields = {
  sign: "极光推送",
  type: "1",
  legalPersonName: "王样例",
  legalPersonIdNumber: "99000119900307001X",
  socialCreditCode: "91350100M000100Y43",
  idCardImage: JPEG,
  businessLicenseImage: PNG,
};

export function parts(fields: Fields): Part[] {
  return Object.entries(fields).flatMap(([name, content]): Part[] => {
    if (content === undefined) return [];
    if (typeof content === "string") return [{ name, content }];
    return [{ name, content, fileName: `${name}.png`, contentType: "image/png" }];
  });
}

export const BOUNDARY = "----sample-boundary";

/** The bytes of a multipart body, as a well-behaved client writes them. */
export function multipart(list: readonly Part[], boundary = BOUNDARY): Buffer {
  const chunks = list.flatMap(({ name, content, fileName, contentType }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`,
    fileName === undefined ? "" : `; filename="${fileName}"`,
    contentType === undefined ? "" : `\r\nContent-Type: ${contentType}`,
    "\r\n\r\n",
    content,
    "\r\n",
  ]);
  return Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk)));
}

export function basic(key = APP_KEY, secret = MASTER_SECRET): string {
  return `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** Undefined for a body that is not JSON. */
  json: unknown;
}

export interface Call {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export async function call(url: string, { method = "GET", headers = {}, body }: Call = {}): Promise<Answer> {
  const answer = await request(url, { method, headers, body: body ?? null });
  const text = await answer.body.text();
  const isJson = String(answer.headers["content-type"]).startsWith("application/json");
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text,
    json: isJson && text ? JSON.parse(text) : undefined,
  };
}

/** A vendor's client that does everything right, unless told otherwise, and the reviewer beside it. */
export class Rig {
  constructor(
    readonly emulator: Emulator,
    readonly authorization = basic(),
  ) {}

  /** The same emulator with another app's credentials. */
  as(key: string, secret: string): Rig {
    return new Rig(this.emulator, basic(key, secret));
  }

  vendor(path: string, { headers, ...rest }: Call = {}): Promise<Answer> {
    return call(this.emulator.url + path, { ...rest, headers: { authorization: this.authorization, ...headers } });
  }

  form(path: string, list: readonly Part[]): Promise<Answer> {
    const headers = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
    return this.vendor(path, { method: "POST", headers, body: multipart(list) });
  }

  create(fields: Fields = {}): Promise<Answer> {
    return this.form("/v1/sign", parts({ ...COMPANY, ...fields }));
  }

  modify(id: number, fields: Fields = {}): Promise<Answer> {
    return this.form(`/v1/sign/${id}`, parts({ ...COMPANY, ...fields }));
  }

  query(id: number): Promise<Answer> {
    return this.vendor(`/v1/sign/${id}`);
  }

  delete(id: number): Promise<Answer> {
    return this.vendor(`/v1/sign/${id}`, { method: "DELETE" });
  }

  control(path: string, method: Call["method"] = "GET", body?: unknown): Promise<Answer> {
    return call(`${this.emulator.url}/_emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  review(id: number, decision: "approve" | "reject", reason?: string): Promise<Answer> {
    return this.control(`/signatures/jpush/${id}/review`, "POST", { decision, reason });
  }

  async signatures(): Promise<SignatureView[]> {
    return (await this.control("/signatures")).json as SignatureView[];
  }

  /** Creates one and leaves it under review. */
  async created(fields: Fields = {}): Promise<number> {
    return signId(await this.create(fields));
  }

  /** Creates one and ends its review. */
  async reviewed(decision: "approve" | "reject", fields: Fields = {}): Promise<number> {
    const id = await this.created(fields);
    await this.review(id, decision);
    return id;
  }
}

const running: Emulator[] = [];

/** An emulator for one test. */
export async function start(options: EmulatorOptions = {}): Promise<Rig> {
  const emulator = await startEmulator(options);
  running.push(emulator);
  return new Rig(emulator);
}

export async function closeAll(): Promise<void> {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
}

/** Closes what a test started; called once by each file that starts any. */
export function closeAfterEach(): void {
  afterEach(closeAll);
}

/** HTTP status and code of a refusal, which must be in the vendor's envelope. */
export function refusal({ status, text }: Answer): [number, number] {
  const [, code] = /^\{"error":\{"code":(\d+),"message":"[^"]+"\}\}$/.exec(text) ?? [];
  if (code === undefined) throw new Error(`no refusal but ${status} ${text}`);
  return [status, Number(code)];
}

/** The id that a create or modify answered with. */
export function signId({ status, text }: Answer): number {
  const [, id] = /^\{"sign_id":(\d+)\}$/.exec(text) ?? [];
  if (status !== 200 || id === undefined) throw new Error(`not taken but ${status} ${text}`);
  return Number(id);
}
