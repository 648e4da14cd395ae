import type { Clock } from "../clock";
import type { Vendor } from "../vendor";
import { Admission } from "./admission";
import { JPushCallbacks } from "./callbacks";
import { envelope } from "./errors";
import { allErrors } from "./revisions";
import { jpushRoutes } from "./routes";
import type { JPushSettings } from "./settings";
import { jpushStore } from "./store";

export function jpush(settings: JPushSettings, clock: Clock): Vendor {
  const store = jpushStore(clock, settings);
  const admission = new Admission(settings, clock);
  const { callbackUrl, apps } = settings;
  const [{ key, secret }] = apps;
  const callbacks = callbackUrl === undefined ? undefined : new JPushCallbacks(callbackUrl, apps, clock);
  store.onReview((signature, decision, reason) => callbacks?.send(signature, decision, reason));
  return {
    name: "jpush",
    store,
    ...(callbacks ? { callbacks } : {}),
    environment: (origin) => ({ JPUSH_APP_KEY: key, JPUSH_MASTER_SECRET: secret, JPUSH_ENDPOINT: origin }),
    routes: jpushRoutes({ store, settings, admission, clock }),
    owns: (path) => path === "/v1" || path.startsWith("/v1/"),
    envelope: (code, message) => envelope(allErrors(settings.revision), code, message),
    reset() {
      store.reset();
      admission.reset();
      callbacks?.reset();
    },
  };
}
