// Adoption: a signature that was filed by hand in the console becomes a declared resource. Nothing is filed as long as
// the text agrees; what is declared counts as what was filed. The resource option `import: "37582"` means the same.
import * as pulumi from "@pulumi/pulumi";
import { JPushSignatureType, JPushSmsSignature } from "pulumi-sms";

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

const brand = new JPushSmsSignature("brand", {
  ...company,
  sign: config.require("sign"),
  adoptId: config.requireNumber("adoptId"),
});

export const servingSignId = brand.servingSignId;
export const status = brand.status;
