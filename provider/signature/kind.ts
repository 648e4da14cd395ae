import type { Digests } from "../lifecycle/digest";
import type { Entry } from "../lifecycle/ledger";
import type { Observation, SignatureId, VendorAccount, VendorRules } from "../lifecycle/vendor";
import type { Context } from "../context";
import type { Checked } from "../resource";
import type { Value, Values } from "../values";

/** What a vendor's folder gives, to become a resource on the shared lifecycle. */
export interface SignatureKind {
  /** The resource's type without Pulumi's prefix: `jpush:SmsSignature`. */
  readonly type: string;
  /** The settings it reads, by their full name. */
  readonly settings: readonly string[];
  readonly rules: VendorRules;
  /** What becomes of superseded ones where the program does not say. */
  readonly supersededDefault: "delete" | "keep";
  /** Every output that is not an input; `detailsOf` gives those that not every vendor has. */
  readonly outputs: readonly string[];
  /** The output of the one that may be sent with now, and its value from an approved submission as just seen. */
  readonly servingOutput: string;
  servingOf(id: SignatureId, seen: Observation): Value;
  detailsOf(newest: Submission | null, serving: Submission | null): Values;
  /** The vendor's key from the text in which Pulumi and `adoptId` may give it. */
  parseId(id: string): SignatureId;
  check(context: Context, olds: Values | null, news: Values): Promise<Checked>;
  /** What is filed, per field. */
  contentOf(inputs: Values): { readonly text: string | null; readonly digests: Digests };
  /**
   * The account that would be asked now. Never throws.
   * @param declared what the resource declares: of it only how the vendor's answers are read counts, and what must not
   * come back in an error
   */
  accountOf(context: AccountContext, declared?: Values): Account | Unidentified | Unavailable;
}

/** What a vendor is shown of a ledger's entry: its own key and its own details. */
export type Submission = Pick<Entry, "id" | "details">;

/** What surrounds the calls to a vendor. */
export type AccountContext = Pick<Context, "sources" | "folder" | "environment" | "memory">;

export interface Account {
  readonly kind: "ready";
  readonly fingerprint: string;
  readonly account: VendorAccount;
}

/** Ready, but for one thing that only the vendor knows: which account it is. */
export interface Unidentified {
  readonly kind: "unidentified";
  readonly fingerprint: null;
  /** Asks the vendor. Rejects with what was wrong; nothing is changed by it. */
  identify(): Promise<VendorAccount>;
}

export interface Unavailable {
  readonly kind: "unavailable";
  /** Says what is missing or wrong, and every way to give it. */
  readonly error: Error;
  /** Known where the account is, though not the credentials for it. */
  readonly fingerprint: string | null;
}

/** The account, known and with credentials. Throws what keeps it from that. */
export async function ready(found: Account | Unidentified | Unavailable): Promise<VendorAccount> {
  if (found.kind === "unavailable") throw found.error;
  return found.kind === "unidentified" ? found.identify() : found.account;
}
