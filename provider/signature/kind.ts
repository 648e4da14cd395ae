import type { Digests } from "../lifecycle/digest";
import type { Entry } from "../lifecycle/ledger";
import type { HeldFiles, NoteUpload, Observation, SignatureId, Vendor, VendorRules } from "../lifecycle/vendor";
import type { Checked, Context, Settings } from "../resource";
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
  /** The account that would be asked now. Never throws. */
  accountOf(settings: Settings): Account | Unidentified | Unavailable;
}

/** What a vendor is shown of a ledger's entry: its own key and its own details. */
export type Submission = Pick<Entry, "id" | "details">;

export interface Account {
  readonly kind: "ready";
  /** Tells accounts apart in the state without telling them. */
  readonly fingerprint: string;
  /**
   * Ready to file the given inputs; asks nothing of the vendor yet.
   * @param files documents that the vendor holds already
   * @param uploaded awaited when it has taken another one
   */
  connect(inputs: Values, files?: HeldFiles, uploaded?: NoteUpload): Vendor;
}

/** Ready, but for one thing that only the vendor knows: which account it is. */
export interface Unidentified {
  readonly kind: "unidentified";
  readonly fingerprint: null;
  /** Asks the vendor. Rejects with what was wrong; nothing is changed by it. */
  identify(): Promise<Account>;
}

export interface Unavailable {
  readonly kind: "unavailable";
  /** Says what is missing or wrong, and every way to give it. */
  readonly error: Error;
  /** Known where the account is, though not the credentials for it. */
  readonly fingerprint: string | null;
}

/** The account, known and with credentials. Throws what keeps it from that. */
export async function ready(account: Account | Unidentified | Unavailable): Promise<Account> {
  if (account.kind === "unavailable") throw account.error;
  return account.kind === "unidentified" ? account.identify() : account;
}
