import { runExclusive } from "../runExclusive";
import type { PlacedDocument } from "../inputs/form";
import type { Filing, FilingAnswer, Refused, SignatureId, UploadedFiles } from "../lifecycle/vendor";
import type { Values } from "../values";
import { changeFailed, prepared } from "../vendors/answers";
import type { Answer, Outcome, Unsuccessful } from "../vendors/answers";
import { LOOKS_FIRST, type Failure } from "../vendors/failures";
import { makeFiledIds } from "../vendors/filedIds";
import { keyOf, type AccountRuntime, type ProjectAccess } from "./access";
import { findApplication, forgetApplication } from "./applications";
import { HuaweiClient, type SignatureBody } from "./client";
import type { FiledSignature } from "./answers";
import { EXISTS, NO_SUCH_APPLICATION, NO_SUCH_FILE } from "./codes";
import { prepareContent } from "./content";
import { errorAt } from "./failures";
import { Uploads } from "./uploads";

const WAYS_OUT =
  "Set adoptId to its id to take it over, or choose another name. " +
  "If a resource has it already, under another name in the program, give this one that name as an alias: adopted by two, it is deleted with either.";

const UPLOAD_LOST =
  "Nothing was filed. If the document arrived, Huawei Cloud keeps a copy that nothing refers to and nobody can delete. " +
  "Run the same command again: the document is uploaded anew.";

/** A body that can be sent, and which of its documents were held before. */
interface Assembled {
  readonly kind: "assembled";
  readonly body: SignatureBody;
  readonly appName: string | null;
  readonly remembered: readonly PlacedDocument[];
}

/** One content and one project: looks up its application, uploads its documents, and sends the rest. */
export class HuaweiFiling implements Filing {
  readonly #account: string;
  readonly #client: HuaweiClient;
  readonly #uploads: Uploads;

  constructor(
    private readonly access: ProjectAccess,
    private readonly inputs: Values,
    uploads: UploadedFiles,
    private readonly runtime: AccountRuntime,
  ) {
    this.#account = keyOf(access);
    this.#client = new HuaweiClient(access, runtime);
    this.#uploads = new Uploads(this.#account, uploads, runtime.memory);
  }

  submit(sending: () => Promise<void>): Promise<FilingAnswer> {
    return this.#file(sending, (body) => this.#client.create(body));
  }

  modify(id: SignatureId, sending: () => Promise<void>): Promise<FilingAnswer> {
    return this.#file(sending, (body) => this.#client.modify(String(id), body));
  }

  /** All that can be seen to before the filing itself: its rules, its application, its documents. */
  prepare(): Promise<Refused | null> {
    return this.#inTurn(async () => {
      const assembled = await this.#assemble();
      return assembled.kind === "refused" ? assembled : null;
    });
  }

  #file(
    sending: () => Promise<void>,
    send: (body: SignatureBody) => Promise<Outcome<FiledSignature>>,
  ): Promise<FilingAnswer> {
    return this.#inTurn(async () => {
      const assembled = await this.#assemble();
      if (assembled.kind === "refused") return assembled;
      await sending();
      const sent = await send(assembled.body);
      if (codeOf(sent.answer) !== NO_SUCH_FILE || assembled.remembered.length === 0)
        return this.#answered(sent, assembled);
      this.#uploads.forget(assembled.remembered);
      const anew = await this.#assemble();
      return anew.kind === "refused" ? anew : this.#answered(await send(anew.body), anew);
    });
  }

  /** One at a time for an account, so that few documents are in memory at once and none is uploaded by two. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return runExclusive(this.runtime.memory, this.#account, work);
  }

  async #assemble(): Promise<Assembled | Refused> {
    const application = await prepared(async () => {
      const content = prepareContent(this.inputs);
      return {
        content,
        appId:
          content.appName === null
            ? null
            : await findApplication(content.appName, this.#account, this.#client, this.runtime.memory),
      };
    });
    if ("reason" in application) return application;
    const { content, appId } = application.content;
    if (appId !== null && typeof appId !== "string") return this.#notFiled(appId, null);
    const remembered = content.documents.filter((each) => this.#uploads.has(each));
    const uploaded = await prepared(() => this.#uploads.complete(content.documents, this.#client, this.runtime.folder));
    if ("reason" in uploaded) return uploaded;
    if (uploaded.content !== null) return this.#notFiled(uploaded.content, UPLOAD_LOST);
    const body = {
      ...content.body,
      ...(appId === null ? {} : { app_id: appId }),
      ...this.#uploads.idsOf(content.documents),
    };
    return { kind: "assembled", body, appName: content.appName, remembered };
  }

  async #answered({ answer, ...sent }: Outcome<FiledSignature>, { body, appName }: Assembled): Promise<FilingAnswer> {
    if (answer.kind === "success") {
      const { id, signatureId } = answer.value;
      this.runtime.memory.of(makeFiledIds).add(this.#account, id);
      return { kind: "taken", id, ...(signatureId === null ? {} : { details: { signatureId } }) };
    }
    if (appName !== null && NO_SUCH_APPLICATION.includes(codeOf(answer)))
      forgetApplication(appName, this.#account, this.runtime.memory);
    const error = this.#error({ ...sent, answer: await this.#namingTheOther(answer, body) }, LOOKS_FIRST);
    return changeFailed(answer, error);
  }

  /** Of a call that comes before the filing: whatever became of it, nothing was filed. */
  #notFiled(failure: Failure, ifLost: string | null): Refused {
    return {
      kind: "refused",
      reason: failure.answer.kind === "not-sent" ? "not-sent" : "other",
      error: this.#error(failure, ifLost),
    };
  }

  /** Where a signature of the same name and type stands in the way: which one it is. */
  async #namingTheOther(answer: Unsuccessful, body: SignatureBody): Promise<Unsuccessful> {
    if (answer.kind !== "refused" || !EXISTS.includes(answer.refusal.code)) return answer;
    const listed = await this.#client.signaturesNamed(String(body["signature_name"]));
    const others =
      listed.answer.kind === "success" ? listed.answer.value.filter(({ type }) => type === body["signature_type"]) : [];
    const which = others
      .map(({ id, signatureId, vendorStatus }) => ` It is ${signatureId ?? id} (${vendorStatus}).`)
      .join("");
    const advice = `${answer.refusal.advice}${which} ${WAYS_OUT}`;
    return { ...answer, refusal: { ...answer.refusal, advice } };
  }

  #error(failure: Failure, ifLost: string | null): Error {
    return errorAt(this.access, failure, ifLost, this.runtime.memory);
  }
}

function codeOf(answer: Answer<unknown>): string | number | null {
  return answer.kind === "refused" ? answer.refusal.code : null;
}
