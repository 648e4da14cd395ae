import type { SignatureStatus } from "../../provider/lifecycle/statuses";
import type {
  Absent,
  Filing,
  FilingAnswer,
  Lost,
  Observation,
  QueryAnswer,
  Refused,
  RemovalAnswer,
  SearchAnswer,
  SignatureId,
  VendorAccount,
  VendorRules,
} from "../../provider/lifecycle/vendor";

/** What can befall one call. `lost-before` never arrives, `lost-after` takes effect; neither is answered. */
export type Fate = "well" | "not-sent" | "refused" | "lost-before" | "lost-after";

export interface ModelSignature {
  readonly id: number;
  text: string;
  content: string;
  status: SignatureStatus;
  isDefault: boolean;
  /** The answer to its filing was lost. */
  lost: boolean;
  readonly madeAt: number;
  /** It had lapsed and was asked back. */
  back: boolean;
}

export interface Deletion {
  readonly id: number;
  readonly status: SignatureStatus;
  readonly survivors: readonly ModelSignature[];
  readonly at: number;
}

export const RULES: VendorRules = {
  vendor: "Model",
  textField: "sign",
  reviewersOnly: ["remark"],
  editable: ["rejected"],
  formats: {
    namedBy: "format",
    fields: { old: ["sign", "kind", "body", "remark"], new: ["sign", "kind", "paper", "remark"] },
  },
  reviewsAtOnce: "one",
  lists: false,
  uniqueBy: null,
  neverWithdrawn: [],
  deletionTakesAlong: null,
  console: "the model's console",
  shownId: null,
  adoptionAdvice: "Look it up.",
};

const { formats: _, ...withoutFormats } = RULES;

/** The rules of a vendor like Huawei Cloud: one of a text, many reviews at once, a list, lapsing. */
export const OTHER_RULES: VendorRules = {
  ...withoutFormats,
  reviewsAtOnce: "many",
  lists: true,
  uniqueBy: ["sign"],
  neverWithdrawn: ["BACK"],
  deletionTakesAlong: "its channel",
};

const refused = (reason: Refused["reason"]): Refused => ({
  kind: "refused",
  reason,
  error: new Error(`refused: ${reason}`),
});
const lost = (): Lost => ({ kind: "lost", error: new Error("the answer was lost") });

/** The vendor has one of that text, and a person finds out which. */
const exists = (): Refused => ({
  ...refused("other"),
  error: new Error("refused: there is one already, which adoptId may name"),
});

/** The process ended in the middle of a call, as by `kill -9`. */
export class Killed extends Error {}

/** A vendor in memory that follows its rules, and whose calls meet the fates that a test deals. */
export class ModelVendor {
  readonly signatures = new Map<number, ModelSignature>();
  readonly deletions: Deletion[] = [];
  /** Everything that was asked but for queries, in order; `refused` where it was not done. */
  readonly calls: { readonly call: string; readonly refused: boolean }[] = [];
  /** Contents that were taken, in order, with what else stood there then. */
  readonly filings: { readonly content: string; readonly equals: readonly ModelSignature[] }[] = [];
  fates: Fate[] = [];
  clock = Date.parse("2026-01-01T00:00:00Z");
  /** How many filings took effect without an answer. */
  losses = 0;
  /** Somebody else's submission to the same app is under review. */
  foreignReview = false;
  /** The process ends in a call: after so many others, before or after it takes effect. */
  kill: { calls: number; readonly after: boolean } | null = null;
  #nextId = 100;

  constructor(readonly rules: VendorRules = RULES) {}

  readonly now = (): string => new Date(this.clock).toISOString();

  /** What files the given content. */
  filing(text: string, content: string): Filing {
    return {
      submit: (sending) => this.#filed(sending, () => this.#called("submit", () => this.#submit(text, content))),
      modify: (id, sending) =>
        this.#filed(sending, () => this.#called(`modify ${id}`, () => this.#modify(id, text, content))),
      prepare: async () => null,
    };
  }

  /** The vendor as one resource reaches it. */
  get account(): Omit<VendorAccount, "filing"> {
    const { rules } = this;
    return {
      rules,
      fingerprint: "model",
      query: async (id) => this.#mortal(() => this.#query(id)),
      remove: async (id) => this.#mortal(() => this.#called(`remove ${id}`, () => this.#remove(id))),
      ...(rules.lists
        ? { find: async (sought) => this.#mortal(() => this.#called("find", () => this.#find(sought))) }
        : {}),
      ...(rules.neverWithdrawn.length > 0
        ? { activate: async (id) => this.#mortal(() => this.#called(`activate ${id}`, () => this.#activate(id))) }
        : {}),
    };
  }

  #mortal<Answer>(call: () => Answer, unheard: (answer: Answer) => void = () => undefined): Answer {
    const kill = this.kill?.calls === 0 ? this.kill : null;
    if (this.kill !== null) this.kill.calls--;
    if (kill?.after === false) throw new Killed();
    const answer = call();
    if (kill === null) return answer;
    unheard(answer);
    throw new Killed();
  }

  #called<Answer extends { readonly kind: string }>(call: string, ask: () => Answer): Answer {
    const answer = ask();
    this.calls.push({ call, refused: answer.kind === "refused" || answer.kind === "lost" });
    return answer;
  }

