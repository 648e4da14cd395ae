import { expect } from "chai";
import fc from "fast-check";
import type { Environment } from "../../provider/context";
import { simulatePlan } from "../../provider/lifecycle/simulate";
import { EMPTY_LEDGER, entriesOf, idsOf } from "../../provider/lifecycle/ledger";
import type { Entry, Ledger } from "../../provider/lifecycle/ledger";
import { observe } from "../../provider/lifecycle/observe";
import { holdsDesired } from "../../provider/lifecycle/desired";
import { desiredOf } from "../../provider/signature/desiredOf";
import type { VendorRules } from "../../provider/lifecycle/vendor";
import type { Values } from "../../provider/values";
import { ModelEngine, modelKind } from "./ModelEngine";
import { ModelVendor, RULES } from "./ModelVendor";
import type { Fate } from "./ModelVendor";

const HOUR = 60 * 60 * 1000;

export type Event =
  | { readonly kind: "declare"; readonly inputs: Values }
  | { readonly kind: "up" | "refresh" | "destroy" }
  | { readonly kind: "fates"; readonly fates: readonly Fate[] }
  | { readonly kind: "review"; readonly approve: boolean; readonly foreign: boolean }
  | {
      readonly kind: "console";
      readonly pick: number;
      readonly act: "invalidate" | "delete" | "default" | "rename" | "odd" | "sane" | "lapse";
    }
  | { readonly kind: "foreign" }
  | { readonly kind: "wait"; readonly hours: number };

/** The id of one that somebody filed before there was a program. */
const BY_HAND = 99;

const inputs: fc.Arbitrary<Values> = fc.record({
  sign: fc.constantFrom("甲", "乙"),
  body: fc.constantFrom("one", "two"),
  paper: fc.constantFrom("a", "b"),
  remark: fc.constantFrom("r1", "r2"),
  format: fc.constantFrom("old", "old", "new"),
  whilePending: fc.constantFrom("after", "withdraw", "refuse"),
  whenBusy: fc.constantFrom("queue", "fail"),
  superseded: fc.constantFrom("delete", "delete", "keep"),
  supersededAfter: fc.constantFrom("0s", "24h"),
  resubmit: fc.constantFrom("first", "second"),
  allowOutage: fc.constantFrom(false, false, true),
  adoptId: fc.constantFrom(undefined, undefined, BY_HAND),
});

const fate: fc.Arbitrary<Fate> = fc.constantFrom(
  "well",
  "well",
  "well",
  "not-sent",
  "refused",
  "lost-before",
  "lost-after",
);

export const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("declare" as const), inputs }) },
  { weight: 6, arbitrary: fc.constant({ kind: "up" as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: "refresh" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "destroy" as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("fates" as const),
      fates: fc.array(fate, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("review" as const), approve: fc.boolean(), foreign: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("console" as const),
      pick: fc.nat(5),
      act: fc.constantFrom(
        "invalidate" as const,
        "delete" as const,
        "default" as const,
        "rename" as const,
        "odd" as const,
        "sane" as const,
        "lapse" as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "foreign" as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), hours: fc.constantFrom(0.5, 2, 25) }) },
);

/** One world: a vendor, an engine, a program; and what was published when, as other stacks would have learnt it. */
export class World {
  readonly vendor: ModelVendor;
  readonly engine: ModelEngine;
  declared: Values = { sign: "甲", body: "one", supersededAfter: "24h" };
  readonly published = new Map<unknown, number>();

  constructor(
    readonly rules: VendorRules = RULES,
    environment?: Environment,
  ) {
    this.vendor = new ModelVendor(rules);
    this.engine = new ModelEngine(this.vendor, environment);
    this.vendor.signatures.set(BY_HAND, {
      id: BY_HAND,
      text: "甲",
      content: "unknown",
      status: "approved",
      isDefault: false,
      lost: false,
      madeAt: 0,
      back: false,
    });
    this.leftByDestroy.add(BY_HAND);
  }

  async play(event: Event): Promise<void> {
    switch (event.kind) {
      case "declare":
        this.declared = event.inputs;
        return;
      case "fates":
        this.vendor.fates = [...event.fates];
        return;
      case "review":
        this.review(event.approve, event.foreign);
        return;
      case "console":
        this.console(event);
        return;
      case "foreign":
        // Another of the account's submissions, which can be made only while none is under review.
        this.vendor.foreignReview ||= this.vendor.underReview === 0;
        return;
      case "wait":
        this.vendor.clock += event.hours * HOUR;
        return;
      default:
        await this.run(event.kind);
    }
  }

  async run(kind: "up" | "refresh" | "destroy"): Promise<Error | null> {
    this.vendor.clock += 1000;
    const before = this.snapshot();
    const failure = kind === "up" ? await this.engine.up(this.declared) : await this.engine[kind]();
    this.engine.endRun();
    if (kind === "up") this.publish();
    this.judgeFilings(before);
    if (kind !== "destroy") this.judgeDeletions(before);
    if (kind === "up" && failure !== null && this.engine.state === before.state) {
      expect(this.vendor.deletions.length, "deleted, and nothing was saved").to.equal(before.deletions);
      expect(this.vendor.filings.length, "filed, and nothing was saved").to.equal(before.filings);
    }
    if (kind === "up") this.judgeServing(before);
    this.judgeLedger();
    return failure;
  }

