import { jpushApproval, jpushSignature } from "../../properties";
import { jpush } from "../../provider/jpush";
import { ID_NUMBER, PERSON, settingsAt } from "../jpush/rig";
import type { VendorUnderTest } from "./Bench";

export const JPUSH: VendorUnderTest = {
  kind: jpush,
  table: jpushSignature,
  approvalTable: jpushApproval,
  emulated: "jpush",
  settingsFor: settingsAt,
  secrets: ["jpush:masterSecret"],
  account: { setting: "jpush:appKey", value: "a0a0a0a0a0a0a0a0a0a0a0a0" },
  inputs: (document) => ({
    type: 1,
    legalPersonName: PERSON,
    legalPersonIdNumber: ID_NUMBER,
    socialCreditCode: "91999999000000000G",
    idCardImage: document("id-card.png"),
    businessLicenseImage: document("licence.png"),
  }),
  texts: ["极光推送", "极光短信", "极光通知"],
  shownIdOf: ({ id }) => id,
  newestOutput: "signId",
  another: { input: "socialCreditCode", value: "91350100M000100Y43" },
  reviewersOnly: "remark",
  oddStatus: 7,
  absentId: 99999,
  submissionPath: "/v1/sign",
  refusingCode: 50007,
};
