import { InvalidSettingError } from "../provider/errors";
import { resolveAccount, type JPushAccount } from "../provider/jpush/account";
import { EXPLICIT } from "../provider/settings/sources";
import type { AppOptions } from "./AppOptions";

/**
 * The account as the provider has it.
 * @throws InvalidSettingError
 */
export function accountOf({ appKey, masterSecret, endpoint, insecureHttp = false }: AppOptions): JPushAccount {
  // An environment's variable that is not set, more often than not.
  for (const [option, value] of Object.entries({ appKey, masterSecret })) {
    if (!value)
      throw new InvalidSettingError(
        `${option} of reviewReceiver`,
        "it is missing; give the app's own, of the app that JPush calls back",
      );
  }
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
