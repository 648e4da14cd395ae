import { randomUUID } from "node:crypto";
import { parseDuration } from "../duration";
import { NotApprovedError, messageOf } from "../errors";
import type { Fault } from "../errors";
import { SYSTEM_TIMING } from "../http/timing";
import type { QueryAnswer } from "../lifecycle/vendor";
import type { Context, Resource } from "../resource";
import { inputsDiffer } from "../signature/differs";
import { ready } from "../signature/kind";
import type { SignatureKind } from "../signature/kind";
import { UNKNOWN } from "../values";
import type { Value, Values } from "../values";
import { isKnown, parseSignature } from "./signatureInput";
import { untilApproved } from "./wait";
import { Watches } from "./watch";

/** How long a gate waits unless the program says otherwise. */
const TIMEOUT_DEFAULT = "1h";

/**
 * A gate that waits until what a signature declares may be sent with. It holds nothing at the vendor, so it is read
 * and deleted without asking anybody, and a wait that fails loses nothing.
 */
export function approvalResource(kind: SignatureKind, timing = SYSTEM_TIMING): Resource {
  const watches = new Watches<QueryAnswer>(timing);

  async function approved(context: Context, inputs: Values): Promise<Values> {
    const signature = parseSignature(inputs["signature"]);
    const name =
      signature.newest === null || signature.newest === undefined
        ? `【${signature.text}】`
        : `【${signature.text}】 (${signature.newest})`;
    if (signature.status === "approved" && (signature.serving ?? null) !== null) {
      return { [kind.servingOutput]: signature.serving, status: "approved" };
    }
    if (signature.status === "queued" || (signature.newest ?? null) === null) {
      // The newest one that is filed is another content's.
      throw new NotApprovedError(signature.status, notFiled(`【${signature.text}】`, signature.status, kind));
    }
    const account = await ready(kind.accountOf(context));
    if (account.fingerprint !== signature.account) {
      throw new NotApprovedError(
        signature.status,
        `${name} belongs to another ${kind.rules.vendor} account or endpoint than the one that this gate would ask. Give the gate the same provider option as the signature.`,
      );
    }
    const id = kind.parseId(String(signature.newest));
    const answer = await untilApproved(
      account,
      {
        name,
        id,
        key: `${account.fingerprint} ${id}`,
        rejectionReason: signature.rejectionReason ?? undefined,
        timeout: timeoutOf(inputs),
        say: context.say,
      },
      watches,
    );
    return { [kind.servingOutput]: kind.servingOf(id, answer), status: "approved" };
  }

  return {
    settings: kind.settings,
    outputs: [kind.servingOutput, "status"],
    check: async (_context, _olds, news) => ({ normalised: {}, faults: faultsOf(news) }),
    diff: async (_context, _id, olds, news) => ({
      inputs: inputsDiffer(olds, news, [kind.servingOutput, "status"]),
      steps: false,
    }),
    create: async (context, inputs) => ({ id: `approval-${randomUUID()}`, outputs: await approved(context, inputs) }),
    read: async (_context, id, state) => ({
      id,
      outputs: { [kind.servingOutput]: state[kind.servingOutput] ?? null, status: state["status"] ?? null },
      drifted: {},
    }),
    update: async (context, id, _olds, news) => ({ id, outputs: await approved(context, news) }),
    delete: async () => undefined,
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
  const { signature, timeout, ...strangers } = news;
  if (isKnown(signature)) {
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
  for (const name of Object.keys(strangers).filter((each) => !each.startsWith("__"))) {
    faults.push({ input: name, reason: "is no input of an approval gate: it takes signature and timeout." });
  }
  return faults;
}

/** What a timer of the platform can hold: 2^31 - 1 milliseconds, in whole days. */
const LONGEST_TIMEOUT = 24 * 86_400_000;

function timeoutOf(inputs: Values): number {
  const timeout: Value = inputs["timeout"];
  return parseDuration(typeof timeout === "string" ? timeout : TIMEOUT_DEFAULT);
}
