import * as pulumi from "@pulumi/pulumi";
import { jpushProvider } from "../properties";
import { nearestName, suggest } from "../provider/nearest";

/** The runs that were told. */
const told = new WeakSet<object>();

/**
 * Warns once in a run of what stands in the stack's configuration beside JPush's settings and is nearly called as one of
 * them. Other names may be the program's own. In Huawei Cloud's namespace nobody can tell: Huawei Cloud's own Pulumi
 * provider has settings there, too.
 * @internal
 */
export function warnOfMistypedSettings(): void {
  const stack = pulumi.runtime.getStackResource();
  if (stack !== undefined && told.has(stack)) return;
  if (stack !== undefined) told.add(stack);
  const { namespace, settings } = jpushProvider;
  const known = Object.keys(settings);
  const prefix = `${namespace}:`;
  const given = Object.keys(pulumi.runtime.allConfig()).flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
  for (const name of given) {
    const meant = known.includes(name) ? null : nearestName(name, known);
    if (meant === null || given.includes(meant)) continue;
    const question = suggest(name, known, `the settings are ${known.join(", ")}`, (each) => prefix + each);
    void pulumi.log.warn(`${prefix}${name} in the stack's configuration is no setting of pulumi-sms: ${question}.`);
  }
}
