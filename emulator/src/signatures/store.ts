import type { Clock } from "../clock";
import { view, type Signature, type SignatureView, type Status, type Submission, type VendorStatus } from "./signature";

/** A vendor's own words for what every store does alike. */
export interface VendorWords {
  vendor: string;
  pending: VendorStatus;
  approved: VendorStatus;
  rejected: VendorStatus;
  status(vendorStatus: VendorStatus): Status;
  /** The id of the `count`-th signature ever made, counting from 0. */
  id(count: number): number | string;
  /** Whether one of an account's signatures can be its default. */
  hasDefault: boolean;
  /** Whether an account's first approved signature becomes its default. */
  firstApprovedIsDefault: boolean;
  /** Why a review can only end in a rejection. */
  mustReject?(signature: Signature): string | undefined;
  /** What is lost with a signature that is deleted. */
  lostWith?(signature: Signature): string | undefined;
}

export interface Change {
  text?: string | undefined;
  vendorStatus?: VendorStatus | undefined;
  inUse?: boolean | undefined;
}

type ReviewListener = (signature: Signature, decision: "approve" | "reject", reason?: string) => void;

/** What `dump` gives and `restore` takes. */
export interface StoreContents {
  made: number;
  signatures: Signature[];
}

/** The signatures of one vendor, oldest first, and everything that reviewers, the console and clients do to them. */
export class SignatureStore {
  readonly #signatures = new Map<string, Signature>();
  readonly #changed = new Set<() => void>();
  readonly #submitted = new Set<(signature: Signature) => void>();
  readonly #reviewed = new Set<ReviewListener>();
  readonly #deleted: SignatureView[] = [];
  #made = 0;

  static readonly mostDeleted = 1000;

  constructor(
    readonly words: VendorWords,
    private readonly clock: Clock,
  ) {}

  onChange(listener: () => void): void {
    this.#changed.add(listener);
  }

  onSubmit(listener: (signature: Signature) => void): void {
    this.#submitted.add(listener);
  }

  onReview(listener: ReviewListener): void {
    this.#reviewed.add(listener);
  }

  all(): Signature[] {
    return [...this.#signatures.values()];
  }

  /** The last ones that were deleted, as they were then; they are not kept over restarts. */
  deleted(): readonly SignatureView[] {
    return this.#deleted;
  }

  find(id: string): Signature | undefined {
    return this.#signatures.get(id);
  }

  status(signature: Signature): Status {
    return this.words.status(signature.vendorStatus);
  }

  view(signature: Signature): SignatureView {
    return view(this.words.vendor, this.status(signature), signature);
  }

  /** How many of an account are under review. */
  pending(account: string): number {
    return this.all().filter((one) => one.account === account && this.status(one) === "pending").length;
  }

  submit(account: string, submission: Submission): Signature {
    const signature: Signature = {
      ...submission,
      id: this.words.id(this.#made++),
      account,
      vendorStatus: this.words.pending,
      isDefault: false,
      inUse: false,
      submittedAt: 0,
      history: [],
    };
    this.#signatures.set(String(signature.id), signature);
    this.#beginReview(signature, "submitted");
    return signature;
  }

  resubmit(signature: Signature, submission: Submission): void {
    Object.assign(signature, submission, { vendorStatus: this.words.pending });
    this.#beginReview(signature, "resubmitted");
  }

  /** Puts it under review as it is. */
  reopen(signature: Signature, vendorStatus: VendorStatus, event: string): void {
    signature.vendorStatus = vendorStatus;
    this.#beginReview(signature, event);
  }

  review(signature: Signature, decision: "approve" | "reject", reason?: string): void {
    signature.vendorStatus = decision === "approve" ? this.words.approved : this.words.rejected;
    this.#note(signature, decision === "approve" ? "approved" : "rejected", reason);
    const first = this.words.firstApprovedIsDefault && decision === "approve" && !this.#hasDefault(signature.account);
    // Before the change is told: that fails where it cannot be kept, and it has happened all the same.
    for (const listener of this.#reviewed) listener(signature, decision, reason);
    if (first) this.makeDefault(signature);
    else this.#tellChanged();
  }

  makeDefault(signature: Signature): void {
    for (const other of this.all()) if (other.account === signature.account) other.isDefault = other === signature;
    this.#note(signature, "made default");
    this.#tellChanged();
  }

  change(signature: Signature, change: Change): void {
    if (change.text !== undefined) signature.text = change.text;
    if (change.vendorStatus !== undefined) signature.vendorStatus = change.vendorStatus;
    if (change.inUse !== undefined) signature.inUse = change.inUse;
    this.#note(signature, "changed in the console");
    this.#tellChanged();
  }

  remove(signature: Signature, event = "deleted"): void {
    this.#note(signature, event, this.words.lostWith?.(signature));
    this.#signatures.delete(String(signature.id));
    this.#deleted.push(this.view(signature));
    if (this.#deleted.length > SignatureStore.mostDeleted) this.#deleted.shift();
    this.#tellChanged();
  }

  reset(): void {
    this.#signatures.clear();
    this.#deleted.length = 0;
    this.#made = 0;
    this.#tellChanged();
  }

  dump(): StoreContents {
    return { made: this.#made, signatures: this.all() };
  }

  restore({ made, signatures }: StoreContents): void {
    this.#made = made;
    for (const signature of signatures) this.#signatures.set(String(signature.id), signature);
  }

  #hasDefault(account: string): boolean {
    return this.all().some((one) => one.account === account && one.isDefault);
  }

  #note(signature: Signature, event: string, reason?: string): void {
    signature.history.push({ at: this.clock.iso(), event, ...(reason === undefined ? {} : { reason }) });
  }

  #beginReview(signature: Signature, event: string): void {
    // One reading of the clock: a review's end is reckoned from the moment that the history shows.
    signature.submittedAt = this.clock.now();
    signature.history.push({ at: new Date(signature.submittedAt).toISOString(), event });
    // Before the change is told, as in a review.
    for (const listener of this.#submitted) listener(signature);
    this.#tellChanged();
  }

  #tellChanged(): void {
    for (const listener of this.#changed) listener();
  }
}
