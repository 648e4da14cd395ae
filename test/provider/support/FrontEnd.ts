import type { ApprovalTable, ResourceTable } from "../../../properties";
import type { Plugin, PluginOptions, Start } from "./Plugin";
import type { Wire } from "./wire";

/** A way in which programs come to the provider's core, and where it differs from the others. */
export interface FrontEnd {
  readonly name: "the classes" | "the plugin";
  /** Starts the provider in the process of the tests, as new as a process that has just started. */
  readonly local: Start;
  /** Starts the process that the engine starts. */
  readonly process: (options: PluginOptions) => Promise<Plugin & { interrupt(): Promise<number | null> }>;
  /** The type in a program's URNs. */
  typeOf(table: ResourceTable): string;
  /** What a program of this front end sends beside what it declares. */
  sentBeside(table: ResourceTable): Wire;
  /** A gate's input `signature`, from what the core calls its parts. */
  gateInput(table: ApprovalTable, told: Wire): Wire;
  /** The properties without what the engine encrypts. */
  inTheOpen(properties: Wire): Wire;
  /** A setting as messages name it: `jpush:appKey` is its name for the classes. */
  settingNamed(name: string): string;
  /** `pulumi config set` and what follows it. */
  configured(name: string, secret?: boolean): string;
  /** What a program makes for another account. */
  readonly explicitProvider: string;
  /** The engine previews a create and an update by calling them; else check tells what a create would do. */
  readonly previewsByCalls: boolean;
  /** diff names each input that differs; else the engine compares inputs itself. */
  readonly detailedDiff: boolean;
  /** A resource's former names, as its aliases give them, are told to it. */
  readonly formerNames: boolean;
}
