import { huaweiSignature } from "../../properties";
import { InvalidIdError } from "../errors";
import { SYSTEM_TIMING } from "../http/timing";
import type { SignatureKind } from "../signature/kind";
import { resolveAccess, type ProjectAccess } from "./access";
import { HuaweiAccount } from "./account";
import { check } from "./checks";
import { contentOf } from "./content";
import { identifyProject, recallProject } from "./projects";
import { refuseOtherProvider, SETTINGS } from "./settings";
import { HUAWEI_RULES } from "./vendorRules";

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

  check: async ({ sources, folder, log }, olds, news) => {
    const refused = refuseOtherProvider(sources);
    if (refused !== null) return { normalised: {}, faults: [{ input: "provider", reason: refused.reason }] };
    const { normalised, faults, warnings } = await check(olds, news, folder);
    for (const text of warnings) log.warning(text);
    return { normalised, faults };
  },

  contentOf,

  accountOf: ({ sources, folder, memory }) => {
    const runtime = { memory, timing: SYSTEM_TIMING };
    const accountAt = (access: ProjectAccess) => new HuaweiAccount(access, { ...runtime, folder });
    const ready = (access: ProjectAccess) => {
      const account = accountAt(access);
      return { kind: "ready", fingerprint: account.fingerprint, account } as const;
    };
    const resolved = resolveAccess(sources);
    switch (resolved.kind) {
      case "ready":
        return ready(resolved.access);
      case "unidentified": {
        const known = recallProject(resolved.access, memory);
        if (known !== null) return ready(known);
        return {
          kind: "unidentified",
          fingerprint: null,
          identify: async () => accountAt(await identifyProject(resolved.access, runtime)),
        };
      }
      case "missing":
        return { kind: "unavailable", error: resolved.error, fingerprint: resolved.fingerprint };
      case "invalid":
        return { kind: "unavailable", error: resolved.error, fingerprint: null };
    }
  },
};
