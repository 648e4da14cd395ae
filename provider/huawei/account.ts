import type { Failure } from "../http/failures";
import { foreignReason } from "../http/foreignText";
import type { Outcome } from "../http/outcome";
import type { Runtime } from "../http/timing";
import type {
  Observation,
  QueryAnswer,
  RemovalAnswer,
  SearchAnswer,
  SignatureId,
  UploadedFiles,
  VendorAccount,
} from "../lifecycle/vendor";
import type { Values } from "../values";
import { askedTwice, changeFailed, isAbsent } from "../vendors/calls";
import { makeFiledIds } from "../vendors/filedIds";
import { keyOf, type ProjectAccess } from "./access";
import type { QueriedSignature } from "./answers";
import { HuaweiClient } from "./client";
import { NO_SIGNATURE_ID } from "./codes";
import { errorAt, privatesAt } from "./failures";
import { HuaweiFiling } from "./filing";
import { foundAmong, type LostSubmission } from "./lostSubmissions";
import { HUAWEI_RULES } from "./vendorRules";
import { statusOf } from "./statuses";

/** How an account is asked. */
export interface Asking extends Runtime {
  /** The program's folder. */
  readonly folder: string;
}

/** One project at Huawei Cloud. */
export class HuaweiAccount implements VendorAccount {
  readonly rules = HUAWEI_RULES;
  readonly #client: HuaweiClient;

  constructor(
    private readonly access: ProjectAccess,
    private readonly asking: Asking,
  ) {
    this.#client = new HuaweiClient(access, asking);
  }

  get fingerprint(): string {
    return this.access.fingerprint;
  }

  async query(id: SignatureId): Promise<QueryAnswer> {
    const { answer, ...sent } = await this.#asked(id, () => this.#client.query(String(id)));
    if (answer.kind === "success") return this.#observed(answer.value);
    if (isAbsent(answer)) return { kind: "absent" };
    const noKey = answer.kind === "refused" && answer.vendorCode === NO_SIGNATURE_ID;
    return { kind: "failed", error: this.#error({ ...sent, answer }, false), noKey };
  }

  async remove(id: SignatureId): Promise<RemovalAnswer> {
    return this.#changed(await this.#asked(id, () => this.#client.remove(String(id))));
  }

  async activate(id: SignatureId): Promise<RemovalAnswer> {
    return this.#changed(await this.#client.activate(String(id)));
  }

  async find(lost: LostSubmission): Promise<SearchAnswer> {
    const { answer, ...sent } = await this.#client.signaturesNamed(lost.text);
    if (answer.kind !== "success") return { kind: "failed", error: this.#error({ ...sent, answer }, false) };
    return { kind: "found", ids: foundAmong(answer.value, lost).filter((id) => !this.#isFiledHere(id)) };
  }

  async keysOf(shown: SignatureId): Promise<SearchAnswer> {
    const { answer, ...sent } = await this.#client.signaturesShownAs(String(shown));
    if (answer.kind !== "success") return { kind: "failed", error: this.#error({ ...sent, answer }, false) };
    return { kind: "found", ids: answer.value.map(({ id }) => id) };
  }

  filing(inputs: Values, uploads: UploadedFiles): HuaweiFiling {
    return new HuaweiFiling(this.access, inputs, uploads, this.asking);
  }

  #asked<Value>(id: SignatureId, ask: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    return askedTwice(this.#isFiledHere(id), ask, this.asking.timing);
  }

  #isFiledHere(id: SignatureId): boolean {
    return this.asking.memory.of(makeFiledIds).has(keyOf(this.access), id);
  }

  #changed({ answer, ...sent }: Outcome<"done">): RemovalAnswer {
    if (answer.kind === "success") return { kind: "done" };
    return isAbsent(answer) ? { kind: "absent" } : changeFailed(answer, this.#error({ ...sent, answer }, true));
  }

  #observed(seen: QueriedSignature): Observation {
    const { signatureId, channelNumber, createTime, updateTime, vendorStatus, text } = seen;
    const privates = privatesAt(this.access.credentials, this.asking.memory);
    const reason = seen.rejectionReason === null ? undefined : foreignReason(seen.rejectionReason, privates);
    return {
      kind: "present",
      status: statusOf(vendorStatus),
      vendorStatus,
      text,
      ...(reason === undefined ? {} : { rejectionReason: reason }),
      declared: declaredIn(seen),
      details: { signatureId, channelNumber, createTime, updateTime },
    };
  }

  #error(failure: Failure, changes: boolean): Error {
    return errorAt(this.access, failure, changes, this.asking.memory);
  }
}

function declaredIn({ type, source }: QueriedSignature): Values {
  const told = { signatureType: type, signatureSource: source };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
}
