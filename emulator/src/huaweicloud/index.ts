import { z } from "zod";
import type { Clock } from "../clock";
import type { Vendor } from "../vendor";
import { Admission } from "./admission";
import { envelope } from "./errors";
import { Files } from "./files";
import { huaweiRoutes } from "./routes";
import type { HuaweiAccount, HuaweiSettings } from "./settings";
import { huaweiStore } from "./store";
import { Tokens } from "./tokens";

const kept = z.object({ files: z.unknown(), tokens: z.unknown() });

export function huaweicloud(settings: HuaweiSettings, clock: Clock): Vendor {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const files = new Files(clock, changed);
  const tokens = new Tokens(clock, changed);
  const store = huaweiStore(clock, settings);
  const admission = new Admission(settings, tokens, clock);
  return {
    name: "huaweicloud",
    store,
    kept: {
      dump: () => ({ files: files.dump(), tokens: tokens.dump() }),
      restore(stored) {
        const read = kept.parse(stored);
        files.restore(read.files);
        tokens.restore(read.tokens);
      },
      onChange: (listener) => listeners.add(listener),
    },
    environment: (origin) => environmentOf(settings.accounts[0], origin),
    routes: huaweiRoutes({ store, files, tokens, settings, admission }),
    owns: (path) => /^\/v[23](\/|$)/.test(path),
    envelope: (code, message) => envelope(settings.statuses, code, { message }),
    reset() {
      // Before the store, whose change writes the data file.
      files.clear();
      tokens.clear();
      store.reset();
    },
  };
}

function environmentOf(account: HuaweiAccount, origin: string): Record<string, string> {
  const { region, projectId, accessKey, secretKey, securityToken } = account;
  return {
    HW_REGION_NAME: region,
    HW_PROJECT_ID: projectId,
    HW_ACCESS_KEY: accessKey,
    HW_SECRET_KEY: secretKey,
    ...(securityToken === undefined ? {} : { HW_SECURITY_TOKEN: securityToken }),
    HW_MSGSMS_ENDPOINT: origin,
    HW_IAM_ENDPOINT: origin,
  };
}
