import type { Runtime } from "../http/timing";
import { InvalidSettingError, MissingSettingError } from "../errors";
import type { SmsError } from "../errors";
import { accountFingerprint, endpointOf, limitsOf, type CallLimits, type Endpoint } from "../settings/connection";
import { placeOf, type Sources } from "../settings/sources";
import { credentialsOf, type Credentials } from "./credentials";
import { givenRegion, NAMESPACE, parseProjectId, refuseOtherProvider, VARIABLES } from "./settings";

/** How Huawei Cloud is reached, and as whom. */
export interface HuaweiAccess {
  readonly endpoint: Endpoint;
  /** Where tokens and project ids come from; the error says what is missing for that. */
  readonly iam: Iam | InvalidSettingError;
  readonly limits: CallLimits;
  readonly credentials: Credentials;
}

/** IAM of a region, whose project has the region's name. */
export interface Iam {
  readonly endpoint: Endpoint;
  readonly region: string;
}

/** A project at Huawei Cloud and how to reach it. */
export interface ProjectAccess extends HuaweiAccess {
  readonly projectId: string;
  /** Tells accounts apart in a state without naming them. */
  readonly fingerprint: string;
}

/** Tells what a process has learnt of one project from what it has learnt of others. */
export function keyOf({ endpoint, projectId }: ProjectAccess): string {
  return `${endpoint.url} ${projectId}`;
}

export type AccessResolution =
  | { readonly kind: "ready"; readonly access: ProjectAccess }
  /** Everything but the project's id, which IAM knows. */
  | { readonly kind: "unidentified"; readonly access: HuaweiAccess }
  /** No usable credentials, which a preview does without. The fingerprint is known where the project's id is. */
  | { readonly kind: "missing"; readonly error: SmsError; readonly fingerprint: string | null }
  /** A setting that must be corrected first. */
  | { readonly kind: "invalid"; readonly error: SmsError };

/** Finds the account: an explicit provider's own inputs before the environment, before the stack's config. */
export function resolveAccess(sources: Sources): AccessResolution {
  const refused = refuseOtherProvider(sources);
  if (refused !== null) return { kind: "invalid", error: refused };
  const { credentials, projectId: given } = credentialsOf(sources);
  try {
    const projectId = parseProjectId(given);
    if ("error" in credentials)
      return { kind: "missing", error: credentials.error, fingerprint: fingerprintAsFarAsKnown(sources, projectId) };
    const limits = limitsOf(sources, NAMESPACE);
    const access: HuaweiAccess = { endpoint: serviceEndpoint(sources), iam: iamOf(sources), limits, credentials };
    if (projectId !== null) return { kind: "ready", access: projectAccess(access, projectId) };
    return access.iam instanceof InvalidSettingError
      ? { kind: "invalid", error: access.iam }
      : { kind: "unidentified", access };
  } catch (error) {
    if (error instanceof InvalidSettingError) return { kind: "invalid", error };
    throw error;
  }
}

export function projectAccess(access: HuaweiAccess, projectId: string): ProjectAccess {
  return { ...access, projectId, fingerprint: accountFingerprint(projectId, access.endpoint) };
}

function fingerprintAsFarAsKnown(sources: Sources, projectId: string | null): string | null {
  if (projectId === null) return null;
  try {
    return accountFingerprint(projectId, serviceEndpoint(sources));
  } catch (error) {
    if (error instanceof InvalidSettingError) return null;
    throw error;
  }
}

function serviceEndpoint(sources: Sources): Endpoint {
  const names = {
    setting: `${NAMESPACE}:endpoint`,
    variable: VARIABLES.endpoint,
    insecureHttp: `${NAMESPACE}:insecureHttp`,
  };
  const given = placeOf(sources, names.setting, names.variable);
  return endpointOf(
    sources,
    names,
    given === null ? `https://msgsms.${regionOf(sources)}.myhuaweicloud.com` : given.text,
  );
}

function iamOf(sources: Sources): Iam | InvalidSettingError {
  const names = {
    setting: `${NAMESPACE}:iamEndpoint`,
    variable: VARIABLES.iamEndpoint,
    insecureHttp: `${NAMESPACE}:insecureHttp`,
  };
  try {
    const region = regionOf(sources);
    return { region, endpoint: endpointOf(sources, names, `https://iam.${region}.myhuaweicloud.com`) };
  } catch (error) {
    if (error instanceof InvalidSettingError) return error;
    throw error;
  }
}

function regionOf(sources: Sources): string {
  const region = givenRegion(sources);
  if (region !== null) return region;
  throw new MissingSettingError(
    `${NAMESPACE}:region`,
    VARIABLES.region,
    "cn-north-4",
    ": it is the region in which the service was opened, cn-north-4 or cn-south-1",
  );
}

/** How an account is asked. */
export interface AccountRuntime extends Runtime {
  /** The program's folder. */
  readonly folder: string;
}
