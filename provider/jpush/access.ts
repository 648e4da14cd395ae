import type { Runtime } from "../http/timing";
import type { Revision } from "./revisions";
import { InvalidSettingError } from "../errors";
import type { SmsError } from "../errors";
import { accountFingerprint, endpointOf, limitsOf, type CallLimits, type Endpoint } from "../settings/connection";
import { settingOf, type Sources } from "../settings/sources";
import { credentialsOf, type Credentials } from "./credentials";
import { parseCheckSettings, refuseOtherProvider, type CheckSettings } from "./settings";

const DEFAULT_ENDPOINT = "https://api.sms.jpush.cn";

const ENDPOINT = { setting: "jpush:endpoint", variable: "JPUSH_ENDPOINT", insecureHttp: "jpush:insecureHttp" };

/** An app at JPush and how to reach it. */
export interface JPushAccess extends Credentials, CheckSettings {
  readonly endpoint: Endpoint;
  readonly limits: CallLimits;
  /** Tells accounts apart in a state without naming them. */
  readonly fingerprint: string;
  /** The file in which a receiver of callbacks keeps what reviewers said, relative to the program's folder. */
  readonly reviewFeed: string | null;
}

export type AccessResolution =
  | { readonly kind: "ready"; readonly access: JPushAccess }
  /** No usable credentials, which a preview does without. The fingerprint is known where the app key is. */
  | { readonly kind: "missing"; readonly error: SmsError; readonly fingerprint: string | null }
  /** A setting that must be corrected first. */
  | { readonly kind: "invalid"; readonly error: SmsError };

/** Finds the account: an explicit provider's own inputs before the environment, before the stack's config. */
export function resolveAccess(sources: Sources): AccessResolution {
  const refused = refuseOtherProvider(sources);
  if (refused !== null) return { kind: "invalid", error: refused };
  try {
    const endpoint = endpointOf(sources, ENDPOINT, DEFAULT_ENDPOINT);
    const limits = limitsOf(sources, "jpush");
    const checks = parseCheckSettings(sources);
    const reviewFeed = settingOf(sources, "jpush:reviewFeed") ?? null;
    const credentials = credentialsOf(sources);
    if ("error" in credentials) {
      const { appKey, error } = credentials;
      return { kind: "missing", error, fingerprint: appKey === null ? null : accountFingerprint(appKey, endpoint) };
    }
    const fingerprint = accountFingerprint(credentials.appKey, endpoint);
    return { kind: "ready", access: { ...credentials, ...checks, endpoint, limits, fingerprint, reviewFeed } };
  } catch (error) {
    if (error instanceof InvalidSettingError) return { kind: "invalid", error };
    throw error;
  }
}

/** How an account is asked. */
export interface AccountRuntime extends Runtime {
  /** The program's folder. */
  readonly folder: string;
  /** In which JPush answers. */
  readonly revision: Revision;
  /** What must not come back in an error or a reason, beside the credentials. */
  readonly privateTexts: readonly string[];
}
