import { errorOf, type Failure } from "../http/failures";
import { foreignReason } from "../http/foreignText";
import type { Part } from "../http/multipart";
import type { Outcome } from "../http/outcome";
import { SYSTEM_TIMING, type Timing } from "../http/timing";
import { runExclusive } from "../runExclusive";
import type { FilingAnswer, QueryAnswer, RemovalAnswer, SignatureId, Vendor, VendorRules } from "../lifecycle/vendor";
import { askedTwice, changeFailed, isAbsent, prepared } from "../vendors/calls";
import type { JPushAccount } from "./account";
import { VENDOR, type QueriedSignature } from "./answers";
import { basicToken, JPushClient } from "./client";
import { CONSOLE } from "./codes";
import { FIELD_NAMES, REVIEWERS_ONLY } from "./content";
import { rejectionReasonIn } from "./reviewFeed";
import { REVISION_INPUT } from "./revisions";
import type { Revision } from "./revisions";
import { statusOf } from "./statuses";

/** What one resource has to file. */
export interface Filing {
  /**
   * Judges the inputs once more, reads the documents and gives the parts to send.
   * @throws InvalidInputError, DocumentError
   */
  prepare(): Promise<readonly Part[]>;
  /** In which it is filed, and in which JPush answers. */
  readonly revision: Revision;
  /** Private texts beside those of the parts, which must not come back in an error or a reason, whatever is asked. */
  readonly privates?: readonly string[];
}

export const JPUSH_RULES: VendorRules = {
  vendor: VENDOR,
  textField: "sign",
  reviewersOnly: REVIEWERS_ONLY,
  editable: ["rejected"],
  formats: { namedBy: REVISION_INPUT, fields: FIELD_NAMES },
  reviewsAtOnce: "one",
  lists: false,
  uniqueBy: null,
  neverWithdrawn: [],
  deletionTakesAlong: null,
  console: CONSOLE,
  shownId: null,
  adoptionAdvice: "Look up the sign_id in the account that the credentials belong to.",
};

/** Ids that this process filed, with their account: JPush may not find one of these at once. */
const filedHere = new Set<string>();

/** JPush for one resource's content. */
export function connectJPush(account: JPushAccount, filing: Filing, timing: Timing = SYSTEM_TIMING): Vendor {
  const client = new JPushClient(account, filing.revision, timing);
  const nameOf = (signId: number) => `${account.fingerprint} ${signId}`;
  const privates = [account.masterSecret.reveal(), basicToken(account), ...(filing.privates ?? [])];
  const failed = (failure: Failure, changes: boolean, parts: readonly Part[] = []) =>
    errorOf(failure, changes, {
      vendor: VENDOR,
      source: account.source,
      environment: ["JPUSH_APP_KEY", "JPUSH_MASTER_SECRET"],
      privates: [...privates, ...secretsIn(parts)],
    });
  /** One submission of an app at a time; documents are read in it too, so that few are in memory at once. */
  const file = (
    sending: () => Promise<void>,
    send: (parts: readonly Part[]) => Promise<Outcome<number>>,
  ): Promise<FilingAnswer> =>
    runExclusive(account.fingerprint, async () => {
      const ready = await prepared(() => filing.prepare());
      if ("because" in ready) return ready;
      await sending();
      const { answer, ...sent } = await send(ready.content);
      if (answer.kind !== "success") return changeFailed(answer, failed({ ...sent, answer }, true, ready.content));
      filedHere.add(nameOf(answer.value));
      return { kind: "taken", id: answer.value };
    });

  const asked = <Value>(signId: number, ask: () => Promise<Outcome<Value>>) =>
    askedTwice(filedHere.has(nameOf(signId)), ask, timing);

  return {
    rules: JPUSH_RULES,

    submit: (sending) => file(sending, (parts) => client.create(parts)),

    prepare: () =>
      runExclusive(account.fingerprint, async () => {
        const ready = await prepared(() => filing.prepare());
        return "because" in ready ? ready : null;
      }),

    modify: (id, sending) => file(sending, (parts) => client.modify(signIdOf(id), parts)),

    async query(id): Promise<QueryAnswer> {
      const signId = signIdOf(id);
      const { answer, ...sent } = await asked(signId, () => client.query(signId));
      if (answer.kind === "success") return present(account, signId, answer.value, privates);
      if (isAbsent(answer)) return { kind: "absent" };
      return { kind: "failed", error: failed({ ...sent, answer }, false) };
    },

    async remove(id): Promise<RemovalAnswer> {
      const signId = signIdOf(id);
      const { answer, ...sent } = await asked(signId, () => client.remove(signId));
      if (answer.kind === "success") return { kind: "done" };
      if (isAbsent(answer)) return { kind: "absent" };
      return changeFailed(answer, failed({ ...sent, answer }, true));
    },
  };
}

/** The query tells no reason; JPush's callback does, to whoever receives it and feeds it. */
async function present(
  { reviewFeed, fingerprint }: JPushAccount,
  signId: number,
  seen: QueriedSignature,
  privates: readonly string[],
): Promise<QueryAnswer> {
  const status = statusOf(seen.vendorStatus);
  const fed =
    status === "rejected" && reviewFeed !== null ? await rejectionReasonIn(reviewFeed, fingerprint, signId) : undefined;
  const rejectionReason = fed === undefined ? undefined : foreignReason(fed, privates);
  return { kind: "present", status, ...seen, ...(rejectionReason === undefined ? {} : { rejectionReason }) };
}

function secretsIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => ("text" in part && part.secret ? [part.text] : []));
}

function signIdOf(id: SignatureId): number {
  const signId = Number(id);
  if (!Number.isInteger(signId) || signId <= 0)
    throw new Error(`${JSON.stringify(id)} is not an id of JPush: those are whole numbers above 0.`);
  return signId;
}
