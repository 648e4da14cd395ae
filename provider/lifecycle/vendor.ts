import type { Values } from "../values";
import type { Digests } from "./digest";
import type { SignatureStatus } from "./statuses";

/** The vendor's own key of one submission. */
export type SignatureId = number | string;

/**
 * A vendor's account as the lifecycle sees it: what can be asked and done without knowing any content, and the vendor's
 * rules as data. Each call ends in one of the answers below; it throws only for a defect of this program.
 */
export interface VendorAccount {
  readonly rules: VendorRules;
  /** Tells accounts apart in a state without naming them. */
  readonly fingerprint: string;
  query(id: SignatureId): Promise<QueryAnswer>;
  remove(id: SignatureId): Promise<RemovalAnswer>;
  /** Looks for a submission made after `sentAt` (ISO 8601) whose answer was lost. Absent where the vendor has no list. */
  find?(lost: { readonly text: string; readonly sentAt: string; readonly digests: Digests }): Promise<SearchAnswer>;
  /** The keys of what people are shown under that id. Absent where what they are shown is the key. */
  keysOf?(shown: SignatureId): Promise<SearchAnswer>;
  /** Brings a lapsed one back into use. Absent where the vendor knows no such state. */
  activate?(id: SignatureId): Promise<RemovalAnswer>;
  /** Ready to file these inputs. Asks nothing of the vendor yet. */
  filing(inputs: Values, uploads: UploadedFiles): Filing;
}

/** One content, ready to be filed with one account. Each call ends as those of the account do. */
export interface Filing {
  /**
   * Files the content as a new submission.
   * @param sending awaited right before the request leaves, after every wait for a turn
   */
  submit(sending: () => Promise<void>): Promise<FilingAnswer>;
  /** Replaces the content of a rejected submission, which submits it for review again. */
  modify(id: SignatureId, sending: () => Promise<void>): Promise<FilingAnswer>;
  /** Sees to it that the content can be filed, before anything is deleted to make way for it. Null where it can. */
  prepare(): Promise<Refused | null>;
}

/** The vendor's ids of the documents that it keeps, by the SHA-256 of their content. The caller owns the collection. */
export interface UploadedFiles {
  idOf(sha256: string): string | undefined;
  /** Resolves when the id is remembered outside of the process. */
  add(sha256: string, id: string): Promise<void>;
  /** The vendor says that it does not hold the document. */
  remove(sha256: string): void;
}

/** The vendor's ids of documents as a state keeps them, by the digest of their content. */
export type HeldFiles = { readonly [digest: string]: string };

/** How a vendor differs from the others, for the lifecycle to ask instead of knowing who it serves. */
export interface VendorRules {
  /** The vendor's name in sentences. */
  readonly vendor: string;
  /** The field that is the text: it is compared as last seen at the vendor, where somebody may have changed it. */
  readonly textField: string;
  /** Fields that serve only the reviewers: they never file an approved signature again by themselves. */
  readonly reviewersOnly: readonly string[];
  /** The vendor's wire formats, where there is more than one. */
  readonly formats?: WireFormats;
  /** How a submission must stand for its content to be replaced, which submits it for review again. */
  readonly editable: readonly SignatureStatus[];
  /** Whether the vendor accepts one open review at a time, or any number. */
  readonly reviewsAtOnce: "one" | "many";
  /** Whether the vendor lists submissions, so that one whose answer was lost can be found again. */
  readonly lists: boolean;
  /** Fields that together name a signature at the vendor: no two may share them all. Null where any may stand beside another. */
  readonly uniqueBy: readonly string[] | null;
  /** The vendor's own statuses in which an approved one is so with a reservation, and that in words, as a clause. */
  readonly reservations?: { readonly [vendorStatus: string]: string };
  /** The vendor's own statuses in which a pending one is never withdrawn. */
  readonly neverWithdrawn: readonly string[];
  /** What is lost with a deleted signature, in words; null where nothing else is. */
  readonly deletionTakesAlong: string | null;
  /** Where a person looks at the vendor's side, in words. */
  readonly console: string;
  /** The detail that people are shown as a signature's id; null where that is the key. */
  readonly shownId: string | null;
  /** Where to find the id that `adoptId` asks for, for one who gave another, as sentences. */
  readonly adoptionAdvice: string;
}

/** Formats in which the same can be filed. Across two of them, contents are compared in the fields that both have. */
export interface WireFormats {
  /** What stands among the digests as the name of the format that the others are in. */
  readonly namedBy: string;
  /** The fields of each format. */
  readonly fields: { readonly [format: string]: readonly string[] };
}

/** What the vendor said of one submission. */
export interface Observation {
  readonly kind: "present";
  readonly status: SignatureStatus;
  readonly vendorStatus: string;
  readonly text: string;
  /** Undefined where the answer says nothing of it. */
  readonly isDefault?: boolean;
  readonly inUse?: boolean;
  readonly rejectionReason?: string;
  /** What else the vendor tells of what was filed, as digests by field: a text apart, which stands above. */
  readonly fields?: Digests;
  /** What else the vendor tells of what was filed, as a program would declare it. */
  readonly declared?: Values;
  /** What only this vendor tells, under the names of its outputs. */
  readonly details?: { readonly [output: string]: string | number | boolean | null };
}

/** Certain: the vendor did nothing. `error` says why, to which request, and what to do. */
export interface Refused {
  readonly kind: "refused";
  readonly reason:
    /** another submission is under review */
    | "review-open"
    /** it is the default signature, or one in use that the vendor protects */
    | "default"
    /** the vendor holds no such submission */
    | "absent"
    /** what was to be filed broke a rule before anything was sent */
    | "invalid"
    /** no connection came about, after every try */
    | "not-sent"
    | "other";
  readonly error: Error;
}

/** Uncertain: the request may or may not have taken effect. */
export interface Lost {
  readonly kind: "lost";
  readonly error: Error;
}

export interface Taken {
  readonly kind: "taken";
  readonly id: SignatureId;
  /** What of the details the vendor tells right away. */
  readonly details?: Observation["details"];
}
export interface Absent {
  readonly kind: "absent";
}
export interface Failed {
  readonly kind: "failed";
  readonly error: Error;
  /** The vendor does not take what was asked for as a key. */
  readonly noKey?: boolean;
}
export interface Done {
  readonly kind: "done";
}
export interface Found {
  readonly kind: "found";
  readonly ids: readonly SignatureId[];
}

export type FilingAnswer = Taken | Refused | Lost;
export type QueryAnswer = Observation | Absent | Failed;
export type RemovalAnswer = Done | Absent | Refused | Lost;
export type SearchAnswer = Found | Failed;
