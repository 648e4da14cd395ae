import {
  HuaweiSignatureSource,
  HuaweiSignatureType,
  JPushSignatureType,
  type HuaweiSmsSignatureArgs,
  type JPushSmsSignatureArgs202604,
} from "../../sdk";

/** What a company declares; made up. */
export const COMPANY: JPushSmsSignatureArgs202604 = {
  sign: "极光推送",
  type: JPushSignatureType.Company,
  legalPersonName: "王样例",
  legalPersonIdNumber: "99000119900307001X",
  socialCreditCode: "91999999000000000G",
  idCardImage: "documents/id-card.png",
  businessLicenseImage: "documents/licence.png",
};

/** What an enterprise declares at Huawei Cloud; made up. */
export const ENTERPRISE: HuaweiSmsSignatureArgs = {
  appName: "sample",
  signatureName: "样例科技",
  signatureSource: HuaweiSignatureSource.Enterprise,
  signatureType: HuaweiSignatureType.VerificationCode,
  involvesThirdParty: false,
};
