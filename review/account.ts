import { resolveAccount, type JPushAccount } from "../provider/jpush/account";
import { EXPLICIT } from "../provider/settings/sources";

export interface AppOptions {
  /** The app's key. */
  readonly appKey: string;
  /** The app's master secret, which JPush signs its callbacks with. */
  readonly masterSecret: string;
  /** The API's address, as the program has it: it is part of the account's fingerprint. @default "https://api.sms.jpush.cn" */
  readonly endpoint?: string;
  /** `true` lets an endpoint off the loopback be http. @default false */
  readonly insecureHttp?: boolean;
}

/**
 * The account as the provider has it.
 * @throws InvalidSettingError, MissingCredentialsError
 */
export function accountOf({ appKey, masterSecret, endpoint, insecureHttp = false }: AppOptions): JPushAccount {
  const inputs = {
    [EXPLICIT]: "true",
    "jpush:appKey": appKey,
    "jpush:masterSecret": masterSecret,
    "jpush:endpoint": endpoint,
    "jpush:insecureHttp": String(insecureHttp),
  };
  const resolved = resolveAccount(inputs, {});
  if (resolved.kind !== "ready") throw resolved.error;
  return resolved.account;
}
