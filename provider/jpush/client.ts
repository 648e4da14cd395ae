import type { Exchange, Request } from "../http/exchange";
import { encodeMultipart, type Part } from "../http/multipart";
import { sendUpTo } from "../http/retry";
import type { Runtime } from "../http/timing";
import type { SignatureId } from "../lifecycle/vendor";
import type { Answer, Outcome } from "../vendors/answers";
import type { JPushAccess } from "./access";
import { readFiling, readQuery, readRemoval, type QueriedSignature } from "./answers";
import type { Revision } from "./revisions";

/** JPush's four endpoints for signatures, over HTTP Basic. */
export class JPushClient {
  constructor(
    private readonly access: JPushAccess,
    /** In which JPush is asked, and answers. */
    private readonly revision: Revision,
    private readonly runtime: Runtime,
  ) {}

  /** Files a new submission; gives its sign_id. */
  create(parts: readonly Part[]): Promise<Outcome<number>> {
    return this.#file("/v1/sign", parts, null);
  }

  /** Replaces the content of a rejected submission, which submits it for review again; gives its sign_id. */
  modify(signId: number, parts: readonly Part[]): Promise<Outcome<number>> {
    return this.#file(`/v1/sign/${signId}`, parts, signId);
  }

  query(signId: number): Promise<Outcome<QueriedSignature>> {
    return this.#send({ method: "GET", once: false }, `/v1/sign/${signId}`, (answered) =>
      readQuery(answered, signId, this.revision),
    );
  }

  remove(signId: number): Promise<Outcome<"removed">> {
    return this.#send({ method: "DELETE", once: false }, `/v1/sign/${signId}`, (answered) =>
      readRemoval(answered, this.revision),
    );
  }

  async #file(path: string, parts: readonly Part[], asked: number | null): Promise<Outcome<number>> {
    const { contentType, body } = await encodeMultipart(parts);
    const form = { method: "POST", once: true, body, headers: { "content-type": contentType } } as const;
    return this.#send(form, path, (answered) => readFiling(answered, asked, this.revision));
  }

  #send<Value>(
    call: Pick<Request, "method" | "once"> & Partial<Request>,
    path: string,
    read: (answered: Exchange) => Answer<Value>,
  ): Promise<Outcome<Value>> {
    const { endpoint, limits } = this.access;
    const headers = { ...call.headers, accept: "application/json", authorization: `Basic ${basicToken(this.access)}` };
    const request = { ...call, url: endpoint.url + path, proxy: endpoint.proxy, headers };
    return sendUpTo(() => request, limits, read, this.runtime);
  }
}

/** What Basic authentication sends; as private as the secret in it. */
export function basicToken({ appKey, masterSecret }: JPushAccess): string {
  return Buffer.from(`${appKey}:${masterSecret.reveal()}`).toString("base64");
}

/** @throws Error for what can be no id of JPush */
export function signIdOf(id: SignatureId): number {
  const signId = Number(id);
  if (!Number.isInteger(signId) || signId <= 0)
    throw new Error(`${JSON.stringify(id)} is not an id of JPush: those are whole numbers above 0.`);
  return signId;
}
