import { InvalidSettingError } from "../provider/errors";
import { resolveAccess, type JPushAccess } from "../provider/jpush/access";
import { proxyVariables } from "../provider/settings/proxy";
import type { AppOptions } from "./AppOptions";

/**
 * The app as the provider has it.
 * @throws InvalidSettingError
 */
export function accessOf({ appKey, masterSecret, endpoint, insecureHttp = false }: AppOptions): JPushAccess {
  // An environment's variable that is not set, more often than not.
  for (const [option, value] of Object.entries({ appKey, masterSecret })) {
    if (!value)
      throw new InvalidSettingError(
        `${option} of reviewReceiver`,
        "it is missing; give the app's own, of the app that JPush calls back",
      );
  }
  const explicit = {
    "jpush:appKey": appKey,
    "jpush:masterSecret": masterSecret,
    "jpush:endpoint": endpoint,
    "jpush:insecureHttp": String(insecureHttp),
  };
  const resolved = resolveAccess({ explicit, environment: proxyVariables(process.env), config: {} });
  if (resolved.kind !== "ready") throw resolved.error;
  return resolved.access;
}