  snapshot() {
    const { vendor, engine, declared } = this;
    const desired = desiredOf(modelKind(vendor), declared);
    const ledger = engine.ledger ?? EMPTY_LEDGER;
    const serving = ledger.serving;
    const holds = (entry: Entry | null) => entry !== null && holdsDesired(entry, desired, this.rules);
    return {
      state: engine.state,
      ledger,
      filings: vendor.filings.length,
      losses: vendor.losses,
      deletions: vendor.deletions.length,
      /** What a preview says will be deleted. */
      describePlan: simulatePlan(ledger, desired, this.rules, vendor.now()).flatMap((step) =>
        step.do === "remove" ? [step.entry.id] : [],
      ),
      // In another format its successor may hold the same: then that may take its place.
      servesWhatIsWanted: serving !== null && holds(serving) && !holds(ledger.candidate) ? serving.id : null,
      settlesByHand:
        !this.rules.lists &&
        ledger.candidate?.unconfirmed !== undefined &&
        ledger.candidate.id === null &&
        vendor.clock - Date.parse(ledger.candidate.unconfirmed.sentAt) >= HOUR &&
        ledger.candidate.unconfirmed.resubmit === declared["resubmit"] &&
        // A new one is a person's word of what became of it.
        engine.state?.outputs["adoptId"] === declared["adoptId"],
    };
  }

  /** What an update returned is what other stacks learn; a refresh alone tells them nothing. */
  private publish(): void {
    const serving = this.engine.state?.outputs["servingSignId"];
    if (serving !== null && serving !== undefined && !this.published.has(serving))
      this.published.set(serving, this.vendor.clock);
  }

  private judgeFilings(before: Snapshot): void {
    const filings = this.vendor.filings.slice(before.filings);
    expect(filings.length, "filings in one call").to.be.at.most(1);
    if (before.settlesByHand) expect(filings, "filed although an earlier answer is lost").to.deep.equal([]);
    if (this.vendor.losses > before.losses) {
      expect(this.engine.ledger?.candidate, "a lost answer is in the state").to.have.property("unconfirmed");
    }
    for (const filing of filings) {
      // A rename in the console makes another text of it, and what was never known to the state cannot be found.
      const known = this.known(before.ledger);
      const twice = filing.equals.filter(
        (each) => (each.status === "pending" || each.status === "approved") && known.has(each.id),
      );
      expect(
        twice.filter((each) => each.text === this.declared["sign"]),
        "filed a second time",
      ).to.deep.equal([]);
    }
  }

  private known(before: Ledger): Set<unknown> {
    const ledger = this.engine.ledger;
    // What one holds that was kept across a change of its format is assumed: all that both formats have was the same.
    const assumed = entriesOf(before)
      .filter((entry) => entry.assumed)
      .map(({ id }) => id);
    // Left behind for good reasons, and no longer watched: not a candidate for serving.
    return new Set(
      [ledger?.serving, ledger?.candidate]
        .map((entry) => entry?.id)
        .filter((id) => id !== null && id !== undefined && !assumed.includes(id)),
    );
  }

  /** What is desired and may be sent with is not given up for anything else. */
  private judgeServing(before: Snapshot): void {
    const id = before.servesWhatIsWanted;
    if (id === null || this.engine.state === null || this.vendor.signatures.get(Number(id))?.status !== "approved")
      return;
    if (this.vendor.signatures.get(Number(id))?.text !== this.declared["sign"]) return;
    expect(this.engine.ledger?.serving?.id, "serves").to.equal(id);
  }

  private judgeDeletions(before: Snapshot): void {
    for (const deletion of this.vendor.deletions.slice(before.deletions)) {
      expect(before.describePlan, "deleted, and no preview would have shown it").to.include(deletion.id);
      // By the program's own word, where equals cannot stand side by side.
      const isOutage = this.rules.uniqueBy !== null && this.declared["allowOutage"] === true;
      if (deletion.status !== "approved" || isOutage) continue;
      const serving = this.engine.ledger?.serving;
      const survivor = deletion.survivors.find((each) => each.id === serving?.id);
      expect(survivor?.status, `an approved one was deleted while ${serving?.id} was to serve`).to.equal("approved");
      const grace = this.declared["supersededAfter"] === "0s" ? 0 : 24 * HOUR;
      const publishedAt = this.published.get(serving?.id) ?? (grace === 0 ? deletion.at : Infinity);
      expect(deletion.at - publishedAt, "deleted within its successor's grace").to.be.at.least(grace);
    }
  }

