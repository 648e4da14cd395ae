import { createHash } from "node:crypto";
import { huawei } from "../../provider/huawei";
import { ACCESS_KEY, ENTERPRISE, PROJECT_ID, SECRET_KEY } from "../huawei/rig";
import type { VendorUnderTest } from "./Bench";

export const HUAWEI: VendorUnderTest = {
  kind: huawei,
  emulated: "huaweicloud",
  settingsFor: (url) => ({
    "huaweicloud:endpoint": url,
    "huaweicloud:iamEndpoint": url,
    "huaweicloud:region": "cn-north-4",
    "huaweicloud:projectId": PROJECT_ID,
    "huaweicloud:accessKey": ACCESS_KEY,
    "huaweicloud:secretKey": SECRET_KEY,
    "huaweicloud:maxTries": "1",
  }),
  secrets: ["huaweicloud:secretKey"],
  account: { setting: "huaweicloud:projectId", value: "845ada5bc7444f1295cd517af0123da1" },
  inputs: (document) => ({ ...ENTERPRISE, businessLicense: document("licence.png"), powerOfAttorney: document("authority.png") }),
  texts: ["样例科技", "样例短信", "样例通知"],
  // Another one than the primary key, under which the control plane has it.
  servingIdOf: ({ id }) => createHash("sha256").update(`signature_id ${id}`).digest("hex").slice(0, 32),
  newestOutput: "__newest",
  another: { input: "signatureType", value: "NOTIFY_TYPE" },
  reviewersOnly: "description",
  oddStatus: "FROZEN_BY_CARRIER",
  absentId: "0123456789abcdef0123456789abcdef",
  submissionPath: `/v2/${PROJECT_ID}/msgsms/signatures`,
  refusingCode: "MSGSMS.0002",
};
