import { createHash } from "node:crypto";
import { z } from "zod";
import type { Value } from "../values";

const subject = z.object({
  organization: z.string().optional(),
  project: z.string(),
  stack: z.string(),
  /** The URN of the component that the resource is in: names are unique only within one. */
  parent: z.string().optional(),
  name: z.string(),
});

const hidden = subject.extend({
  /** The names that its aliases give. */
  formerly: z.array(z.string()).optional(),
});

/** Which resource a record belongs to. The plugin is not told; the class in the program sends it as a hidden input. */
export interface Subject extends z.infer<typeof subject> {
  readonly type: string;
  /** Tells the state's backend from others, where the environment names it. A hash of its address, less the password. */
  readonly backend: string | null;
}

/**
 * The resource under its name and under its former ones, in this order. Empty where the input is missing, as in a
 * program that makes the resource without this package's class.
 */
export function parseSubjects(
  type: string,
  input: Value,
  environment: { readonly [name: string]: string | undefined },
): readonly Subject[] {
  const parsed = hidden.safeParse(input);
  if (!parsed.success) return [];
  const { formerly = [], name, ...place } = parsed.data;
  const backend = backendIn(environment);
  return [name, ...formerly].map((each) => ({ ...place, name: each, type, backend }));
}

function backendIn({ PULUMI_BACKEND_URL: address }: { readonly [name: string]: string | undefined }): string | null {
  return address ? createHash("sha256").update(withoutPassword(address)).digest("hex").slice(0, 16) : null;
}

/** A password could be guessed from its hash, and one that was changed makes no other backend of it. */
function withoutPassword(address: string): string {
  return address.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, "$1");
}

/** Equal for the subjects of one stack. */
export function stackOf({ backend, organization, project, stack }: Subject): string {
  return JSON.stringify([backend, organization, project, stack]);
}

/** What the subject's file is named after. */
export function keyOf(subject: Subject): string {
  return JSON.stringify([stackOf(subject), subject.type, subject.parent ?? null, subject.name]);
}
