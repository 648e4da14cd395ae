import { MissingCredentialsError, MixedCredentialsError } from "../errors";
import type { SmsError } from "../errors";
import { given, type Config, type Sources } from "./sources";

/** One way in which a vendor lets a request in. */
export interface Way<Part extends string> {
  /** What it takes, all from one source. */
  readonly parts: readonly Part[];
  /** What tells whose it is: two sources that agree in these speak of one account. */
  readonly names: readonly Part[];
}

/** How one vendor is given credentials. */
export interface CredentialRules<Part extends string, WayName extends string> {
  /** The vendor's name in sentences. */
  readonly vendor: string;
  /** What its settings begin with in the stack's config. */
  readonly namespace: string;
  /** The environment's variable of each part. */
  readonly variables: { readonly [part in Part]: string };
  /** In the vendor's order of recommendation. */
  readonly ways: { readonly [way in WayName]: Way<Part> };
  /** Parts whose presence selects the source; a domain's name alone does not. */
  readonly selecting: readonly Part[];
  /** Every way to give credentials, each as what follows "Give them", the strongest first. */
  readonly advice: readonly string[];
}

/** Credentials of one way, all from one source. */
export interface Chosen<Part extends string, WayName extends string> {
  readonly way: WayName;
  readonly parts: Parts<Part>;
  /** Where they were found, in words. */
  readonly source: string;
}

export type Parts<Part extends string> = { readonly [part in Part]?: string };

export interface Choice<Part extends string, WayName extends string> {
  readonly credentials: Chosen<Part, WayName> | { readonly error: SmsError };
  /** What the source holds that decides; empty where none holds anything. */
  readonly deciding: Parts<Part>;
  /** What the sources hold that may speak of the same account, the strongest first. */
  readonly agreeing: readonly Parts<Part>[];
}

/** What one source holds, and what each part is called there. */
interface Place<Part extends string> {
  readonly where: string;
  readonly parts: Parts<Part>;
  readonly nameOf: (part: Part) => string;
}

/**
 * The first source that holds any credentials: explicit provider, environment, stack's config. Parts of different
 * sources are never joined. Where two sources name the same account the environment's are taken, which are always
 * current, or else those that are complete.
 */
export function chooseCredentials<Part extends string, WayName extends string>(
  sources: Sources,
  rules: CredentialRules<Part, WayName>,
): Choice<Part, WayName> {
  const { namespace, variables } = rules;
  const names = Object.keys(variables) as Part[];
  const placeIn = (where: string, config: Config, keyOf: (part: Part) => string, nameOf = keyOf): Place<Part> => ({
    where,
    nameOf,
    parts: Object.fromEntries(names.map((part) => [part, given(config, keyOf(part))])) as Parts<Part>,
  });
  const setting = (part: Part) => `${namespace}:${part}`;
  const own = placeIn("the explicit provider", sources.explicit ?? {}, setting, (part) => part);
  const current = placeIn("the environment", sources.environment, (part) => variables[part]);
  const stored = placeIn("the stack's config", sources.config, setting);
  const places = [own, current, stored];
  const held = places.map(({ parts }) => parts);

  const holdsCredentials = ({ parts }: Place<Part>) => rules.selecting.some((part) => parts[part] !== undefined);
  const first = places.find(holdsCredentials);
  if (first === undefined) {
    const error = new MissingCredentialsError(rules.vendor, rules.advice);
    return { credentials: { error }, deciding: {}, agreeing: held };
  }
  // The stack's config says which project it is, whoever's keys come from the environment; an explicit provider is another
  // account, whose project the environment does not name beside credentials of its own.
  const agreeing = (same: readonly Place<Part>[]) =>
    places
      .filter((place) => first !== own || same.includes(place) || !holdsCredentials(place))
      .map(({ parts }) => parts);
  const touched = (Object.keys(rules.ways) as WayName[]).filter((way) =>
    rules.ways[way].parts.some((part) => rules.selecting.includes(part) && first.parts[part] !== undefined),
  );
  for (const way of touched) {
    const { parts: taken, names: telling } = rules.ways[way];
    const isSame = (place: Place<Part>) =>
      place === first ||
      telling.every((part) => first.parts[part] !== undefined && first.parts[part] === place.parts[part]);
    const same = places.filter(isSame);
    const complete = [current, first, ...same].find(
      (place) => same.includes(place) && taken.every((part) => place.parts[part] !== undefined),
    );
    if (complete === undefined) continue;
    const { parts, where } = complete;
    return { credentials: { way, parts, source: where }, deciding: first.parts, agreeing: agreeing(same) };
  }
  const parts = touched[0] === undefined ? [] : rules.ways[touched[0]].parts;
  return { credentials: { error: mixed(first, parts) }, deciding: first.parts, agreeing: agreeing([first]) };
}

/** The environment's variables that would give the same kind of credentials. */
export function variablesOf<Part extends string, WayName extends string>(
  rules: CredentialRules<Part, WayName>,
  way: WayName,
): readonly string[] {
  return rules.ways[way].parts.map((part) => rules.variables[part]);
}

function mixed<Part extends string>({ parts, where, nameOf }: Place<Part>, taken: readonly Part[]): SmsError {
  const names = (present: boolean) =>
    taken
      .filter((part) => (parts[part] !== undefined) === present)
      .map(nameOf)
      .join(" and ");
  return new MixedCredentialsError(where.replace(/^t/, "T"), names(true), names(false));
}
