import { MissingCredentialsError, MixedCredentialsError } from "../errors";
import { Secret } from "../secret";
import { given, type Config, type Sources } from "../settings/sources";

/** An app key and the master secret that belongs to it. */
export interface Credentials {
  readonly appKey: string;
  readonly masterSecret: Secret;
  /** Where they were found, in words. */
  readonly source: string;
}

/** No usable pair. The app key is told where it is certain which one would be used. */
export interface NoCredentials {
  readonly error: MissingCredentialsError | MixedCredentialsError;
  readonly appKey: string | null;
}

interface Pair {
  readonly where: string;
  readonly keyName: string;
  readonly secretName: string;
  readonly key: string | undefined;
  readonly secret: string | undefined;
}

/**
 * The first complete pair of the explicit provider, the environment, the stack's config. Halves of different sources
 * are joined only where both sources name the same app key, so that a rotated secret in the environment is taken.
 */
export function chooseCredentials(sources: Sources): Credentials | NoCredentials {
  const explicit = pairOf("the explicit provider", sources.explicit ?? {}, "appKey", "masterSecret", "jpush:");
  const environment = pairOf("the environment", sources.environment, "JPUSH_APP_KEY", "JPUSH_MASTER_SECRET");
  const config = pairOf("the stack's config", sources.config, "jpush:appKey", "jpush:masterSecret");

  if (isGiven(explicit)) {
    const rotated = explicit.key !== undefined && environment.key === explicit.key && environment.secret !== undefined;
    return complete(rotated ? environment : explicit);
  }
  if (isGiven(environment)) {
    const elsewhere = environment.secret === undefined && config.key === environment.key && config.secret !== undefined;
    return complete(elsewhere ? config : environment);
  }
  if (isGiven(config)) return complete(config);
  return { error: new MissingCredentialsError("JPush", WAYS), appKey: null };
}

const WAYS = [
  "the environment: JPUSH_APP_KEY and JPUSH_MASTER_SECRET",
  "the stack's config: `pulumi config set jpush:appKey <key>` and `pulumi config set --secret jpush:masterSecret <secret>`",
  'an explicit provider: `{ provider: new JPushProvider("name", { appKey, masterSecret }) }`',
];

function pairOf(where: string, values: Config, keyName: string, secretName: string, prefix = ""): Pair {
  return {
    where,
    keyName,
    secretName,
    key: given(values, prefix + keyName),
    secret: given(values, prefix + secretName),
  };
}

function isGiven(pair: Pair): boolean {
  return pair.key !== undefined || pair.secret !== undefined;
}

function complete(pair: Pair): Credentials | NoCredentials {
  const { key, secret, where } = pair;
  if (key !== undefined && secret !== undefined)
    return { appKey: key, masterSecret: new Secret(secret), source: where };
  const [present, absent] = key === undefined ? [pair.secretName, pair.keyName] : [pair.keyName, pair.secretName];
  const subject = where.replace(/^t/, "T");
  return { error: new MixedCredentialsError(subject, present, absent), appKey: key ?? null };
}
