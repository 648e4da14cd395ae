import { huaweiSignature } from "../../properties";
import { InvalidIdError } from "../errors";
import { sourcesOf } from "../settings/sources";
import type { Account, SignatureKind } from "../signature/kind";
import { resolveAccount, type HuaweiAccount } from "./account";
import { check } from "./checks";
import { contentOf, prepareContent } from "./content";
import { identifyAccount, recallAccount } from "./projects";
import { refuseOtherProvider, SETTINGS } from "./settings";
import { connectHuawei, HUAWEI_RULES } from "./vendor";

/** Huawei Cloud's signatures, for the shared lifecycle. */
export const huawei: SignatureKind = {
  type: huaweiSignature.type,
  settings: SETTINGS,
  rules: HUAWEI_RULES,
  // The vendor deletes the channel number and the templates along with it: that needs the user's word.
  supersededDefault: huaweiSignature.behaviour.superseded.default,
  servingOutput: "servingSignatureId",
  servingOf: (_id, seen) => seen.details?.["signatureId"] ?? null,
  outputs: Object.keys(huaweiSignature.outputs),
  detailsOf: (newest, serving) => ({
    signatureId: newest?.details?.["signatureId"] ?? null,
    servingSignatureId: serving?.details?.["signatureId"] ?? null,
    channelNumber: serving?.details?.["channelNumber"] ?? null,
    createTime: newest?.details?.["createTime"] ?? null,
    updateTime: newest?.details?.["updateTime"] ?? null,
    // The primary key, by which a gate asks: neither the resource's id nor the signature_id is it for life.
    __newest: newest?.id ?? null,
  }),
  parseId: (id) => {
    // A `.get` takes any text.
    if (/^[\w-]{1,64}$/.test(id)) return id;
    throw new InvalidIdError(
      id,
      "give the signature_id that Huawei Cloud's console shows, or the primary key `id` that its API lists",
    );
  },

  check: async ({ settings, say }, olds, news) => {
    const refused = refuseOtherProvider(sourcesOf(settings, process.env));
    if (refused !== null) return { normalised: {}, faults: [{ input: "provider", reason: refused.reason }] };
    const { normalised, faults, warnings } = await check(olds, news, process.cwd());
    for (const text of warnings) say({ warning: true, text });
    return { normalised, faults };
  },

  contentOf,

  accountOf: (settings) => {
    const resolved = resolveAccount(settings, process.env);
    switch (resolved.kind) {
      case "ready":
        return ready(resolved.account);
      case "unidentified": {
        const known = recallAccount(resolved.access);
        if (known !== null) return ready(known);
        return {
          kind: "unidentified",
          fingerprint: null,
          identify: async () => ready(await identifyAccount(resolved.access)),
        };
      }
      case "missing":
        return { kind: "unavailable", error: resolved.error, fingerprint: resolved.fingerprint };
      case "invalid":
        return { kind: "unavailable", error: resolved.error, fingerprint: null };
    }
  },
};

function ready(account: HuaweiAccount): Account {
  return {
    kind: "ready",
    fingerprint: account.fingerprint,
    connect: (inputs, files, uploaded) =>
      connectHuawei(account, { prepare: () => prepareContent(inputs), folder: process.cwd(), uploaded }, files),
  };
}
