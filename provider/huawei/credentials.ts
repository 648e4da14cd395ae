import { MissingCredentialsError, MixedCredentialsError } from "../errors";
import { Secret } from "../secret";
import { given, type Config, type Sources } from "../settings/sources";
import { NAMESPACE, VARIABLES } from "./settings";

/** One of the ways in which Huawei Cloud lets a request in. */
export type Credentials = (AccessKeys | GivenToken | Login) & {
  /** Where they were found, in words. */
  readonly source: string;
};

/** Each request is signed with the secret key. */
export interface AccessKeys {
  readonly way: "keys";
  readonly accessKey: string;
  readonly secretKey: Secret;
  /** Beside temporary keys. */
  readonly securityToken: Secret | null;
}

/** A token of the project, had elsewhere; it ends after 24 hours. */
export interface GivenToken {
  readonly way: "token";
  readonly token: Secret;
}

/** A user of IAM, for whom tokens are fetched. */
export interface Login {
  readonly way: "login";
  readonly userName: string;
  readonly password: Secret;
  readonly domainName: string;
}

export interface NoCredentials {
  readonly error: MissingCredentialsError | MixedCredentialsError;
}

export interface Choice {
  readonly credentials: Credentials | NoCredentials;
  /** The project's id, where one is given for these credentials. */
  readonly projectId: string | null;
}

type Part = Exclude<keyof typeof VARIABLES, "region" | "endpoint" | "iamEndpoint">;

/** What one source holds, and what each part is called there. */
interface Place {
  readonly where: string;
  readonly parts: { readonly [part in Part]: string | undefined };
  readonly nameOf: (part: Part) => string;
}

interface Way {
  readonly way: Credentials["way"];
  /** What it takes, all from one source. */
  readonly parts: readonly Part[];
  /** What tells whose it is: two sources that agree in these speak of one account. */
  readonly names: readonly Part[];
}

/** The vendor's order of recommendation. */
const WAYS: readonly Way[] = [
  { way: "keys", parts: ["accessKey", "secretKey"], names: ["accessKey"] },
  { way: "token", parts: ["token"], names: ["token"] },
  { way: "login", parts: ["userName", "password", "domainName"], names: ["userName", "domainName"] },
];

/** Parts that mean that the source is to be used; a domain's name alone, say, does not. */
const TELLING: readonly Part[] = ["accessKey", "secretKey", "token", "userName", "password"];

/**
 * The first source that holds any credentials: explicit provider, environment, stack's config. Parts of different
 * sources are never joined. Where two sources name the same account the environment's are taken, which are always
 * current, or else those that are complete.
 */
export function chooseCredentials({ explicit, environment, config }: Sources): Choice {
  const own = placeOf(
    "the explicit provider",
    explicit ?? {},
    (part) => `${NAMESPACE}:${part}`,
    (part) => part,
  );
  const current = placeOf("the environment", environment, (part) => VARIABLES[part]);
  const stored = placeOf("the stack's config", config, (part) => `${NAMESPACE}:${part}`);
  const places = [own, current, stored];

  const first = places.find(holdsCredentials);
  if (first === undefined)
    return {
      credentials: { error: new MissingCredentialsError("Huawei Cloud", WORDS) },
      projectId: projectIdIn(places),
    };
  // The stack's config says which project it is, whoever's keys come from the environment; an explicit provider is another
  // account, whose project the environment does not name beside credentials of its own.
  const mayName = (same: readonly Place[]) => (place: Place) =>
    first !== own || same.includes(place) || !holdsCredentials(place);
  const touched = WAYS.filter(({ parts }) =>
    parts.some((part) => TELLING.includes(part) && first.parts[part] !== undefined),
  );
  for (const way of touched) {
    const same = places.filter((place) => place === first || isSameAccount(first, place, way));
    const complete = [current, first, ...same].find(
      (place) => same.includes(place) && lacking(place, way).length === 0,
    );
    if (complete === undefined) continue;
    return { credentials: credentialsOf(complete, way), projectId: projectIdIn(places.filter(mayName(same))) };
  }
  return { credentials: { error: mixed(first, touched[0]) }, projectId: projectIdIn(places.filter(mayName([first]))) };
}

