import { errorOf, type Failure } from "../http/failures";
import { foreignReason } from "../http/foreignText";
import type { Outcome } from "../http/outcome";
import { SYSTEM_TIMING, type Timing } from "../http/timing";
import type {
  HeldFiles,
  Observation,
  QueryAnswer,
  RemovalAnswer,
  SearchAnswer,
  SignatureId,
  Vendor,
  VendorRules,
} from "../lifecycle/vendor";
import { askedTwice, changeFailed, isAbsent } from "../vendors/calls";
import { keyOf, type HuaweiAccount } from "./account";
import { VENDOR, type QueriedSignature } from "./answers";
import { HuaweiClient } from "./client";
import { CONSOLE, NO_SIGNATURE_ID } from "./codes";
import { REVIEWERS_ONLY, UNIQUE_BY } from "./content";
import { environmentOf, privatesOf } from "./credentials";
import { Filer, type Filing } from "./filing";
import { foundAmong } from "./lostSubmissions";
import { COMING_BACK, RESERVATIONS, statusOf } from "./statuses";
import { tokensInUse } from "./tokens";

export const HUAWEI_RULES: VendorRules = {
  vendor: VENDOR,
  textField: "signatureName",
  reviewersOnly: REVIEWERS_ONLY,
  editable: ["rejected"],
  reviewsAtOnce: "many",
  lists: true,
  uniqueBy: UNIQUE_BY,
  neverWithdrawn: COMING_BACK,
  reservations: RESERVATIONS,
  deletionTakesAlong: "its channel number and every template under it",
  console: CONSOLE,
  shownId: "signatureId",
  adoptionAdvice:
    "Give the signature_id that the console shows, or the primary key `id` that the API lists, of one in this project and region.",
};

/** Ids that this process filed, with their account: a query may not find one of these at once, and none of them was lost. */
const filedHere = new Set<string>();

/**
 * Huawei Cloud for one resource's content.
 * @param files documents that the vendor holds already
 */
export function connectHuawei(
  account: HuaweiAccount,
  filing: Filing,
  files: HeldFiles = {},
  timing: Timing = SYSTEM_TIMING,
): Vendor {
  const client = new HuaweiClient(account, timing);
  const errorFor = (failure: Failure, changes: boolean) => errorAt(account, failure, changes);
  const filer = new Filer(keyOf(account), filing, files, client, errorFor);
  const nameOf = (id: SignatureId) => `${keyOf(account)} ${id}`;
  const filed = async (answering: ReturnType<Filer["file"]>) => {
    const answer = await answering;
    if (answer.kind === "taken") filedHere.add(nameOf(answer.id));
    return answer;
  };
  const changed = ({ answer, ...sent }: Outcome<"done">): RemovalAnswer => {
    if (answer.kind === "success") return { kind: "done" };
    return isAbsent(answer) ? { kind: "absent" } : changeFailed(answer, errorFor({ ...sent, answer }, true));
  };
  const asked = <Value>(id: SignatureId, ask: () => Promise<Outcome<Value>>) =>
    askedTwice(filedHere.has(nameOf(id)), ask, timing);

  return {
    rules: HUAWEI_RULES,

    submit: (sending) => filed(filer.file(sending, (body) => client.create(body))),

    prepare: () => filer.prepare(),

    modify: (id, sending) => filed(filer.file(sending, (body) => client.modify(String(id), body))),

    async query(id): Promise<QueryAnswer> {
      const { answer, ...sent } = await asked(id, () => client.query(String(id)));
      if (answer.kind === "success") return observationOf(account, answer.value);
      if (isAbsent(answer)) return { kind: "absent" };
      const noKey = answer.kind === "refused" && answer.vendorCode === NO_SIGNATURE_ID;
      return { kind: "failed", error: errorFor({ ...sent, answer }, false), noKey };
    },

    remove: async (id) => changed(await asked(id, () => client.remove(String(id)))),

    activate: async (id) => changed(await client.activate(String(id))),

    async find(lost): Promise<SearchAnswer> {
      const { answer, ...sent } = await client.signaturesNamed(lost.text);
      if (answer.kind !== "success") return { kind: "failed", error: errorFor({ ...sent, answer }, false) };
      return { kind: "found", ids: foundAmong(answer.value, lost).filter((id) => !filedHere.has(nameOf(id))) };
    },

    async keysOf(shown): Promise<SearchAnswer> {
      const { answer, ...sent } = await client.signaturesShownAs(String(shown));
      if (answer.kind !== "success") return { kind: "failed", error: errorFor({ ...sent, answer }, false) };
      return { kind: "found", ids: answer.value.map(({ id }) => id) };
    },

    files: () => filer.held,
  };
}

/** The error for a call that failed, free of what is private. */
export function errorAt(
  { credentials }: Pick<HuaweiAccount, "credentials">,
  failure: Failure,
  changes: boolean,
): Error {
  return errorOf(failure, changes, {
    vendor: VENDOR,
    source: credentials.source,
    environment: environmentOf(credentials.way),
    privates: privatesAt(credentials),
  });
}

function privatesAt(credentials: HuaweiAccount["credentials"]): readonly string[] {
  return [...privatesOf(credentials), ...tokensInUse()];
}

function observationOf({ credentials }: Pick<HuaweiAccount, "credentials">, seen: QueriedSignature): Observation {
  const { signatureId, channelNumber, createTime, updateTime, vendorStatus, text } = seen;
  const rejectionReason =
    seen.rejectionReason === null ? undefined : foreignReason(seen.rejectionReason, privatesAt(credentials));
  return {
    kind: "present",
    status: statusOf(vendorStatus),
    vendorStatus,
    text,
    ...(rejectionReason === undefined ? {} : { rejectionReason }),
    details: { signatureId, channelNumber, createTime, updateTime },
  };
}
