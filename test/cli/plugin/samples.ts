/** Everything that JPush wants of a company's signature, as a program in YAML declares it. */
export const BRAND = {
  sign: "极光推送",
  type: 1,
  legalPersonName: "张样本",
  legalPersonIdNumber: "999999199001010008",
  socialCreditCode: "91999999000000000G",
  idCardImage: { "fn::fileAsset": "../quickstart/documents/id-card.jpg" },
  businessLicenseImage: { "fn::fileAsset": "../quickstart/documents/licence.png" },
};

/** The same of Huawei Cloud. */
export const ENTERPRISE = {
  appName: "sample",
  signatureName: "样例科技",
  signatureSource: 0,
  signatureType: "NOTIFY_TYPE",
  involvesThirdParty: false,
  businessLicense: { "fn::fileAsset": "../quickstart/documents/licence.png" },
};

/** What of these must be found nowhere in the open. */
export const PRIVATE = [BRAND.legalPersonName, BRAND.legalPersonIdNumber];

/** A gate's inputs, from the signature of that name in the same program. */
export function gatedBy(name: string, outputs: readonly string[]): object {
  return { signature: Object.fromEntries(outputs.map((output) => [output, `\${${name}.${output}}`])) };
}

export const JPUSH_GATED = ["sign", "signId", "servingSignId", "status", "rejectionReason", "accountFingerprint"];
export const HUAWEI_GATED = [
  "signatureName",
  "signatureId",
  "servingSignatureId",
  "status",
  "rejectionReason",
  "accountFingerprint",
];
