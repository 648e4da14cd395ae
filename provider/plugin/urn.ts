import type { Identity } from "../context";

/** Who a resource is, by its URN: `urn:pulumi:<stack>::<project>::<parents' types>$<type>::<name>`. */
export function identityOf(urn: string): Identity {
  const [stack = "", project = "", types = "", ...name] = urn.replace(/^urn:pulumi:/, "").split("::");
  const parents = types.split("$").slice(0, -1).join("$");
  return { project, stack, name: name.join("::"), formerNames: [], ...(parents === "" ? {} : { parent: parents }) };
}

/** The resource's type, `sms:jpush:Signature` for one. */
export function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/**
 * The provider that the engine makes of the stack's config, as opposed to one that a program declares: `default`, or
 * `default_0_1_0` where a version is asked for.
 */
export function isDefaultProvider(urn: string): boolean {
  return /^default(_\d+_\d+_\d+|$)/.test(identityOf(urn).name);
}
