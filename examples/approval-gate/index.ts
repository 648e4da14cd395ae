// An approval gate: what sends messages is not touched before the signature is approved. A run that ends before
// the approval, by a rejection or the timeout, loses nothing; the next one waits again.
import * as pulumi from "@pulumi/pulumi";
import { JPushSignatureType, JPushSmsSignature, JPushSmsSignatureApproval } from "pulumi-sms";

const config = new pulumi.Config();

// Made-up people and numbers: no person's or company's begins so.
const company = {
  type: JPushSignatureType.Company,
  legalPersonName: "张样本",
  legalPersonIdNumber: "999999199001010008",
  socialCreditCode: "91999999000000000G",
  idCardImage: "../quickstart/documents/id-card.jpg",
  businessLicenseImage: "../quickstart/documents/licence.png",
};

const brand = new JPushSmsSignature("brand", { ...company, sign: config.get("sign") ?? "极光推送" });

const usable = new JPushSmsSignatureApproval("brand-approved", {
  signature: brand,
  timeout: config.get("timeout") ?? "45m",
});

/** For the service that sends: a number, never null, and known only when it may be used. */
export const sendWith = usable.servingSignId;
