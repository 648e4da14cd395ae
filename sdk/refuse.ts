import * as pulumi from "@pulumi/pulumi";
import type { ApprovalTable } from "../properties/property";
import { noSuchName } from "../provider/nearest";

type Given = { readonly [name: string]: unknown };

/** What is wrong with the names that a program gives and that do not exist, a line for each. */
function unknownIn(args: Given, what: string, known: readonly string[]): string[] {
  return Object.keys(args)
    .filter((name) => args[name] !== undefined && !known.includes(name))
    .map((name) => `${name}: ${noSuchName(what, name, known)}`);
}

/**
 * Ends a program without types that gives a setting that does not exist: nothing else would read the setting.
 * @param provider its class and its name
 */
export function refuseUnknownSettings(provider: string, args: Given, settings: readonly string[]): void {
  refuse(provider, unknownIn(args, "setting", settings));
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
