import type { ControlPlane } from "../../../tools/control/ControlPlane";
import { ACCESS_KEY, ENTERPRISE, PROJECT_ID, SECRET_KEY } from "../../huawei/rig";
import { APP_KEY, ID_NUMBER, MASTER_SECRET, PERSON, picture } from "./samples";
import type { Wire } from "./wire";

/** One vendor's signature as a program declares it. */
export interface Sample {
  readonly type: "jpush:SmsSignature" | "huaweicloud:SmsSignature";
  readonly provider: "jpushSmsSignature" | "huaweiSmsSignature";
  /** The vendor's name in the emulator's control plane. */
  readonly emulated: ControlPlane["vendor"];
  config(url: string): { readonly [setting: string]: string };
  /** Everything that has to be declared, without the documents. */
  readonly inputs: Wire;
  /** A file in the program's folder for each document. */
  readonly documents: { readonly [input: string]: { readonly path: string; readonly content: Buffer } };
}

export const JPUSH_SAMPLE: Sample = {
  type: "jpush:SmsSignature",
  provider: "jpushSmsSignature",
  emulated: "jpush",
  config: (url) => ({ "jpush:endpoint": url, "jpush:appKey": APP_KEY, "jpush:masterSecret": MASTER_SECRET, "jpush:maxTries": "1" }),
  inputs: {
    sign: "极光推送",
    type: 1,
    legalPersonName: PERSON,
    legalPersonIdNumber: ID_NUMBER,
    socialCreditCode: "91999999000000000G",
  },
  documents: {
    idCardImage: { path: "documents/id-card.png", content: picture("identity card") },
    businessLicenseImage: { path: "documents/licence.jpg", content: picture("licence", "jpeg") },
  },
};

export const HUAWEI_SAMPLE: Sample = {
  type: "huaweicloud:SmsSignature",
  provider: "huaweiSmsSignature",
  emulated: "huaweicloud",
  config: (url) => ({
    "huaweicloud:endpoint": url,
    "huaweicloud:iamEndpoint": url,
    "huaweicloud:region": "cn-north-4",
    "huaweicloud:projectId": PROJECT_ID,
    "huaweicloud:accessKey": ACCESS_KEY,
    "huaweicloud:secretKey": SECRET_KEY,
    "huaweicloud:maxTries": "1",
  }),
  inputs: ENTERPRISE,
  documents: {
    businessLicense: { path: "documents/licence.jpg", content: picture("licence", "jpeg") },
    powerOfAttorney: { path: "documents/authority.png", content: picture("power of attorney") },
  },
};