  get underReview(): number {
    return [...this.signatures.values()].filter((each) => each.status === "pending").length;
  }

  #fate(): Fate {
    return this.fates.shift() ?? "well";
  }

  async #filed(sending: () => Promise<void>, file: () => FilingAnswer): Promise<FilingAnswer> {
    await sending();
    return this.#mortal(
      () => this.#filing(file),
      (answer) => {
        if (answer.kind === "taken") this.#get(answer.id).lost = true;
      },
    );
  }

  #filing(file: () => FilingAnswer): FilingAnswer {
    const fate = this.#fate();
    if (fate === "not-sent") return refused("not-sent");
    if (fate === "refused") return refused("other");
    if (fate === "lost-before") return lost();
    const answer = file();
    if (fate !== "lost-after") return answer;
    if (answer.kind === "taken") {
      this.losses++;
      this.#get(answer.id).lost = true;
    }
    return lost();
  }

  #submit(text: string, content: string): FilingAnswer {
    if (this.#isBusy) return refused("review-open");
    if (this.#isTaken(text)) return exists();
    const equals = [...this.signatures.values()]
      .filter((each) => each.content === content && !each.lost)
      .map((each) => ({ ...each }));
    this.filings.push({ content, equals });
    const id = this.#nextId++;
    this.signatures.set(id, {
      id,
      text,
      content,
      status: "pending",
      isDefault: false,
      lost: false,
      madeAt: this.clock,
      back: false,
    });
    return { kind: "taken", id };
  }

  #modify(id: SignatureId, text: string, content: string): FilingAnswer {
    const signature = this.signatures.get(Number(id));
    if (signature === undefined) return refused("absent");
    if (signature.status !== "rejected") return refused("other");
    if (this.#isBusy) return refused("review-open");
    if (this.#isTaken(text, signature)) return exists();
    Object.assign(signature, { text, content, status: "pending" });
    return { kind: "taken", id };
  }

  #query(id: SignatureId): QueryAnswer {
    return this.#fate() === "well" ? this.seen(id) : { kind: "failed", error: new Error("could not be asked") };
  }

  /** What a query tells that goes well. */
  seen(id: SignatureId): Observation | Absent {
    const signature = this.signatures.get(Number(id));
    if (signature === undefined) return { kind: "absent" };
    const { status, text, isDefault } = signature;
    return { kind: "present", status, vendorStatus: signature.back ? "BACK" : status, text, isDefault };
  }

  #find({ text, sentAt }: { readonly text: string; readonly sentAt: string }): SearchAnswer {
    if (this.#fate() !== "well") return { kind: "failed", error: new Error("could not be asked") };
    const found = [...this.signatures.values()].filter(
      (each) => each.text === text && each.madeAt >= Date.parse(sentAt),
    );
    return { kind: "found", ids: found.map(({ id }) => id) };
  }

  #activate(id: SignatureId): RemovalAnswer {
    const fate = this.#fate();
    if (fate === "not-sent") return refused("not-sent");
    if (fate === "refused") return refused("other");
    if (fate === "lost-before") return lost();
    const signature = this.signatures.get(Number(id));
    if (signature === undefined) return { kind: "absent" };
    if (signature.status !== "inactive") return refused("other");
    Object.assign(signature, { status: "pending", back: true });
    return fate === "lost-after" ? lost() : { kind: "done" };
  }

  get #isBusy(): boolean {
    return this.rules.reviewsAtOnce === "one" && (this.underReview > 0 || this.foreignReview);
  }

  #isTaken(text: string, except?: ModelSignature): boolean {
    return (
      this.rules.uniqueBy !== null &&
      [...this.signatures.values()].some((each) => each !== except && each.text === text)
    );
  }

  #remove(id: SignatureId): RemovalAnswer {
    const fate = this.#fate();
    if (fate === "not-sent") return refused("not-sent");
    if (fate === "refused") return refused("other");
    if (fate === "lost-before") return lost();
    const signature = this.signatures.get(Number(id));
    if (signature === undefined) return fate === "lost-after" ? lost() : { kind: "absent" };
    if (signature.isDefault) return fate === "lost-after" ? lost() : refused("default");
    this.signatures.delete(signature.id);
    this.deletions.push({
      id: signature.id,
      status: signature.status,
      survivors: [...this.signatures.values()].map((each) => ({ ...each })),
      at: this.clock,
    });
    return fate === "lost-after" ? lost() : { kind: "done" };
  }

  #get(id: SignatureId): ModelSignature {
    const signature = this.signatures.get(Number(id));
    if (signature === undefined) throw new Error(`no signature ${id}`);
    return signature;
  }
}
