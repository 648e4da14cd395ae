import { resolveAccount, type JPushAccount } from "../provider/jpush/account";
import { EXPLICIT } from "../provider/settings/sources";
import type { AppOptions } from "./AppOptions";

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
