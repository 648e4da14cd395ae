// Two accounts in one program: the stack's own, and that of a subsidiary through an explicit provider. Key and secret of
// the two are never mixed, and no signature moves between them.
import * as pulumi from "@pulumi/pulumi";
import { JPushProvider, JPushSignatureType, JPushSmsSignature } from "pulumi-sms";

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

const subsidiary = new JPushProvider("subsidiary", {
  appKey: config.require("subsidiaryAppKey"),
  masterSecret: config.requireSecret("subsidiaryMasterSecret"),
});

const ours = new JPushSmsSignature("ours", { ...company, sign: "极光推送" });
const theirs = new JPushSmsSignature("theirs", { ...company, sign: "极光短信" }, { provider: subsidiary });

export const accounts = [ours.accountFingerprint, theirs.accountFingerprint];
