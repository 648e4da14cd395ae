import * as pulumi from "@pulumi/pulumi";
import type { ApprovalTable, ProviderTable } from "../properties/property";
import { noSuchName } from "../provider/nearest";
import { settingFaults } from "../provider/settings/faults";
import type { GivenSettings, SettingReader } from "../provider/settings/faults";

type Given = { readonly [name: string]: unknown };

/** What is wrong with the names that a program gives and that do not exist, a line for each. */
function unknownIn(args: Given, what: string, known: readonly string[]): string[] {
  return Object.keys(args)
    .filter((name) => args[name] !== undefined && !known.includes(name))
    .map((name) => `${name}: ${noSuchName(what, name, known)}`);
}

/**
 * Ends a program that gives an explicit provider a setting that does not exist, which nothing else would read, or one that
 * cannot be used, as far as its value is known already.
 * @param inherited what the provider takes from the program's configuration where it is not given
 */
export function refuseSettings(
  { className, namespace, settings }: ProviderTable,
  readers: readonly SettingReader[],
  name: string,
  args: Given,
  inherited: { readonly [setting: string]: string },
): void {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const texts: GivenSettings = Object.fromEntries(given.map(([setting, value]) => [setting, known(value)]));
  const unusable = settingFaults(namespace, readers, { ...inherited, ...texts });
  refuse(`${className} ${name}`, [
    ...unknownIn(args, "setting", Object.keys(settings)),
    // The environment may say otherwise than the configuration.
    ...unusable.filter(({ input }) => input in texts).map(({ input, reason }) => `${input}: ${reason}`),
  ]);
}

/** Null for what is not known before the program's end. */
function known(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** The signature of a gate. Ends a program without types that gives none: the gate's inputs are made of its outputs. */
export function signatureOf<Signature>(
  { className, inputs }: ApprovalTable,
  name: string,
  args: { readonly signature: Signature },
): Signature {
  if (!pulumi.Resource.isInstance(args.signature)) {
    const unknown = unknownIn({ ...args }, "input", Object.keys(inputs));
    refuse(`${className} ${name}`, [...unknown, "signature: it is no signature: give the resource itself"]);
  }
  return args.signature;
}

function refuse(resource: string, reasons: readonly string[]): void {
  if (reasons.length > 0) throw new pulumi.RunError([`${resource} cannot be used:`, ...reasons].join("\n  "));
}
