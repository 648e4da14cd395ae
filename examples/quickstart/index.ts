import * as pulumi from "@pulumi/pulumi";
import { JPushSignatureType, JPushSmsSignature } from "pulumi-sms";

// Everything here has a default, so that the first run needs no settings; change one with
// `npm run pulumi -- config set sign 极光短信`.
const config = new pulumi.Config();

const brand = new JPushSmsSignature("brand", {
  sign: config.get("sign") ?? "极光推送",
  type: JPushSignatureType.Company,
  // Made-up people and numbers: no person's or company's begins so.
  legalPersonName: "张样本",
  legalPersonIdNumber: "999999199001010008",
  socialCreditCode: "91999999000000000G",
  idCardImage: "documents/id-card.jpg",
  businessLicenseImage: "documents/licence.png",
  remark: config.get("remark") ?? "Verification codes for our app",
  supersededAfter: config.get("supersededAfter") ?? "24h",
});

export const id = brand.id;
/** The newest submission. */
export const signId = brand.signId;
/** Of the content declared above. */
export const status = brand.status;
/** The sign id to send messages with. */
export const servingSignId = brand.servingSignId;
