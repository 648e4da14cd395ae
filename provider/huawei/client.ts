import type { Exchange, Request } from "../http/exchange";
import { encodeMultipart, type FilePart } from "../http/multipart";
import { sendUpTo } from "../http/retry";
import type { Runtime } from "../http/timing";
import type { Endpoint } from "../settings/connection";
import type { Answer, Outcome } from "../vendors/answers";
import type { Failure } from "../vendors/failures";
import type { HuaweiAccess, Iam, ProjectAccess } from "./access";
import {
  readApplications,
  readDone,
  readFiling,
  readQuery,
  readSignatures,
  readUpload,
  type Application,
  type FiledSignature,
  type Page,
  type QueriedSignature,
} from "./answers";
import { authorize } from "./authorization";
import { readProjects } from "./iam";
import { encode } from "./signing";

/** A signature's body as it is sent. */
export type SignatureBody = { readonly [wireName: string]: string | number };

type Query = { readonly [name: string]: string };

/** What one call is, before its address and what lets it in. */
interface Call {
  readonly method: Request["method"];
  readonly path: string;
  readonly query?: Query;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Buffer;
  /** True where sending it twice would do harm. */
  readonly once?: true;
}

/** The service's limit is not documented; its own default is 10. */
const PAGE_SIZE = 50;
/** A list that goes on longer is not followed to its end. */
const MOST_PAGES = 200;

/** Huawei Cloud's calls for signatures, and for what they refer to. */
export class HuaweiClient {
  constructor(
    private readonly access: ProjectAccess,
    private readonly runtime: Runtime,
  ) {}

  /** Files a new submission. */
  create(body: SignatureBody): Promise<Outcome<FiledSignature>> {
    return this.#send({ method: "POST", path: "signatures", once: true, ...json(body) }, (answered) =>
      readFiling(answered, null),
    );
  }

  /** Replaces the content of a rejected submission, which submits it for review again. */
  modify(id: string, body: SignatureBody): Promise<Outcome<FiledSignature>> {
    return this.#send({ method: "PUT", path: `signatures/${encode(id)}`, once: true, ...json(body) }, (answered) =>
      readFiling(answered, id),
    );
  }

  query(id: string): Promise<Outcome<QueriedSignature>> {
    return this.#send({ method: "GET", path: `signatures/${encode(id)}` }, (answered) => readQuery(answered, id));
  }

  remove(id: string): Promise<Outcome<"done">> {
    return this.#send({ method: "DELETE", path: `signatures/${encode(id)}` }, readDone);
  }

  /** Asks for a lapsed one to be taken back into use. */
  activate(id: string): Promise<Outcome<"done">> {
    return this.#send({ method: "PUT", path: `signatures/${encode(id)}/active`, once: true }, readDone);
  }

  /** The signatures of one name, in whatever state. */
  signaturesNamed(name: string): Promise<Outcome<readonly QueriedSignature[]>> {
    return this.#list("signatures", { signature_name: name }, readSignatures, (each) => each.text === name);
  }

  /** The signatures of one signature_id, which is another than the primary key. */
  signaturesShownAs(signatureId: string): Promise<Outcome<readonly QueriedSignature[]>> {
    return this.#list(
      "signatures",
      { signature_id: signatureId },
      readSignatures,
      (each) => each.signatureId === signatureId,
    );
  }

  /** The applications of one name. */
  applicationsNamed(name: string): Promise<Outcome<readonly Application[]>> {
    return this.#list("apps", { app_name: name }, readApplications, (each) => each.name === name);
  }

  /** Uploads a document; gives the id under which a signature refers to it. */
  async upload(part: FilePart, description: string): Promise<Outcome<string>> {
    const { contentType, body } = await encodeMultipart([part]);
    return this.#send(
      {
        method: "POST",
        path: "upload-files",
        query: { file_desc: description },
        body,
        headers: { "content-type": contentType },
        once: true,
      },
      readUpload,
    );
  }

  async #list<Item extends { readonly id: string }>(
    path: string,
    query: Query,
    read: (answered: Exchange) => Answer<Page<Item>>,
    isMeant: (item: Item) => boolean,
  ): Promise<Outcome<readonly Item[]>> {
    const found = new Map<string, Item>();
    for (let page = 1; ; page++) {
      const outcome = await this.#send(
        { method: "GET", path, query: { ...query, limit: String(PAGE_SIZE), offset: String(found.size) } },
        read,
      );
      if (outcome.answer.kind !== "success") return { ...outcome, answer: outcome.answer };
      const before = found.size;
      for (const item of outcome.answer.value.items) found.set(item.id, item);
      // One that gives nothing new has come to its end, whatever it says of its length.
      const ended = found.size === before || found.size >= outcome.answer.value.total || page === MOST_PAGES;
      if (ended) return { ...outcome, answer: { kind: "success", value: [...found.values()].filter(isMeant) } };
    }
  }

  #send<Value>({ path, ...call }: Call, read: (answered: Exchange) => Answer<Value>): Promise<Outcome<Value>> {
    const { endpoint, projectId } = this.access;
    const base = `/v2/${encode(projectId)}/msgsms/`;
    return sendAuthorized(endpoint, { ...call, path: base + path }, this.access, projectId, read, this.runtime);
  }
}

/** The ids of the projects that are named as the region. */
export function findProjects(
  { endpoint, region }: Iam,
  access: HuaweiAccess,
  runtime: Runtime,
): Promise<Outcome<readonly string[]>> {
  const call = { method: "GET", path: "/v3/projects", query: { name: region } } as const;
  return sendAuthorized(endpoint, call, access, null, (answered) => readProjects(answered, region), runtime);
}

async function sendAuthorized<Value>(
  endpoint: Endpoint,
  { path, query = {}, once, ...call }: Call,
  access: HuaweiAccess,
  projectId: string | null,
  read: (answered: Exchange) => Answer<Value>,
  runtime: Runtime,
): Promise<Outcome<Value>> {
  const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const url = endpoint.url + path + (pairs.length === 0 ? "" : `?${pairs.join("&")}`);
  const request: Request = {
    ...call,
    url,
    proxy: endpoint.proxy,
    once: once ?? false,
    headers: { ...call.headers, accept: "application/json" },
  };
  for (let renewed = false; ; renewed = true) {
    const authorized = await authorize(request, access, projectId, runtime);
    if ("failed" in authorized) return withoutToken(request, authorized.failed);
    const outcome = await sendUpTo(
      () => ({ ...request, headers: { ...request.headers, ...authorized.headers() } }),
      access.limits,
      read,
      runtime,
    );
    // A token can end before its time; the refused request did nothing, whatever it was.
    if (renewed || !isUnauthorized(outcome.answer) || !authorized.renew()) return outcome;
  }
}

/**
 * No token came: whatever is the matter with IAM, the request was not sent, and that is certain. What IAM refused, or
 * what did not get there, was the call for the token.
 */
function withoutToken({ method, url }: Request, failed: Failure): Failure {
  const { answer } = failed;
  if (answer.kind !== "unknown") return failed;
  return {
    call: { method, url },
    tries: failed.tries,
    answer: { kind: "not-sent", reason: `no token came from IAM: ${answer.reason}` },
  };
}

function isUnauthorized(answer: Answer<unknown>): boolean {
  return answer.kind === "refused" && answer.httpStatus === 401;
}

function json(body: SignatureBody): Pick<Call, "headers" | "body"> {
  return { body: Buffer.from(JSON.stringify(body)), headers: { "content-type": "application/json" } };
}
