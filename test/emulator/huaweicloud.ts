import { createHash, createHmac } from "node:crypto";
import type { Emulator, EmulatorOptions, SignatureView } from "sms-emulator";
import { PNG } from "./samples";
import { BOUNDARY, call, multipart, start, type Answer, type Call, type Part } from "./support";

export const ACCESS_KEY = "QTWAOYTTINDUT2QVKYUC";
export const SECRET_KEY = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc";
export const PROJECT_ID = "77b6a44cba5143ab91d13ab9a8ff44fd";

/** How a request is signed, and what a test does wrong with it. */
export interface Signing {
  accessKey?: string;
  secretKey?: string;
  securityToken?: string;
  /** Milliseconds since 1970; by default now. */
  at?: number;
  /** Milliseconds by which the client's clock is fast. */
  ahead?: number;
  /** For bodies that are not signed. */
  unsigned?: boolean;
}

/** A signer of the tests' own, for targets that need no further encoding. */
export function signed(
  url: string,
  { method = "GET", headers = {}, body = "" }: Call,
  signing: Signing = {},
): Record<string, string> {
  const {
    accessKey = ACCESS_KEY,
    secretKey = SECRET_KEY,
    securityToken,
    at = Date.now(),
    ahead = 0,
    unsigned = false,
  } = signing;
  const { host, pathname, search } = new URL(url);
  const date = sdkDate(at + ahead);
  const all: Record<string, string> = {
    ...headers,
    host,
    "x-sdk-date": date,
    ...(securityToken === undefined ? {} : { "x-security-token": securityToken }),
    ...(unsigned ? { "x-sdk-content-sha256": "UNSIGNED-PAYLOAD" } : {}),
  };
  const names = Object.keys(all)
    .filter((name) => !unsigned || name !== "content-type")
    .sort();
  const query = search.slice(1).split("&").sort().join("&");
  const lines = [
    method,
    pathname.replace(/\/?$/, "/"),
    query,
    ...names.map((name) => `${name}:${all[name]?.trim()}`),
    "",
    names.join(";"),
  ];
  const canonical = [...lines, unsigned ? "UNSIGNED-PAYLOAD" : sha256(body)].join("\n");
  const text = ["SDK-HMAC-SHA256", date, sha256(canonical)].join("\n");
  const signature = createHmac("sha256", secretKey).update(text).digest("hex");
  return {
    ...all,
    authorization: `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}

export function sdkDate(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

export type Body = Record<string, unknown>;

/** Everything that a signature must have; its source needs no more. */
export const ENTERPRISE: Body = {
  signature_name: "样例科技",
  signature_source: 0,
  signature_type: "VERIFY_CODE_TYPE",
  is_involved_third: "No",
};

/** A client that does everything right, unless told otherwise, and the reviewer beside it. */
export class HuaweiRig {
  constructor(
    readonly emulator: Emulator,
    readonly signing: Signing = {},
    readonly projectId = PROJECT_ID,
  ) {}

  as(signing: Signing, projectId = this.projectId): HuaweiRig {
    return new HuaweiRig(this.emulator, signing, projectId);
  }

  /** A signed call of the service; `path` as it follows `/msgsms`. */
  vendor(path: string, options: Call = {}, signing = this.signing): Promise<Answer> {
    const url = `${this.emulator.url}/v2/${this.projectId}/msgsms${path}`;
    return call(url, { ...options, headers: signed(url, options, signing) });
  }

  json(method: "POST" | "PUT", path: string, body: unknown): Promise<Answer> {
    return this.vendor(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  }

  async appId(): Promise<string> {
    const { results } = (await this.vendor("/apps")).json as { results: { id: string }[] };
    return results[0]!.id;
  }

  async create(body: Body = {}): Promise<Answer> {
    return this.json("POST", "/signatures", { app_id: await this.appId(), ...ENTERPRISE, ...body });
  }

  async update(id: string, body: Body = {}): Promise<Answer> {
    return this.json("PUT", `/signatures/${id}`, { app_id: await this.appId(), ...ENTERPRISE, ...body });
  }

  activate(id: string): Promise<Answer> {
    return this.vendor(`/signatures/${id}/active`, { method: "PUT" });
  }

  /** Names and number of what a list gives. */
  async list(query = ""): Promise<{ names: unknown[]; total: number }> {
    const { json, status, text } = await this.vendor(`/signatures${query}`);
    if (status !== 200) throw new Error(`no list but ${status} ${text}`);
    const { results, total } = json as { results: Body[]; total: number };
    return { names: results.map((one) => one["signature_name"]), total };
  }

  /** A file in a form, whose body is not signed. */
  form(parts: readonly Part[], query = ""): Promise<Answer> {
    const headers = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
    const options = { method: "POST", headers, body: multipart(parts) } as const;
    return this.vendor(`/upload-files${query}`, options, { ...this.signing, unsigned: true });
  }

  upload(fileName = "licence.png", content: Buffer = PNG): Promise<Answer> {
    return this.form([{ name: "file", fileName, content, contentType: "image/png" }]);
  }

  async uploaded(fileName?: string, content?: Buffer): Promise<string> {
    const { status, json, text } = await this.upload(fileName, content);
    if (status !== 200) throw new Error(`not taken but ${status} ${text}`);
    return (json as { file_id: string }).file_id;
  }

  show(id: string): Promise<Answer> {
    return this.vendor(`/signatures/${id}`);
  }

  delete(id: string): Promise<Answer> {
    return this.vendor(`/signatures/${id}`, { method: "DELETE" });
  }

  control(path: string, method: Call["method"] = "GET", body?: unknown): Promise<Answer> {
    return call(`${this.emulator.url}/_emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  review(id: string, decision: "approve" | "reject", reason?: string): Promise<Answer> {
    return this.control(`/signatures/huaweicloud/${id}/review`, "POST", { decision, reason });
  }

  async signatures(): Promise<SignatureView[]> {
    return (await this.control("/signatures")).json as SignatureView[];
  }

  /** Creates one and leaves it under review. */
  async created(body: Body = {}): Promise<string> {
    const { status, json, text } = await this.create(body);
    if (status !== 200) throw new Error(`not taken but ${status} ${text}`);
    return (json as { id: string }).id;
  }
}

/** HTTP status and code of a refusal, which must be in the envelope of the service or of its gateway. */
export function refused({ status, json, text }: Answer): [number, unknown] {
  const { error_code: code, ...rest } = (json ?? {}) as Body;
  const members = String(code).startsWith("APIGW.") ? ["error_msg", "request_id"] : ["error_msg", "error_detail"];
  const fits = Object.keys(rest).sort().join() === members.sort().join() && rest["error_msg"] !== "";
  if (!fits) throw new Error(`no refusal but ${status} ${text}`);
  return [status, code];
}

export async function startHuawei(options: EmulatorOptions = {}): Promise<HuaweiRig> {
  return new HuaweiRig((await start(options)).emulator);
}
