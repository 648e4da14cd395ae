import { huaweiApproval, huaweiSignature } from "../../properties";
import { huawei } from "../../provider/huawei";
import { ENTERPRISE, PROJECT_ID, settingsAt, shownIdOf } from "../huawei/rig";
import type { VendorUnderTest } from "./Bench";

export const HUAWEI: VendorUnderTest = {
  kind: huawei,
  table: huaweiSignature,
  approvalTable: huaweiApproval,
  emulated: "huaweicloud",
  settingsFor: settingsAt,
  secrets: ["huaweicloud:secretKey"],
  account: { setting: "huaweicloud:projectId", value: "845ada5bc7444f1295cd517af0123da1" },
  inputs: (document) => ({
    ...ENTERPRISE,
    businessLicense: document("licence.png"),
    powerOfAttorney: document("authority.png"),
  }),
  texts: ["样例科技", "样例短信", "样例通知"],
  // Another one than the primary key, under which the control plane has it.
  shownIdOf: ({ id }) => shownIdOf(id),
  newestOutput: "__newest",
  another: { input: "signatureType", value: "NOTIFY_TYPE" },
  reviewersOnly: "description",
  oddStatus: "FROZEN_BY_CARRIER",
  absentId: "0123456789abcdef0123456789abcdef",
  submissionPath: `/v2/${PROJECT_ID}/msgsms/signatures`,
  refusingCode: "MSGSMS.0002",
};
