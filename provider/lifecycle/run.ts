import type { Log } from "../context";
import type { Desired } from "./desired";
import type { Filing, SignatureId, VendorAccount } from "./vendor";

/** What a look at the vendor needs. */
export interface Looking {
  readonly account: Pick<VendorAccount, "query" | "rules">;
  readonly desired: Desired;
  /** ISO 8601. */
  readonly now: () => string;
  readonly log: Log;
}

/** What a create or an update works with. */
export interface Run extends Looking {
  readonly account: VendorAccount;
  /** Files what is desired. */
  readonly filing: Filing;
  readonly journal: FilingJournal;
  /** Which other resource has that submission, in words; null where none is known to. */
  readonly ownerOf: (id: SignatureId) => Promise<string | null>;
}

/** Remembers a filing outside of the state, for a run that is killed before the state is saved. */
export interface FilingJournal {
  /** Right before the request leaves. */
  sending(filing: {
    readonly operation: "submit" | "modify";
    readonly target: SignatureId | null;
    readonly sentAt: string;
  }): Promise<void>;
  /** The vendor took it. */
  answered(sentAt: string, id: SignatureId): Promise<void>;
  /** The vendor certainly did not take it, or an earlier record stands for it. */
  closed(sentAt: string): Promise<void>;
}
