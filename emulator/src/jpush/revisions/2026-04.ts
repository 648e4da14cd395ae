import { commonErrors } from "../errors";
import type { Revision } from "./revision";

/** "SMS Signature API", 2026-04-23. */
export const revision202604: Revision = {
  name: "2026-04",
  fields: {
    sign: { kind: "text", rule: "sign", required: true },
    type: { kind: "text", rule: "type", required: true },
    legalPersonName: { kind: "text", rule: "any", required: true },
    legalPersonIdNumber: { kind: "text", rule: "identityNumber", required: true },
    socialCreditCode: { kind: "text", rule: "creditCode", required: true },
    idCardImage: { kind: "image", required: true },
    businessLicenseImage: { kind: "image", required: [1] },
    trademarkImage: { kind: "image", required: [6] },
    thirdPartyAuthImage: { kind: "image", required: [7] },
    otherImage: { kind: "image" },
    thirdPartyCompanyName: { kind: "text", rule: "any" },
    remark: { kind: "text", rule: "remark" },
  },
  types: [1, 6, 7],
  withdrawnTypes: [3],
  errors: commonErrors,
  undeletable: "default",
  answer: ({ id, text, vendorStatus, isDefault, inUse }, { omitNotDefault }) => ({
    sign_id: id,
    sign: text,
    status: vendorStatus,
    ...(isDefault || !omitNotDefault ? { is_default: Number(isDefault) } : {}),
    use_status: Number(inUse),
  }),
};
