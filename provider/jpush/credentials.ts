import type { SmsError } from "../errors";
import { Secret } from "../secret";
import { chooseCredentials, variablesOf, type CredentialRules } from "../settings/credentials";
import type { Sources } from "../settings/sources";

type Part = "appKey" | "masterSecret";

const RULES: CredentialRules<Part, "keys"> = {
  vendor: "JPush",
  namespace: "jpush",
  variables: { appKey: "JPUSH_APP_KEY", masterSecret: "JPUSH_MASTER_SECRET" },
  ways: { keys: { parts: ["appKey", "masterSecret"], names: ["appKey"] } },
  selecting: ["appKey", "masterSecret"],
  advice: [
    "the environment: JPUSH_APP_KEY and JPUSH_MASTER_SECRET",
    "the stack's config: `pulumi config set jpush:appKey <key>` and `pulumi config set --secret jpush:masterSecret <secret>`",
    'an explicit provider: `{ provider: new JPushProvider("name", { appKey, masterSecret }) }`',
  ],
};

/** The environment's variables that give credentials. */
export const CREDENTIAL_VARIABLES = variablesOf(RULES, "keys");

/** An app key and the master secret that belongs to it. */
export interface Credentials {
  readonly appKey: string;
  readonly masterSecret: Secret;
  /** Where they were found, in words. */
  readonly source: string;
}

/** No usable pair. The app key is told where it is certain which one would be used. */
export interface NoCredentials {
  readonly error: SmsError;
  readonly appKey: string | null;
}

export function credentialsOf(sources: Sources): Credentials | NoCredentials {
  const { credentials, deciding } = chooseCredentials(sources, RULES);
  if ("error" in credentials) return { error: credentials.error, appKey: deciding.appKey ?? null };
  const { appKey = "", masterSecret = "" } = credentials.parts;
  return { appKey, masterSecret: new Secret(masterSecret), source: credentials.source };
}
