import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator, EmulatorOptions } from "sms-emulator";
import type { ApprovalTable, ResourceTable, SignatureTable } from "../../properties";
import type { SignatureId } from "../../provider/lifecycle/vendor";
import type { Resource } from "../../provider/resource";
import type { SignatureKind } from "../../provider/signature/kind";
import { signatureResource } from "../../provider/signature/signatureResource";
import type { Document, Value, Values } from "../../provider/values";
import { png } from "../documents/samples";
import { ResourceEngine } from "../lifecycle/ResourceEngine";
import type { FiledSignature } from "../../tools/control/ControlPlane";
import type { FrontEnd } from "../provider/support/FrontEnd";
import { Emulated } from "./Emulated";
import { OverFrontEnd } from "./OverFrontEnd";

/** One vendor, as the suite that both have in common needs to know it. */
export interface VendorUnderTest {
  readonly kind: SignatureKind;
  readonly table: SignatureTable;
  readonly approvalTable: ApprovalTable;
  /** Its name in the emulator's control plane. */
  readonly emulated: "jpush" | "huaweicloud";
  /** The settings that lead to an emulator, with everything that lets one in. */
  settingsFor(url: string): { readonly [setting: string]: string };
  /** Names of the settings that must not show. */
  readonly secrets: readonly string[];
  /** Names of the settings whose change makes it another account. */
  readonly account: { readonly setting: string; readonly value: string };
  /** Everything that must be declared, apart from the text. */
  inputs(document: (name: string) => Document): Values;
  /** Texts that the vendor takes. */
  readonly texts: readonly [string, string, string];
  /** The id that people are shown, and that the output of the serving one holds. */
  shownIdOf(signature: FiledSignature): SignatureId;
  /** The output that holds the vendor's key of the newest one. */
  readonly newestOutput: string;
  /** A field beside the text whose change makes another signature of it. */
  readonly another: { readonly input: string; readonly value: string };
  /** A field that serves the reviewers alone. */
  readonly reviewersOnly: string;
  /** A status that the vendor's documents do not have. */
  readonly oddStatus: number | string;
  /** An id that no signature has. */
  readonly absentId: SignatureId;
  /** The path of a new submission, or its beginning. */
  readonly submissionPath: string;
  /** A code with which the vendor refuses. */
  readonly refusingCode: number | string;
}

export interface BenchOptions extends EmulatorOptions {
  /** Through which the resource is reached; at once where there is none. */
  readonly frontEnd?: FrontEnd | null;
}

/** An emulator, an engine with one resource of the vendor's, and the reviewer. */
export class Bench extends Emulated {
  readonly engine: ResourceEngine;
  readonly #resource: Resource;
  readonly #ended: OverFrontEnd[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), "bench-"));
  /** In milliseconds: how far the engine's clock is ahead. */
  ahead = 0;

  private constructor(
    readonly vendor: VendorUnderTest,
    emulator: Emulator,
    private readonly frontEnd: FrontEnd | null,
  ) {
    super(emulator, vendor.emulated);
    const now = () => new Date(Date.now() + this.ahead).toISOString();
    this.#resource = this.over(signatureResource(vendor.kind, now), vendor.table);
    this.engine = new ResourceEngine(vendor.kind, this.#resource, vendor.settingsFor(emulator.url));
  }

  static async of(vendor: VendorUnderTest, { frontEnd = null, ...options }: BenchOptions = {}): Promise<Bench> {
    return new Bench(vendor, await Emulated.start(options), frontEnd);
  }

  /** The resource as it is reached through the bench's front end. */
  over(resource: Resource, table: ResourceTable | ApprovalTable): Resource {
    if (this.frontEnd === null) return resource;
    const reached = new OverFrontEnd(this.frontEnd, resource, table);
    this.#ended.push(reached);
    return reached;
  }

  /** A document of the given name, another one for every bench. */
  readonly document = (name: string): Document => {
    const bytes = Buffer.concat([png(40), Buffer.from(`SAMPLE ${name} ${this.#folder}`)]);
    writeFileSync(join(this.#folder, name), bytes);
    return { sha256: createHash("sha256").update(bytes).digest("hex"), path: join(this.#folder, name) };
  };

  /** What is declared, with some of it changed; undefined takes an input away. */
  declared(text = 0, changes: Values = {}): Values {
    const inputs = {
      ...this.vendor.inputs(this.document),
      [this.vendor.kind.rules.textField]: this.vendor.texts[text] ?? "",
      ...changes,
    };
    return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
  }

  /** check, and then what an `up` does. Gives the failure of the run, or null. */
  async up(text = 0, changes: Values = {}): Promise<Error | null> {
    return this.engine.up(await this.checked(this.declared(text, changes)));
  }

  /** Whether a preview shows a difference. */
  async differs(text = 0, changes: Values = {}): Promise<boolean> {
    return this.engine.differs(await this.checked(this.declared(text, changes)));
  }

  async checked(inputs: Values): Promise<Values> {
    const { normalised, faults } = await this.#resource.check(
      this.engine.context(inputs),
      this.engine.state?.inputs ?? null,
      inputs,
    );
    if (faults.length > 0) throw new Error(`refused by check: ${JSON.stringify(faults)}`);
    return { ...inputs, ...normalised };
  }

  output(name: string): unknown {
    return this.engine.state?.outputs[name];
  }

  /** What was said since it was asked last; the next run has a process of its own, in which no line was said yet. */
  said(): string {
    this.engine.endRun();
    return this.engine.lines.splice(0).join("\n");
  }

  /** How often the vendor was called. */
  async calls(): Promise<number> {
    return (await this.control.requests()).length;
  }

  override async close(): Promise<void> {
    for (const each of this.#ended) await each.end();
    await super.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** The same with its documents' files on no machine: by their hashes alone. */
export function withoutFiles(inputs: Values): Values {
  const hashOf = (value: Value): Value =>
    typeof value === "object" && value !== null && "sha256" in value ? { sha256: String(value.sha256) } : value;
  return Object.fromEntries(Object.entries(inputs).map(([name, value]): [string, Value] => [name, hashOf(value)]));
}

/** A test that gets a bench of its own. */
export function withBench(
  vendor: VendorUnderTest,
  test: (bench: Bench) => Promise<void>,
  options?: BenchOptions,
): () => Promise<void> {
  return async () => {
    const bench = await Bench.of(vendor, options);
    try {
      await test(bench);
    } finally {
      await bench.close();
    }
  };
}