  /** Nothing stands at the vendor that the state does not know, but for filings whose answer was lost. */
  protected judgeLedger(): void {
    const ledger = this.engine.ledger;
    // Only a candidate can be of no known id: anywhere else nobody would ever settle it.
    expect(
      [ledger?.serving, ...(ledger?.superseded ?? [])].filter((entry) => entry?.id === null),
      "unsettled for ever",
    ).to.deep.equal([]);
    const known = new Set(
      [ledger?.serving, ledger?.candidate, ...(ledger?.superseded ?? [])].map((entry) => entry?.id),
    );
    // Found again in the vendor's list, it is one like any other.
    if (this.rules.lists) for (const each of this.vendor.signatures.values()) each.lost &&= !known.has(each.id);
    const orphans = [...this.vendor.signatures.values()].filter(
      (each) => !each.lost && !known.has(each.id) && !this.leftByDestroy.has(each.id) && !this.isUnsaved(each.id),
    );
    expect(orphans, "orphans").to.deep.equal([]);
    if (this.rules.reviewsAtOnce === "one") expect(this.vendor.underReview, "under review at once").to.be.at.most(1);
  }

  /** No resource has these: destroy kept them, or none has taken them over. */
  readonly leftByDestroy = new Set<number>();

  /** Whether the run that filed it was killed, and no other has followed. */
  protected isUnsaved(_id: number): boolean {
    return false;
  }

  async destroyAll(): Promise<Error | null> {
    const kept = this.keptByDestroy();
    const said = this.engine.lines.length;
    const failure = await this.engine.destroy();
    this.engine.endRun();
    if (failure === null)
      for (const id of [...kept, ...this.namedByDestroy(this.engine.lines.slice(said))]) this.leftByDestroy.add(id);
    return failure;
  }

  /** What else it kept, as it says: nothing that is in no state. */
  protected namedByDestroy(_lines: readonly string[]): readonly number[] {
    return [];
  }

  /** By the program's word, of what stands at the vendor now: a look comes before the first deletion. */
  protected keptByDestroy(): readonly number[] {
    const { vendor, rules } = this;
    const { state, ledger } = this.engine;
    if (state?.outputs["superseded"] !== "keep" || ledger === null) return [];
    const desired = desiredOf(modelKind(vendor), state.outputs);
    const answers = new Map(idsOf(ledger).map((id) => [id, vendor.seen(id)]));
    return observe(ledger, desired, rules, answers, vendor.now()).superseded.map(({ id }) => Number(id));
  }

  /** From now on calls succeed, reviewers approve, and a person does what errors ask for; runs go on until all is done. */
  async prosper(): Promise<void> {
    const { vendor, engine } = this;
    vendor.fates = [];
    this.declared = {
      ...this.declared,
      whenBusy: "queue",
      whilePending: "after",
      superseded: "delete",
      supersededAfter: "0s",
      allowOutage: true,
    };
    for (const each of vendor.signatures.values()) {
      each.isDefault = false;
      if (each.status === "unknown") each.status = "approved";
    }
    for (let round = 0; round < 6; round++) {
      await engine.refresh();
      engine.endRun();
      const failure = await this.run("up");
      if (failure !== null && /adoptId|was not taken over/.test(failure.message)) {
        // A lost answer that only a person can settle: they look, find nothing of theirs to keep, and say so.
        for (const each of vendor.signatures.values())
          if (each.lost || this.leftByDestroy.has(each.id)) vendor.signatures.delete(each.id);
        this.declared = { ...this.declared, adoptId: undefined, resubmit: `refreshed ${round}` };
      }
      this.review(true, true);
      // Rejected as it is declared: a person has to ask for it to be filed again.
      if (engine.state?.outputs["status"] === "rejected")
        this.declared = { ...this.declared, resubmit: `again ${round}` };
    }
    await engine.refresh();
  }

  review(approve: boolean, foreign: boolean): void {
    if (foreign) this.vendor.foreignReview = false;
    for (const each of this.vendor.signatures.values())
      if (each.status === "pending") Object.assign(each, { status: approve ? "approved" : "rejected", back: false });
  }

  private console({ pick, act }: Extract<Event, { kind: "console" }>): void {
    const all = [...this.vendor.signatures.values()];
    const signature = all[pick % Math.max(1, all.length)];
    if (signature === undefined) return;
    if (act === "delete") this.vendor.signatures.delete(signature.id);
    if (act === "lapse" && this.rules.neverWithdrawn.length > 0 && signature.status === "approved")
      signature.status = "inactive";
    // Where a text names it, it is not changed, and there is no default.
    if (this.rules.uniqueBy !== null && (act === "default" || act === "rename")) return;
    if (act === "default") for (const each of all) each.isDefault = each === signature && each.status === "approved";
    if (act === "invalidate" && signature.status === "approved") signature.status = "rejected";
    if (act === "rename") signature.text = `${signature.text}改`;
    if (act === "odd") signature.status = "unknown";
    if (act === "sane" && signature.status === "unknown") signature.status = "approved";
  }
}

type Snapshot = ReturnType<World["snapshot"]>;

export async function playAll(events: readonly Event[], world = new World()): Promise<World> {
  for (const event of events) {
    if (event.kind === "destroy") {
      await world.destroyAll();
    } else {
      await world.play(event);
    }
  }
  return world;
}
