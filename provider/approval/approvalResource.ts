import { randomUUID } from "node:crypto";
import { parseDuration } from "../duration";
import { NotApprovedError, messageOf } from "../errors";
import type { Fault } from "../errors";
import { SYSTEM_TIMING } from "../http/timing";
import { nameOf } from "../lifecycle/names";
import { queryByAnyId } from "../lifecycle/queryByAnyId";
import type { Observation, QueryAnswer, SignatureId } from "../lifecycle/vendor";
import type { Context } from "../context";
import type { Resource } from "../resource";
import { noSuchName } from "../nearest";
import { changedInputs } from "../signature/changedInputs";
import { ready } from "../signature/kind";
import type { SignatureKind } from "../signature/kind";
import { hasUnknown, UNKNOWN } from "../values";
import type { Value, Values } from "../values";
import { parseSignature, readSignature } from "./signatureInput";
import { Polls } from "./polls";
import { untilApproved } from "./wait";

/** How long a gate waits unless the program says otherwise. */
const TIMEOUT_DEFAULT = "1h";

/**
 * A gate that waits until what a signature declares may be sent with. It holds nothing at the vendor, so it is read
 * and deleted without asking anybody, and a wait that fails loses nothing.
 */
export function approvalResource(kind: SignatureKind, timing = SYSTEM_TIMING): Resource {
  const newPolls = () => new Polls<QueryAnswer>(timing);
  const outputs = [kind.servingOutput, "status"];

  async function approved(context: Context, inputs: Values): Promise<Values> {
    const signature = parseSignature(inputs["signature"]);
    const { newest = null, serving = null, status, rejectionReason } = signature;
    const named = (details?: Observation["details"]) =>
      nameOf({ id: newest, text: signature.text, details }, kind.rules);
    if (status === "approved" && serving !== null) return { [kind.servingOutput]: serving, status: "approved" };
    if (status === "queued" || newest === null) {
      // The newest one that is filed is another content's.
      throw new NotApprovedError(status, notFiled(`【${signature.text}】`, status, kind));
    }
    const account = await ready(kind.accountOf(context));
    if (account.fingerprint !== signature.account) {
      throw new NotApprovedError(
        status,
        `${named()} belongs to another ${kind.rules.vendor} account or endpoint than the one that this gate would ask. Give the gate the same provider option as the signature.`,
      );
    }
    const id = kind.parseId(String(newest));
    let key: SignatureId | null = null;
    const query = async (): Promise<QueryAnswer> => {
      if (key !== null) return account.query(key);
      const found = await queryByAnyId(account, id);
      if (found.answer.kind === "present") key = found.id;
      return found.answer;
    };
    const wait = {
      named,
      id,
      key: `${account.fingerprint} ${id}`,
      rejectionReason: rejectionReason ?? undefined,
      timeout: timeoutOf(context, inputs),
      log: context.log,
      signal: context.signal,
    };
    const answer = await untilApproved({ rules: account.rules, query }, wait, context.memory.of(newPolls));
    return { [kind.servingOutput]: kind.servingOf(id, answer), status: "approved" };
  }

  /** Whether another look would come to what the gate's outputs say, without asking anybody. */
  function isPassed(olds: Values, { signature }: Values): boolean {
    const { status, serving = null } = readSignature(signature) ?? { status: "unknown" };
    return status === "approved" && serving !== null && serving === olds[kind.servingOutput];
  }

  return {
    type: `${kind.type}Approval`,
    settings: kind.settings,
    outputs,
    check: (_context, _olds, news) => Promise.resolve({ normalised: {}, faults: faultsOf(news) }),
    previewCreate: () => Promise.resolve(),
    diff: (_context, _id, olds, news) => {
      const changed = changedInputs(olds, news, outputs);
      // Since the gate was passed, the signature may say of itself what the gate has waited for.
      const inputs = isPassed(olds, news) ? changed.filter(({ input }) => input !== "signature") : changed;
      return Promise.resolve({ inputs, steps: false, settled: false });
    },
    create: async (context, inputs) => ({ id: `approval-${randomUUID()}`, outputs: await approved(context, inputs) }),
    import: () => Promise.reject(new Error("A gate holds nothing at the vendor that could be imported: declare it.")),
    read: (_context, id, state) =>
      Promise.resolve({
        id,
        outputs: { [kind.servingOutput]: state[kind.servingOutput] ?? null, status: state["status"] ?? null },
        drifted: {},
      }),
    update: async (context, id, _olds, news) => ({ id, outputs: await approved(context, news) }),
    delete: () => Promise.resolve(),
  };
}

function notFiled(name: string, status: string, { rules }: SignatureKind): string {
  const review =
    rules.reviewsAtOnce === "one"
      ? `${rules.vendor} has another signature under review`
      : "what was declared before is still under review";
  return status === "queued"
    ? `${name} is queued: it is not filed yet, because ${review} or the last attempt failed. Run pulumi up again later: it files the signature and then waits here.`
    : `What became of the filing of ${name} is not known, so there is nothing to wait for yet. Run pulumi up again: the signature says how it is settled.`;
}

function faultsOf(news: Values): readonly Fault[] {
  const faults: Fault[] = [];
  const { signature, timeout, ...unknownInputs } = news;
  if (!hasUnknown(signature)) {
    try {
      parseSignature(signature);
    } catch (error) {
      faults.push({ input: "signature", reason: messageOf(error).replace("signature: ", "") });
    }
  }
  if (timeout !== undefined && timeout !== null && timeout !== UNKNOWN) {
    try {
      if (parseDuration(typeof timeout === "string" ? timeout : "") > LONGEST_TIMEOUT)
        throw new Error("it may be at most 24d: longer waits belong in later runs.");
    } catch (error) {
      faults.push({ input: "timeout", reason: messageOf(error) });
    }
  }
  for (const name of Object.keys(unknownInputs).filter((each) => !each.startsWith("__"))) {
    faults.push({ input: name, reason: noSuchName("input", name, ["signature", "timeout"]) });
  }
  return faults;
}

/** What a timer of the platform can hold: 2^31 - 1 milliseconds, in whole days. */
const LONGEST_TIMEOUT = 24 * 86_400_000;

function timeoutOf(context: Context, inputs: Values): number {
  const timeout: Value = inputs["timeout"];
  const declared = typeof timeout === "string" ? parseDuration(timeout) : null;
  return Math.min(declared ?? context.timeout ?? parseDuration(TIMEOUT_DEFAULT), context.timeout ?? Infinity);
}
