import type { SmsError } from "../errors";
import { Secret } from "../secret";
import { chooseCredentials, variablesOf, type Chosen, type CredentialRules } from "../settings/credentials";
import type { Sources } from "../settings/sources";
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

export interface Choice {
  readonly credentials: Credentials | { readonly error: SmsError };
  /** The project's id, where one is given for these credentials. */
  readonly projectId: string | null;
}

const { region: _region, endpoint: _endpoint, iamEndpoint: _iamEndpoint, ...variables } = VARIABLES;

type Part = keyof typeof variables;

const RULES: CredentialRules<Part, Credentials["way"]> = {
  vendor: "Huawei Cloud",
  namespace: NAMESPACE,
  variables,
  ways: {
    keys: { parts: ["accessKey", "secretKey"], names: ["accessKey"] },
    token: { parts: ["token"], names: ["token"] },
    login: { parts: ["userName", "password", "domainName"], names: ["userName", "domainName"] },
  },
  selecting: ["accessKey", "secretKey", "token", "userName", "password"],
  advice: [
    "access keys in the environment: HW_ACCESS_KEY and HW_SECRET_KEY, with HW_SECURITY_TOKEN where they are temporary",
    "a token in the environment: HW_AUTH_TOKEN, of the region's project, valid for 24 hours",
    "an IAM user in the environment, for whom tokens are fetched: HW_USER_NAME, HW_USER_PASSWORD and HW_DOMAIN_NAME",
    "any of these in the stack's config: huaweicloud:accessKey and huaweicloud:secretKey (huaweicloud:securityToken), huaweicloud:token, " +
      "or huaweicloud:userName, huaweicloud:password and huaweicloud:domainName, the secret ones with `pulumi config set --secret`",
    'an explicit provider: `{ provider: new HuaweiProvider("name", { accessKey, secretKey, … }) }`, or the same with token, or with userName, password and domainName',
  ],
};

export function credentialsOf(sources: Sources): Choice {
  const { credentials, agreeing } = chooseCredentials(sources, RULES);
  return {
    credentials: "error" in credentials ? credentials : typed(credentials),
    projectId: agreeing.find(({ projectId }) => projectId !== undefined)?.projectId ?? null,
  };
}

/** The environment's variables that would give the same kind of credentials. */
export function credentialVariables(way: Credentials["way"]): readonly string[] {
  return variablesOf(RULES, way);
}

/** What must not come back in an error. */
export function privateTextsOf(credentials: Credentials): readonly string[] {
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

function typed({ way, parts, source }: Chosen<Part, Credentials["way"]>): Credentials {
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
        source,
      };
    case "token":
      return { way, token: new Secret(token), source };
    case "login":
      return { way, userName, password: new Secret(password), domainName, source };
  }
}
