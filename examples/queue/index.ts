// A queue: JPush reviews one submission of an app at a time. Declare all of them; each run files the next one when the
// former review has ended, and none of the runs fails.
import { JPushSignatureType, JPushSmsSignature } from "pulumi-sms";

// Made-up people and numbers: no person's or company's begins so.
const company = {
  type: JPushSignatureType.Company,
  legalPersonName: "张样本",
  legalPersonIdNumber: "999999199001010008",
  socialCreditCode: "91999999000000000G",
  idCardImage: "../quickstart/documents/id-card.jpg",
  businessLicenseImage: "../quickstart/documents/licence.png",
};

const texts = { codes: "极光验证", news: "极光通知", offers: "极光优惠" };

const signatures = Object.entries(texts).map(([name, sign]) => new JPushSmsSignature(name, { ...company, sign }));

/** `queued` until it is its turn. */
export const statuses = signatures.map((signature) => signature.status);
