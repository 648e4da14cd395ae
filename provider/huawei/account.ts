import type { Digests } from "../lifecycle/digest";
import type {
  Observation,
  QueryAnswer,
  RemovalAnswer,
  SearchAnswer,
  SignatureId,
  UploadedFiles,
  VendorAccount,
} from "../lifecycle/vendor";
import { redactReason } from "../redact";
import type { Values } from "../values";
import { askedTwice, changeFailed, isAbsent } from "../vendors/answers";
import type { Outcome } from "../vendors/answers";
import { LOOKS_FIRST, type Failure } from "../vendors/failures";
import { makeFiledIds } from "../vendors/filedIds";
import { keyOf, type AccountRuntime, type ProjectAccess } from "./access";
import type { QueriedSignature } from "./answers";
import { HuaweiClient } from "./client";
import { digestOfInput } from "./content";
import { NO_SIGNATURE_ID } from "./codes";
import { errorAt, privateTextsAt } from "./failures";
import { HuaweiFiling } from "./filing";
import { foundAmong, type LostSubmission } from "./lostSubmissions";
import { HUAWEI_RULES } from "./vendorRules";
import { statusOf } from "./statuses";

/** One project at Huawei Cloud. */
export class HuaweiAccount implements VendorAccount {
  readonly rules = HUAWEI_RULES;
  readonly #client: HuaweiClient;

  constructor(
    private readonly access: ProjectAccess,
    private readonly runtime: AccountRuntime,
  ) {
    this.#client = new HuaweiClient(access, runtime);
  }

  get fingerprint(): string {
    return this.access.fingerprint;
  }

  async query(id: SignatureId): Promise<QueryAnswer> {
    const { answer, ...sent } = await this.#asked(id, () => this.#client.query(String(id)));
    if (answer.kind === "success") return this.#observed(answer.value);
    if (isAbsent(answer)) return { kind: "absent" };
    const noKey = answer.kind === "refused" && answer.refusal.code === NO_SIGNATURE_ID;
    return { kind: "failed", error: this.#error({ ...sent, answer }, null), noKey };
  }

  async remove(id: SignatureId): Promise<RemovalAnswer> {
    return this.#changed(await this.#asked(id, () => this.#client.remove(String(id))));
  }

  async activate(id: SignatureId): Promise<RemovalAnswer> {
    return this.#changed(await this.#client.activate(String(id)));
  }

  async find(lost: LostSubmission): Promise<SearchAnswer> {
    const { answer, ...sent } = await this.#client.signaturesNamed(lost.text);
    if (answer.kind !== "success") return { kind: "failed", error: this.#error({ ...sent, answer }, null) };
    return { kind: "found", ids: foundAmong(answer.value, lost).filter((id) => !this.#isFiledHere(id)) };
  }

  async keysOf(shown: SignatureId): Promise<SearchAnswer> {
    const { answer, ...sent } = await this.#client.signaturesShownAs(String(shown));
    if (answer.kind !== "success") return { kind: "failed", error: this.#error({ ...sent, answer }, null) };
    return { kind: "found", ids: answer.value.map(({ id }) => id) };
  }

  filing(inputs: Values, uploads: UploadedFiles): HuaweiFiling {
    return new HuaweiFiling(this.access, inputs, uploads, this.runtime);
  }

  #asked<Value>(id: SignatureId, ask: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    return askedTwice(this.#isFiledHere(id), ask, this.runtime.timing);
  }

  #isFiledHere(id: SignatureId): boolean {
    return this.runtime.memory.of(makeFiledIds).has(keyOf(this.access), id);
  }

  #changed({ answer, ...sent }: Outcome<"done">): RemovalAnswer {
    if (answer.kind === "success") return { kind: "done" };
    return isAbsent(answer) ? { kind: "absent" } : changeFailed(answer, this.#error({ ...sent, answer }, LOOKS_FIRST));
  }

  #observed(seen: QueriedSignature): Observation {
    const { signatureId, channelNumber, createTime, updateTime, vendorStatus, text } = seen;
    const privateTexts = privateTextsAt(this.access, this.runtime.memory);
    const reason = seen.rejectionReason === null ? undefined : redactReason(seen.rejectionReason, privateTexts);
    return {
      kind: "present",
      status: statusOf(vendorStatus),
      vendorStatus,
      text,
      ...(reason === undefined ? {} : { rejectionReason: reason }),
      fields: digestsOf(declaredIn(seen)),
      declared: declaredIn(seen),
      details: { signatureId, channelNumber, createTime, updateTime },
    };
  }

  #error(failure: Failure, ifLost: string | null): Error {
    return errorAt(this.access, failure, ifLost, this.runtime.memory);
  }
}

/** What else the vendor tells of what was filed, as far as it tells. */
function declaredIn({ type, source }: QueriedSignature): Values {
  const told = { signatureType: type, signatureSource: source };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
}

function digestsOf(declared: Values): Digests {
  return Object.fromEntries(
    Object.entries(declared).flatMap(([input, value]) => {
      const digest = digestOfInput(input, value);
      return digest === null ? [] : [[input, digest]];
    }),
  );
}