/** The environment's variables that would give the same kind of credentials. */
export function environmentOf(way: Credentials["way"]): readonly string[] {
  return (WAYS.find((each) => each.way === way)?.parts ?? []).map((part) => VARIABLES[part]);
}

/** What must not come back in an error. */
export function privatesOf(credentials: Credentials): readonly string[] {
  switch (credentials.way) {
    case "keys":
      return [credentials.secretKey, ...(credentials.securityToken === null ? [] : [credentials.securityToken])].map(
        (each) => each.reveal(),
      );
    case "token":
      return [credentials.token.reveal()];
    case "login":
      return [credentials.password.reveal()];
  }
}

const WORDS = [
  "access keys in the environment: HW_ACCESS_KEY and HW_SECRET_KEY, with HW_SECURITY_TOKEN where they are temporary",
  "a token in the environment: HW_AUTH_TOKEN, of the region's project, valid for 24 hours",
  "an IAM user in the environment, for whom tokens are fetched: HW_USER_NAME, HW_USER_PASSWORD and HW_DOMAIN_NAME",
  "any of these in the stack's config: huaweicloud:accessKey and huaweicloud:secretKey (huaweicloud:securityToken), huaweicloud:token, " +
    "or huaweicloud:userName, huaweicloud:password and huaweicloud:domainName, the secret ones with `pulumi config set --secret`",
  'an explicit provider: `{ provider: new HuaweiProvider("name", { accessKey, secretKey, … }) }`, or the same with token, or with userName, password and domainName',
];

function placeOf(where: string, config: Config, settingOf: (part: Part) => string, nameOf = settingOf): Place {
  const part = (name: Part) => given(config, settingOf(name));
  return {
    where,
    nameOf,
    parts: {
      projectId: part("projectId"),
      accessKey: part("accessKey"),
      secretKey: part("secretKey"),
      securityToken: part("securityToken"),
      token: part("token"),
      userName: part("userName"),
      password: part("password"),
      domainName: part("domainName"),
    },
  };
}

function holdsCredentials({ parts }: Place): boolean {
  return TELLING.some((part) => parts[part] !== undefined);
}

function isSameAccount(one: Place, other: Place, { names }: Way): boolean {
  return names.every((part) => one.parts[part] !== undefined && one.parts[part] === other.parts[part]);
}

function lacking({ parts }: Place, way: Way): readonly Part[] {
  return way.parts.filter((part) => parts[part] === undefined);
}

function projectIdIn(places: readonly Place[]): string | null {
  return places.find(({ parts }) => parts.projectId !== undefined)?.parts.projectId ?? null;
}

function credentialsOf({ parts, where }: Place, { way }: Way): Credentials {
  const {
    accessKey = "",
    secretKey = "",
    securityToken,
    token = "",
    userName = "",
    password = "",
    domainName = "",
  } = parts;
  switch (way) {
    case "keys":
      return {
        way,
        accessKey,
        secretKey: new Secret(secretKey),
        securityToken: securityToken === undefined ? null : new Secret(securityToken),
        source: where,
      };
    case "token":
      return { way, token: new Secret(token), source: where };
    case "login":
      return { way, userName, password: new Secret(password), domainName, source: where };
  }
}

function mixed(place: Place, way: Way | undefined): MixedCredentialsError {
  const parts = way?.parts ?? [];
  const names = (desired: boolean) =>
    parts
      .filter((part) => (place.parts[part] !== undefined) === desired)
      .map(place.nameOf)
      .join(" and ");
  return new MixedCredentialsError(place.where.replace(/^t/, "T"), names(true), names(false));
}
