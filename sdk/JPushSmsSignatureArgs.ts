import * as pulumi from "@pulumi/pulumi";
import type { DocumentInput } from "./document";
import { JPushSignatureType } from "./JPushSignatureType";
import { JPushSignatureType2018 } from "./JPushSignatureType2018";
import { SignatureBehaviour } from "./SignatureBehaviour";

/** What every revision of JPush's API has. */
interface CommonFields extends SignatureBehaviour {
  /** The text without its brackets: Chinese, letters and digits, 2 to 8 characters (`jpush:maxSignLength`). */
  sign: pulumi.Input<string>;
  /** The sign id of an existing signature to take over instead of filing a new one. The resource option `import` means the same. */
  adoptId?: pulumi.Input<number>;
}

interface Fields202604 extends CommonFields {
  /** The revision of JPush's API. @default "2026-04" */
  apiRevision?: "2026-04";
  /** What the text names; it decides which document is needed. */
  type: pulumi.Input<JPushSignatureType>;
  /** Name of the legal representative. Always a secret. */
  legalPersonName: pulumi.Input<string>;
  /** The legal representative's 18-character identity number. Always a secret. */
  legalPersonIdNumber: pulumi.Input<string>;
  /** The 18-character unified social credit code. */
  socialCreditCode: pulumi.Input<string>;
  /** The legal representative's identity card: PNG or JPEG, at most 2 MB, as every image here. */
  idCardImage: DocumentInput;
  /** Needed for the type Company. */
  businessLicenseImage?: DocumentInput;
  /** Needed for the type Brand. */
  trademarkImage?: DocumentInput;
  /** Needed for the type Other. */
  thirdPartyAuthImage?: DocumentInput;
  /** Anything else for the reviewers. Never files an approved signature again by itself. */
  otherImage?: DocumentInput;
  /** Name of the company for which the signature is used, where it is not one's own. */
  thirdPartyCompanyName?: pulumi.Input<string>;
  /** At most 100 characters for the reviewers. Never files an approved signature again by itself. */
  remark?: pulumi.Input<string>;
}

interface Fields201811 extends CommonFields {
  /** The revision of JPush's API. */
  apiRevision: "2018-11";
  /** What the text names. */
  type?: pulumi.Input<JPushSignatureType2018>;
  /** The scan of what proves the right to the text, one at most: PNG or JPEG, at most 2 MB. */
  images?: readonly DocumentInput[];
  /** At most 100 characters for the reviewers. Never files an approved signature again by itself. */
  remark?: pulumi.Input<string>;
}

interface Fields201803 extends CommonFields {
  /** The revision of JPush's API. */
  apiRevision: "2018-03";
  /** The scans of what proves the right to the text, four at most: PNG or JPEG, at most 2 MB each. */
  images?: readonly DocumentInput[];
}

type AnyField = keyof Fields202604 | keyof Fields201811 | keyof Fields201803;

/** The fields that other revisions have: named here too, so that the compiler refuses them. */
type Foreign<Own> = { [Field in Exclude<AnyField, keyof Own>]?: undefined };

/**
 * What a JPush signature declares in the API's current revision, the default.
 * @see https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign
 */
export interface JPushSmsSignatureArgs202604 extends Fields202604, Foreign<Fields202604> {}

/** What a JPush signature declares in the API's revision of November 2018. */
export interface JPushSmsSignatureArgs201811 extends Fields201811, Foreign<Fields201811> {}

/** What a JPush signature declares in the API's revision of March 2018. */
export interface JPushSmsSignatureArgs201803 extends Fields201803, Foreign<Fields201803> {}

/** What a JPush signature declares; `apiRevision` decides which inputs there are. */
// The current revision last: compilers then explain by it what is missing where none is named.
export type JPushSmsSignatureArgs =
  JPushSmsSignatureArgs201803 | JPushSmsSignatureArgs201811 | JPushSmsSignatureArgs202604;
