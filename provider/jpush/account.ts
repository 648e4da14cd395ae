import { resolve } from "node:path";
import type { QueryAnswer, RemovalAnswer, SignatureId, VendorAccount } from "../lifecycle/vendor";
import { redactReason } from "../redact";
import type { Values } from "../values";
import { askedTwice, changeFailed, isAbsent } from "../vendors/answers";
import type { Outcome } from "../vendors/answers";
import { LOOKS_FIRST, type Failure } from "../vendors/failures";
import { makeFiledIds } from "../vendors/filedIds";
import type { AccountRuntime, JPushAccess } from "./access";
import type { QueriedSignature } from "./answers";
import { JPushClient, signIdOf } from "./client";
import { formParts, privatesIn } from "./content";
import { errorAt, privateTextsOf } from "./failures";
import { JPushFiling } from "./filing";
import { openReviewsOf, type OpenReviews } from "./openReviews";
import { rejectionReasonIn } from "./reviewFeed";
import { revisionOf } from "./revisions";
import { JPUSH_RULES } from "./vendorRules";
import { statusOf } from "./statuses";

/** One app at JPush. */
export class JPushAccount implements VendorAccount {
  readonly rules = JPUSH_RULES;
  readonly #client: JPushClient;
  readonly #reviews: OpenReviews;

  constructor(
    private readonly access: JPushAccess,
    private readonly runtime: AccountRuntime,
  ) {
    this.#client = new JPushClient(access, runtime.revision, runtime);
    this.#reviews = openReviewsOf(runtime, access.fingerprint);
  }

  get fingerprint(): string {
    return this.access.fingerprint;
  }

  async query(id: SignatureId): Promise<QueryAnswer> {
    const signId = signIdOf(id);
    const { answer, ...sent } = await this.#asked(signId, () => this.#client.query(signId));
    if (answer.kind === "success") return this.#observed(signId, answer.value);
    if (!isAbsent(answer)) return { kind: "failed", error: this.#error({ ...sent, answer }, null) };
    this.#reviews.seen(signId, false);
    return { kind: "absent" };
  }

  async remove(id: SignatureId): Promise<RemovalAnswer> {
    const signId = signIdOf(id);
    const { answer, ...sent } = await this.#asked(signId, () => this.#client.remove(signId));
    if (answer.kind !== "refused" || isAbsent(answer)) this.#reviews.ended();
    if (answer.kind === "success") return { kind: "done" };
    if (isAbsent(answer)) return { kind: "absent" };
    return changeFailed(answer, this.#error({ ...sent, answer }, LOOKS_FIRST));
  }

  filing(inputs: Values): JPushFiling {
    return new JPushFiling(
      this.access,
      {
        revision: revisionOf(inputs),
        prepare: () => formParts(inputs, this.access, this.runtime.folder),
        privateTexts: privatesIn(inputs),
      },
      this.runtime,
    );
  }

  #asked<Value>(signId: number, ask: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const { memory, timing } = this.runtime;
    return askedTwice(memory.of(makeFiledIds).has(this.fingerprint, signId), ask, timing);
  }

  /** The query tells no reason; JPush's callback does, to whoever receives it and feeds it. */
  async #observed(signId: number, seen: QueriedSignature): Promise<QueryAnswer> {
    const status = statusOf(seen.vendorStatus);
    this.#reviews.seen(signId, status === "pending");
    const reason = status === "rejected" ? await this.#rejectionReason(signId) : undefined;
    return { kind: "present", status, ...seen, ...(reason === undefined ? {} : { rejectionReason: reason }) };
  }

  async #rejectionReason(signId: number): Promise<string | undefined> {
    const { reviewFeed, fingerprint } = this.access;
    if (reviewFeed === null) return undefined;
    const fed = await rejectionReasonIn(resolve(this.runtime.folder, reviewFeed), fingerprint, signId);
    return fed === undefined
      ? undefined
      : redactReason(fed, [...privateTextsOf(this.access), ...this.runtime.privateTexts]);
  }

  #error(failure: Failure, ifLost: string | null): Error {
    return errorAt(this.access, failure, ifLost, this.runtime.privateTexts);
  }
}
