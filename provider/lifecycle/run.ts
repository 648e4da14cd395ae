import type { Filing, SignatureId, VendorAccount } from "./vendor";
import type { Desired } from "./desired";
import type { Line } from "./words";

/** What one call of the engine works with. */
export interface Run {
  readonly vendor: VendorAccount;
  /** What is desired, ready to be filed. */
  readonly filing: Filing;
  readonly desired: Desired;
  /** ISO 8601. */
  readonly now: () => string;
  readonly say: (line: Line) => void;
  readonly journal: FilingJournal;
  /** Whether another resource is known to have that submission: then it is not the one whose answer was lost. */
  readonly isOthers?: (id: SignatureId) => Promise<boolean>;
}

/** Remembers a filing outside the state, for a run that is killed before the state is saved. */
export interface FilingJournal {
  /** Right before the request leaves. */
  sending(filing: {
    readonly operation: "submit" | "modify";
    readonly target: SignatureId | null;
    readonly sentAt: string;
  }): Promise<void>;
  /** The vendor took it. The record stays until a later call is given a ledger that knows it. */
  answered(sentAt: string, id: SignatureId): Promise<void>;
  /** The vendor certainly did not take it, or an earlier record stands for it. */
  closed(sentAt: string): Promise<void>;
}
