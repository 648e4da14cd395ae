import { huaweiSignature, jpushSignature, type SignatureTable } from "../../../properties";
import type { ControlPlane } from "../../../tools/control/ControlPlane";
import { ENTERPRISE, settingsAt as huaweiSettingsAt } from "../../huawei/rig";
import { settingsAt as jpushSettingsAt } from "../../jpush/rig";
import { ID_NUMBER, PERSON, picture } from "./samples";
import type { Wire } from "./wire";

/** One vendor's signature as a program declares it. */
export interface Sample {
  readonly table: SignatureTable;
  /** The vendor's name in the emulator's control plane. */
  readonly emulated: ControlPlane["vendor"];
  config(url: string): { readonly [setting: string]: string };
  /** Everything that has to be declared, without the documents. */
  readonly inputs: Wire;
  /** A file in the program's folder for each document. */
  readonly documents: { readonly [input: string]: { readonly path: string; readonly content: Buffer } };
}

export const JPUSH_SAMPLE: Sample = {
  table: jpushSignature,
  emulated: "jpush",
  config: jpushSettingsAt,
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
  table: huaweiSignature,
  emulated: "huaweicloud",
  config: huaweiSettingsAt,
  inputs: ENTERPRISE,
  documents: {
    businessLicense: { path: "documents/licence.jpg", content: picture("licence", "jpeg") },
    powerOfAttorney: { path: "documents/authority.png", content: picture("power of attorney") },
  },
};
