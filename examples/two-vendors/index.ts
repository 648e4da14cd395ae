// One brand at two vendors, in one program: each signature waits for its own vendor's reviewers, and what sends messages
// takes from each what that vendor's messages need.
import * as pulumi from "@pulumi/pulumi";
import {
  HuaweiSignatureSource,
  HuaweiSignatureType,
  HuaweiSmsSignature,
  JPushSignatureType,
  JPushSmsSignature,
} from "pulumi-sms";

const config = new pulumi.Config();
const brand = config.get("brand") ?? "极光推送";

const licence = "../quickstart/documents/licence.png";

const jpush = new JPushSmsSignature("jpush", {
  sign: brand,
  type: JPushSignatureType.Company,
  // Made-up people and numbers: no person's or company's begins so.
  legalPersonName: "张样本",
  legalPersonIdNumber: "999999199001010008",
  socialCreditCode: "91999999000000000G",
  idCardImage: "../quickstart/documents/id-card.jpg",
  businessLicenseImage: licence,
});

// The text is one, but every type is a signature of its own at Huawei Cloud.
const huawei = [HuaweiSignatureType.VerificationCode, HuaweiSignatureType.Notification].map(
  (signatureType) =>
    new HuaweiSmsSignature(`huawei-${signatureType}`, {
      appName: config.get("application") ?? "sample",
      signatureName: brand,
      signatureSource: HuaweiSignatureSource.Enterprise,
      signatureType,
      involvesThirdParty: false,
      businessLicense: licence,
      ...optional("qualificationId"),
    }),
);

/** On the Chinese site reviews fail without a qualification, which is made in the console; elsewhere there is none. */
function optional(name: "qualificationId") {
  const value = config.get(name);
  return value === undefined ? {} : { [name]: value };
}

export const status = [jpush.status, ...huawei.map((each) => each.status)];
/** What messages are sent with. */
export const sendWith = {
  jpush: jpush.servingSignId,
  huawei: huawei.map((each) => ({
    signature: each.signatureName,
    type: each.signatureType,
    channel: each.channelNumber,
  })),
};
