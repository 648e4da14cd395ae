import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment, Identity } from "../context";

/*
 * Where the journal of a resource stands. The program's process needs it too, so nothing here loads more than Node's
 * own modules.
 */

/** Which resource a journal belongs to, as its file holds it. */
export interface Owner {
  /** Tells the state's backend from others, where the environment names it: a hash of its address, less the password. */
  readonly backend: string | null;
  readonly organization?: string | undefined;
  readonly project: string;
  readonly stack: string;
  /** The URN of the component that the resource is in. */
  readonly parent?: string | undefined;
  /** `jpush:SmsSignature` for one. */
  readonly type: string;
  readonly name: string;
}

/** `PULUMI_SMS_JOURNAL`, or a folder beside Pulumi's own. */
export function journalFolder(environment: Environment): string {
  const pulumiHome = environment["PULUMI_HOME"] || join(homedir(), ".pulumi");
  return environment["PULUMI_SMS_JOURNAL"] || join(pulumiHome, "pulumi-sms", "journal");
}

/** The resource under its name and under its former names, in this order; none where the program does not tell. */
export function ownersOf(type: string, identity: Identity | null, environment: Environment): readonly Owner[] {
  if (identity === null) return [];
  const { name, formerNames, ...place } = identity;
  const backend = backendIn(environment);
  return [...new Set([name, ...formerNames])].map((each) => ({ ...place, name: each, type, backend }));
}

export function fileOf(folder: string, owner: Owner): string {
  return join(folder, `${createHash("sha256").update(keyOf(owner)).digest("hex").slice(0, 32)}.json`);
}

/** Equal for the same resource. */
export function keyOf(owner: Owner): string {
  const { backend, organization, project, stack, type, parent, name } = owner;
  return JSON.stringify([backend, organization, project, stack, type, parent ?? null, name]);
}

function backendIn({ PULUMI_BACKEND_URL: address }: Environment): string | null {
  return address ? createHash("sha256").update(withoutPassword(address)).digest("hex").slice(0, 16) : null;
}

/** A password could be guessed from its hash, and one that was changed makes no other backend of it. */
function withoutPassword(address: string): string {
  return address.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, "$1");
}
