import { jpushSignature } from "../../properties";
import { InvalidIdError } from "../errors";
import { sourcesOf } from "../settings/sources";
import type { SignatureKind } from "../signature/kind";
import { resolveAccount } from "./account";
import { check } from "./checks";
import { contentOf, formParts, privatesIn } from "./content";
import { revisionOf } from "./revisions";
import { parseCheckSettings, refuseOtherProvider, SETTINGS } from "./settings";
import { connectJPush, JPUSH_RULES } from "./vendor";

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

  check: async ({ settings, say }, olds, news) => {
    const refused = refuseOtherProvider(sourcesOf(settings, process.env));
    if (refused !== null) return { normalised: {}, faults: [{ input: "provider", reason: refused.reason }] };
    const { normalised, faults, warnings } = await check(olds, news, parseCheckSettings(settings), process.cwd());
    for (const text of warnings) say({ warning: true, text });
    return { normalised, faults };
  },

  contentOf,

  accountOf: (settings) => {
    const resolved = resolveAccount(settings, process.env);
    if (resolved.kind !== "ready") {
      return {
        kind: "unavailable",
        error: resolved.error,
        fingerprint: resolved.kind === "missing" ? resolved.fingerprint : null,
      };
    }
    const { account } = resolved;
    return {
      kind: "ready",
      fingerprint: account.fingerprint,
      connect: (inputs) =>
        connectJPush(account, {
          prepare: () => formParts(inputs, account, process.cwd()),
          revision: revisionOf(inputs),
          privates: privatesIn(inputs),
        }),
    };
  },
};
