import { jpushSignature } from "../../properties";
import { InvalidIdError } from "../errors";
import type { SignatureKind } from "../signature/kind";
import { SYSTEM_TIMING } from "../http/timing";
import { resolveAccess } from "./access";
import { JPushAccount } from "./account";
import { check } from "./checks";
import { contentOf, privatesIn } from "./content";
import { revisionOf } from "./revisions";
import { parseCheckSettings, refuseOtherProvider, SETTINGS } from "./settings";
import { JPUSH_RULES } from "./vendorRules";

/** JPush's signatures, for the shared lifecycle. */
export const jpush: SignatureKind = {
  type: jpushSignature.type,
  settings: SETTINGS,
  rules: JPUSH_RULES,
  supersededDefault: jpushSignature.behaviour.superseded.default,
  servingOutput: "servingSignId",
  servingOf: (id) => id,
  outputs: Object.keys(jpushSignature.outputs),
  detailsOf: (newest, serving) => ({ signId: newest?.id ?? null, servingSignId: serving?.id ?? null }),
  parseId: (id) => {
    // A `.get` takes any text.
    if (/^[1-9]\d{0,9}$/.test(id)) return Number(id);
    throw new InvalidIdError(id, "a sign_id of JPush is a whole number from 1, as its console shows it");
  },

  check: async ({ sources, folder, log }, olds, news) => {
    const refused = refuseOtherProvider(sources);
    if (refused !== null) return { normalised: {}, faults: [{ input: "provider", reason: refused.reason }] };
    const { normalised, faults, warnings } = await check(olds, news, parseCheckSettings(sources), folder);
    for (const text of warnings) log.warning(text);
    return { normalised, faults };
  },

  contentOf,

  accountOf: ({ sources, folder, memory }, declared = {}) => {
    const resolved = resolveAccess(sources);
    if (resolved.kind !== "ready") {
      const fingerprint = resolved.kind === "missing" ? resolved.fingerprint : null;
      return { kind: "unavailable", error: resolved.error, fingerprint };
    }
    const account = new JPushAccount(resolved.access, {
      memory,
      timing: SYSTEM_TIMING,
      folder,
      revision: revisionOf(declared),
      privateTexts: privatesIn(declared),
    });
    return { kind: "ready", fingerprint: account.fingerprint, account };
  },
};
