import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { VendorRules } from "../../provider/lifecycle/vendor";
import { Killed } from "../lifecycle/ModelVendor";
import { event, playAll, World, type Event } from "../lifecycle/World";

/** How the next run ends: in one of its calls, or when all is done, right before the state is saved. */
export interface Kill {
  readonly kind: "kill";
  readonly calls: number;
  readonly moment: "before" | "after" | "unsaved";
}

export type MortalEvent = Event | Kill;

export const mortalEvent: fc.Arbitrary<MortalEvent> = fc.oneof(
  { weight: 25, arbitrary: event },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("kill" as const),
      calls: fc.nat(4),
      moment: fc.constantFrom("before" as const, "after" as const, "unsaved" as const),
    }),
  },
);

const RESOURCE = { project: "model", stack: "dev", name: "brand" };

/** A world in which runs are killed, with a journal in a folder of its own. */
export class KilledWorld extends World {
  readonly journal: string;
  #kill: Kill | null = null;
  readonly #unsaved = new Set<number>();

  constructor(rules: VendorRules) {
    const journal = mkdtempSync(join(tmpdir(), "journal-"));
    super(rules, { PULUMI_SMS_JOURNAL: journal });
    this.journal = journal;
    this.declared = { ...this.declared, __resource: RESOURCE };
  }

  /** How many records are open. */
  get open(): number {
    return readdirSync(this.journal).filter((name) => name.endsWith(".json")).length;
  }

  remove(): void {
    rmSync(this.journal, { recursive: true });
  }

  /** From now on runs live. */
  live(): void {
    this.#kill = null;
  }

  async mortal(next: MortalEvent): Promise<void> {
    if (next.kind === "kill") this.#kill = next;
    else if (next.kind === "declare") await this.play({ ...next, inputs: { ...next.inputs, __resource: RESOURCE } });
    else await playAll([next], this);
  }

  override async run(kind: "up" | "refresh" | "destroy"): Promise<Error | null> {
    const kill = this.#take();
    if (kill === null) {
      const { state } = this.engine;
      const failure = await super.run(kind);
      // A refresh that fails saves nothing, an up all that it took over.
      if (kind === "up" || (state !== null && failure === null)) this.#unsaved.clear();
      this.judgeLedger();
      return failure;
    }
    this.vendor.clock += 1000;
    return this.#dies(kill, () => (kind === "up" ? this.engine.up(this.declared) : this.engine[kind]()));
  }

  override async destroyAll(): Promise<Error | null> {
    const kill = this.#take();
    if (kill !== null) {
      const kept = this.keptByDestroy();
      const said = this.engine.lines.length;
      const failure = await this.#dies(kill, () => this.engine.destroy());
      // What it has named it no longer knows, though the state that it was killed before still has the resource.
      for (const id of this.namedByDestroy(this.engine.lines.slice(said))) this.leftByDestroy.add(id);
      // It may have been over before it could be killed.
      if (this.engine.state === null) for (const id of kept) this.leftByDestroy.add(id);
      return failure;
    }
    const { state } = this.engine;
    const failure = await super.destroyAll();
    // One that fails leaves the state as it was, and what is in none to the journal.
    if (state !== null && failure === null) this.#unsaved.clear();
    return failure;
  }

  protected override isUnsaved(id: number): boolean {
    return this.#unsaved.has(id);
  }

  /** What a killed run filed makes superseded ones that the state knows as others: only the destroy itself tells of them. */
  protected override namedByDestroy(lines: readonly string[]): readonly number[] {
    const kept = lines.filter((line) => line.includes('because superseded is "keep"'));
    return kept.flatMap((line) => [...line.matchAll(/\((\d+)\)/g)].map(([, id]) => Number(id)));
  }

  #take(): Kill | null {
    const kill = this.#kill;
    this.#kill = null;
    return kill;
  }

  async #dies({ calls, moment }: Kill, run: () => Promise<Error | null>): Promise<Error | null> {
    const { vendor, engine } = this;
    const before = { state: engine.state, ids: new Set(vendor.signatures.keys()) };
    if (moment !== "unsaved") vendor.kill = { calls, after: moment === "after" };
    const failure = await run();
    vendor.kill = null;
    const lives = moment !== "unsaved" && !(failure instanceof Killed);
    engine.endRun(lives);
    if (lives) return failure;
    engine.state = before.state;
    for (const id of vendor.signatures.keys()) if (!before.ids.has(id)) this.#unsaved.add(id);
    return failure;
  }
}

/** Plays the events in a world of their own, and gives it to `judge`. */
export async function playMortal(
  rules: VendorRules,
  events: readonly MortalEvent[],
  judge: (world: KilledWorld) => Promise<void> = async () => undefined,
): Promise<void> {
  const world = new KilledWorld(rules);
  try {
    for (const each of events) await world.mortal(each);
    await judge(world);
  } finally {
    world.remove();
  }
}
