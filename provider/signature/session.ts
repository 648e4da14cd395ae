import type { Context } from "../context";
import { Journal } from "../journal/Journal";
import { documentDigest } from "../lifecycle/digest";
import type { Desired } from "../lifecycle/desired";
import { EMPTY_LEDGER, parseLedger } from "../lifecycle/ledger";
import type { Declared, Ledger } from "../lifecycle/ledger";
import type { HeldFiles, SignatureId, UploadedFiles } from "../lifecycle/vendor";
import { textOf } from "../values";
import type { Value, Values } from "../values";
import { desiredOf } from "./desiredOf";
import type { SignatureKind } from "./kind";
import { otherOwner } from "./submissionOwners";

/** What one call of the engine is about. */
export interface Call {
  /** Pulumi's id of the resource; null in a create. */
  readonly id: string | null;
  /** What is declared. In a read and a delete that is what the state has of it. */
  readonly inputs: Values;
  /** The outputs as the state has them; null in a create. */
  readonly state: Values | null;
}

/** What one call of the engine works with. */
export interface Session {
  readonly ledger: Ledger;
  readonly desired: Desired;
  readonly journal: Journal;
  /** The state was written with another account than the given one. */
  readonly otherAccount: boolean;
  /** Which other resource has a submission, in words; null where none is known to. */
  readonly ownerOf: (id: SignatureId) => Promise<string | null>;
}

/**
 * Opens the session of one call.
 * @param account the fingerprint of the account that would be asked now; null where it is not known
 */
export function openSession(
  kind: SignatureKind,
  context: Context,
  account: string | null,
  { id, inputs, state }: Call,
): Session {
  const otherAccount = state !== null && isOtherAccount(state, account);
  const adopts = state === null || textOf(state["adoptId"] ?? "") !== textOf(inputs["adoptId"] ?? "");
  const desired = desiredOf(kind, inputs, { otherAccount, adopts });
  const journal = new Journal({ type: kind.type, resource: id, account, desired }, context);
  return {
    // A read and a delete declare what the state has: its digests are made once.
    ledger: ledgerIn(kind, state, state === inputs ? desired : undefined),
    desired,
    journal,
    otherAccount,
    ownerOf: async (each) => (account === null ? null : otherOwner(context, account, each)) ?? journal.ownerOf(each),
  };
}

export function ledgerIn(kind: SignatureKind, state: Values | null, declared?: Declared): Ledger {
  if (state?.["__ledger"] === undefined) return EMPTY_LEDGER;
  return parseLedger(state["__ledger"], declared ?? kind.contentOf(state));
}

/** The account with which the state was written. */
export function accountIn(state: Values): string | null {
  const recorded = state["accountFingerprint"];
  return typeof recorded === "string" ? recorded : null;
}

/** Nobody can tell while no account is named; the call that needs one will ask for it. */
function isOtherAccount(state: Values, account: string | null): boolean {
  const recorded = accountIn(state);
  return recorded !== null && account !== null && recorded !== account;
}

/** The documents that the vendor holds for one resource: what ledger and journal know, and what a filing adds. */
export class SessionFiles implements UploadedFiles {
  readonly #ids: Map<string, string>;

  constructor(
    known: HeldFiles,
    private readonly journal: Pick<Journal, "uploaded">,
  ) {
    this.#ids = new Map(Object.entries(known));
  }

  /** As the ledger keeps them: by the digests of their content. */
  get held(): HeldFiles {
    return Object.fromEntries(this.#ids);
  }

  idOf(sha256: string): string | undefined {
    return this.#ids.get(documentDigest(sha256));
  }

  async add(sha256: string, id: string): Promise<void> {
    this.#ids.set(documentDigest(sha256), id);
    await this.journal.uploaded(documentDigest(sha256), id);
  }

  remove(sha256: string): void {
    this.#ids.delete(documentDigest(sha256));
  }
}

/** The hashes of all documents that are declared. */
export function documentsIn(inputs: Value): readonly string[] {
  if (typeof inputs !== "object" || inputs === null) return [];
  if ("sha256" in inputs) return typeof inputs.sha256 === "string" ? [inputs.sha256] : [];
  return Object.values(inputs).flatMap(documentsIn);
}
