import { z } from "zod";
import type { Identity } from "../context";

/** The input in which the class tells what the plugin cannot see: the resource's own name and place. */
const IDENTITY_KEY = "__resource";

const told = z.object({
  organization: z.string().optional(),
  project: z.string(),
  stack: z.string(),
  parent: z.string().optional(),
  name: z.string(),
  /** The names that its aliases give. */
  formerly: z.array(z.string()).optional(),
});

/**
 * Who the resource is, by what the program and the state tell, the program first: a state can have another name of the
 * resource. Null where nobody tells, as in a program that makes the resource without this package's class.
 */
export function identityIn(places: readonly { readonly [key: string]: unknown }[]): Identity | null {
  const [current, ...earlier] = places.flatMap((place) => told.safeParse(place[IDENTITY_KEY]).data ?? []);
  if (current === undefined) return null;
  const { formerly = [], ...identity } = current;
  const names = [...formerly, ...earlier.map((each) => each.name)];
  return { ...identity, formerNames: [...new Set(names)].filter((name) => name !== identity.name) };
}

/** @param type with Pulumi's prefix */
export function urnOf({ stack, project, parent, name }: Identity, type: string): string {
  const parentType = parent?.split("::")[2];
  const prefix = parentType === undefined || parentType === "pulumi:pulumi:Stack" ? "" : `${parentType}$`;
  return `urn:pulumi:${stack}::${project}::${prefix}${type}::${name}`;
}
