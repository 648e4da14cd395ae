// Made from properties/ by `npm run generate`. Do not edit.

import * as pulumi from "@pulumi/pulumi";
import type { DocumentInput, DocumentOutput, DocumentSource } from "../document";
import type { JPushSmsSignature } from "../jpush";
import { SmsSignature, SmsSignatureApproval } from "../SmsSignature";
import type { SignatureBehaviour, SignatureStatus } from "./signature";

/**
 * What a signature names, as revision 2026-04 of JPush's API knows it; it decides which document is needed.
 * @see https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign
 */
export const JPushSignatureType = {
  /** A company's name: `businessLicenseImage` is needed. */
  Company: 1,
  /** A brand or trademark: `trademarkImage` is needed. */
  Brand: 6,
  /** Anything else: `thirdPartyAuthImage` is needed. */
  Other: 7,
} as const;
export type JPushSignatureType = (typeof JPushSignatureType)[keyof typeof JPushSignatureType];

/**
 * What a signature names, as revision 2018-11 of JPush's API knows it. Each asks for the scan of what proves the
 * right to the name.
 * @see https://docs.jiguang.cn/jsms/server/rest_api_jsms_sign
 */
export const JPushSignatureType2018 = {
  /** A company's name, in full or short. */
  Company: 1,
  /** The name of a website that is filed with the ministry. */
  Website: 2,
  /** The name of an app. */
  App: 3,
  /** The name of a WeChat account or mini-program. */
  WeChat: 4,
  /** The name of a shop on a trading platform. */
  Shop: 5,
  /** A registered trademark. */
  Trademark: 6,
  /** Anything else. */
  Other: 7,
} as const;
export type JPushSignatureType2018 = (typeof JPushSignatureType2018)[keyof typeof JPushSignatureType2018];

/**
 * What a signature declares in revision 2026-04 of the API, the default.
 * @see https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign
 */
export interface JPushSmsSignatureArgs202604 extends SignatureBehaviour {
  /**
   * The text without its brackets: Chinese characters, English letters and digits, 2 to 8 characters. The setting
   * `jpush:maxSignLength` raises the upper limit.
   */
  sign: pulumi.Input<string>;
  /** What the text names; it decides which document is needed. */
  type: pulumi.Input<JPushSignatureType>;
  /** The name of the legal representative. Always a secret. */
  legalPersonName: pulumi.Input<string>;
  /**
   * The legal representative's identity number: 18 characters, the last of which checks the others (GB
   * 11643-1999). Always a secret.
   */
  legalPersonIdNumber: pulumi.Input<string>;
  /** The company's unified social credit code: 18 characters, the last of which checks the others (GB 32100-2015). */
  socialCreditCode: pulumi.Input<string>;
  /** The legal representative's identity card: PNG or JPEG, at most 2 MB, as every image here. */
  idCardImage: pulumi.Input<DocumentSource>;
  /** The business licence. Needed for the type Company. */
  businessLicenseImage?: pulumi.Input<DocumentSource | undefined>;
  /** The trademark certificate. Needed for the type Brand. */
  trademarkImage?: pulumi.Input<DocumentSource | undefined>;
  /** The third party's authorisation. Needed for the type Other. */
  thirdPartyAuthImage?: pulumi.Input<DocumentSource | undefined>;
  /** Anything else for the reviewers. A change of it never files an approved signature again by itself. */
  otherImage?: pulumi.Input<DocumentSource | undefined>;
  /** The name of the company for which the signature is used, where that is another company. */
  thirdPartyCompanyName?: pulumi.Input<string | undefined>;
  /** At most 100 characters for the reviewers. A change of it never files an approved signature again by itself. */
  remark?: pulumi.Input<string | undefined>;
  /**
   * The sign id of an existing signature to take over instead of filing a new one. The resource option `import`
   * means the same.
   */
  adoptId?: pulumi.Input<number | undefined>;
  /**
   * The revision of JPush's API, which decides what the other inputs are. It is written out in the program: no
   * output of another resource can choose it.
   * @default "2026-04"
   */
  apiRevision?: "2026-04" | undefined;
  /** Revision 2026-04 does not have it. */
  images?: undefined;
}

/**
 * What a signature declares in revision 2018-11 of the API.
 * @see https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign
 */
export interface JPushSmsSignatureArgs201811 extends SignatureBehaviour {
  /**
   * The text without its brackets: Chinese characters, English letters and digits, 2 to 8 characters. The setting
   * `jpush:maxSignLength` raises the upper limit.
   */
  sign: pulumi.Input<string>;
  /** What the text names. */
  type?: pulumi.Input<JPushSignatureType2018 | undefined>;
  /** The scan of what proves the right to the text, one at most: PNG or JPEG, at most 2 MB. */
  images?: pulumi.Input<readonly DocumentInput[] | undefined>;
  /** At most 100 characters for the reviewers. A change of it never files an approved signature again by itself. */
  remark?: pulumi.Input<string | undefined>;
  /**
   * The sign id of an existing signature to take over instead of filing a new one. The resource option `import`
   * means the same.
   */
  adoptId?: pulumi.Input<number | undefined>;
  /**
   * The revision of JPush's API, which decides what the other inputs are. It is written out in the program: no
   * output of another resource can choose it.
   */
  apiRevision: "2018-11";
  /** Revision 2018-11 does not have it. */
  legalPersonName?: undefined;
  /** Revision 2018-11 does not have it. */
  legalPersonIdNumber?: undefined;
  /** Revision 2018-11 does not have it. */
  socialCreditCode?: undefined;
  /** Revision 2018-11 does not have it. */
  idCardImage?: undefined;
  /** Revision 2018-11 does not have it. */
  businessLicenseImage?: undefined;
  /** Revision 2018-11 does not have it. */
  trademarkImage?: undefined;
  /** Revision 2018-11 does not have it. */
  thirdPartyAuthImage?: undefined;
  /** Revision 2018-11 does not have it. */
  otherImage?: undefined;
  /** Revision 2018-11 does not have it. */
  thirdPartyCompanyName?: undefined;
}

/**
 * What a signature declares in revision 2018-03 of the API.
 * @see https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign
 */
export interface JPushSmsSignatureArgs201803 extends SignatureBehaviour {
  /**
   * The text without its brackets: Chinese characters, English letters and digits, 2 to 8 characters. The setting
   * `jpush:maxSignLength` raises the upper limit.
   */
  sign: pulumi.Input<string>;
  /** The scans of what proves the right to the text, four at most: PNG or JPEG, at most 2 MB each. */
  images?: pulumi.Input<readonly DocumentInput[] | undefined>;
  /**
   * The sign id of an existing signature to take over instead of filing a new one. The resource option `import`
   * means the same.
   */
  adoptId?: pulumi.Input<number | undefined>;
  /**
   * The revision of JPush's API, which decides what the other inputs are. It is written out in the program: no
   * output of another resource can choose it.
   */
  apiRevision: "2018-03";
  /** Revision 2018-03 does not have it. */
  type?: undefined;
  /** Revision 2018-03 does not have it. */
  legalPersonName?: undefined;
  /** Revision 2018-03 does not have it. */
  legalPersonIdNumber?: undefined;
  /** Revision 2018-03 does not have it. */
  socialCreditCode?: undefined;
  /** Revision 2018-03 does not have it. */
  idCardImage?: undefined;
  /** Revision 2018-03 does not have it. */
  businessLicenseImage?: undefined;
  /** Revision 2018-03 does not have it. */
  trademarkImage?: undefined;
  /** Revision 2018-03 does not have it. */
  thirdPartyAuthImage?: undefined;
  /** Revision 2018-03 does not have it. */
  otherImage?: undefined;
  /** Revision 2018-03 does not have it. */
  thirdPartyCompanyName?: undefined;
  /** Revision 2018-03 does not have it. */
  remark?: undefined;
}

/** What a signature declares; `apiRevision` decides which inputs there are. */
export type JPushSmsSignatureArgs =
  JPushSmsSignatureArgs201803 | JPushSmsSignatureArgs201811 | JPushSmsSignatureArgs202604;

/** The inputs and outputs of the class {@link JPushSmsSignature}, by which programs read them. */

export abstract class JPushSmsSignatureProperties extends SmsSignature {
  /**
   * The text without its brackets: Chinese characters, English letters and digits, 2 to 8 characters. The setting
   * `jpush:maxSignLength` raises the upper limit.
   */
  declare readonly sign: pulumi.Output<string>;

  /** What the text names; it decides which document is needed. */
  declare readonly type: pulumi.Output<JPushSignatureType | JPushSignatureType2018 | undefined>;

  /** The name of the legal representative. Always a secret. */
  declare readonly legalPersonName: pulumi.Output<string | undefined>;

  /**
   * The legal representative's identity number: 18 characters, the last of which checks the others (GB
   * 11643-1999). Always a secret.
   */
  declare readonly legalPersonIdNumber: pulumi.Output<string | undefined>;

  /** The company's unified social credit code: 18 characters, the last of which checks the others (GB 32100-2015). */
  declare readonly socialCreditCode: pulumi.Output<string | undefined>;

  /** The legal representative's identity card: PNG or JPEG, at most 2 MB, as every image here. */
  declare readonly idCardImage: pulumi.Output<DocumentOutput | undefined>;

  /** The business licence. Needed for the type Company. */
  declare readonly businessLicenseImage: pulumi.Output<DocumentOutput | undefined>;

  /** The trademark certificate. Needed for the type Brand. */
  declare readonly trademarkImage: pulumi.Output<DocumentOutput | undefined>;

  /** The third party's authorisation. Needed for the type Other. */
  declare readonly thirdPartyAuthImage: pulumi.Output<DocumentOutput | undefined>;

  /** Anything else for the reviewers. A change of it never files an approved signature again by itself. */
  declare readonly otherImage: pulumi.Output<DocumentOutput | undefined>;

  /** The scans of what proves the right to the text, four at most: PNG or JPEG, at most 2 MB each. */
  declare readonly images: pulumi.Output<DocumentOutput[] | undefined>;

  /** The name of the company for which the signature is used, where that is another company. */
  declare readonly thirdPartyCompanyName: pulumi.Output<string | undefined>;

  /** At most 100 characters for the reviewers. A change of it never files an approved signature again by itself. */
  declare readonly remark: pulumi.Output<string | undefined>;

  /**
   * What happens when the vendor takes no submission because another signature is under review. `"queue"`: the run
   * succeeds with the status `queued`, and a later run files the signature. `"fail"`: the run fails.
   * @default "queue"
   */
  declare readonly whenBusy: pulumi.Output<"queue" | "fail" | undefined>;

  /**
   * What happens when the content changes while the former content is under review. `"after"`: the review ends
   * first. `"withdraw"`: the open submission is deleted and the new content is filed. `"refuse"`: the run fails.
   * @default "after"
   */
  declare readonly whilePending: pulumi.Output<"after" | "withdraw" | "refuse" | undefined>;

  /**
   * What becomes of an approved signature when its successor is approved. `"delete"`: it is deleted when the time
   * of `supersededAfter` is over. `"keep"`: it stays at the vendor, also on destroy. The default is `"delete"`
   * with JPush and `"keep"` with Huawei Cloud, where a deletion takes channel number and templates along.
   * @default "delete"
   */
  declare readonly superseded: pulumi.Output<"delete" | "keep" | undefined>;

  /**
   * How long a superseded signature stays after an update has published its successor: `90s`, `45m`, `24h`, `3d`,
   * `0s`.
   * @default "24h"
   */
  declare readonly supersededAfter: pulumi.Output<string | undefined>;

  /**
   * Any text of at most 500 characters. A change of it files a rejected signature again as it is, or says that a
   * filing whose answer was lost never arrived.
   */
  declare readonly resubmit: pulumi.Output<string | undefined>;

  /**
   * The sign id of an existing signature to take over instead of filing a new one. The resource option `import`
   * means the same.
   */
  declare readonly adoptId: pulumi.Output<number | undefined>;

  /**
   * The revision of JPush's API, which decides what the other inputs are. It is written out in the program: no
   * output of another resource can choose it.
   * @default "2026-04"
   */
  declare readonly apiRevision: pulumi.Output<"2026-04" | "2018-11" | "2018-03" | undefined>;

  /**
   * The sign id of the newest submission; null while there is none, or while its answer is lost. Do not send with
   * it: use `servingSignId`.
   */
  declare readonly signId: pulumi.Output<number | null>;

  /**
   * The sign id to send messages with: while a change is under review still the old id; null before the first
   * approval.
   */
  declare readonly servingSignId: pulumi.Output<number | null>;

  /** How the declared content stands. */
  declare readonly status: pulumi.Output<SignatureStatus>;

  /** The vendor's own value of the status. */
  declare readonly vendorStatus: pulumi.Output<string | null>;

  /**
   * Whether it is the app's default signature, of the serving one, else of the newest; null where JPush does not
   * say.
   */
  declare readonly isDefault: pulumi.Output<boolean | null>;

  /** Whether it is in use, of the serving one, else of the newest; null where the vendor does not say. */
  declare readonly inUse: pulumi.Output<boolean | null>;

  /** Why the reviewers rejected it, where that is known: JPush tells it in its callback alone. */
  declare readonly rejectionReason: pulumi.Output<string | null>;

  /** Tells apart the accounts and endpoints with which signatures were filed, without naming them. */
  declare readonly accountFingerprint: pulumi.Output<string>;
}

/** What the class {@link JPushSmsSignatureApproval} takes. */

export interface JPushSmsSignatureApprovalArgs {
  /** The signature whose approval is waited for. */
  signature: JPushSmsSignature;
  /**
   * How long one run waits, at most `24d`: `90s`, `45m`, `24h`, `3d`; with `0s` it asks once. A run that is
   * interrupted ends its wait first. Pulumi's `customTimeouts` do not reach a gate of the class: there this input
   * is what counts.
   * @default "1h"
   */
  timeout?: pulumi.Input<string | undefined>;
}

/** The outputs of the class {@link JPushSmsSignatureApproval}. */

export abstract class JPushSmsSignatureApprovalProperties extends SmsSignatureApproval {
  /** The sign id to send messages with. */
  declare readonly servingSignId: pulumi.Output<number>;

  /** Always `"approved"`: a gate that was not passed has no outputs. */
  declare readonly status: pulumi.Output<"approved">;
}

/** An account of JPush beside the one that the environment or the stack's configuration names. */

export interface JPushProviderArgs {
  /** The app's key. A key and a secret of different accounts are never mixed. */
  appKey: pulumi.Input<string>;
  /** The app's master secret. Always stored as a secret. */
  masterSecret: pulumi.Input<string>;
  /**
   * The address of JPush's API.
   * @default "https://api.sms.jpush.cn"
   */
  endpoint?: pulumi.Input<string | undefined>;
  /**
   * `true` lets an endpoint that is not on this machine be http instead of https.
   * @default false
   */
  insecureHttp?: pulumi.Input<boolean | undefined>;
  /**
   * How long to wait for a connection, `1s` to `1h`.
   * @default "10s"
   */
  connectTimeout?: pulumi.Input<string | undefined>;
  /**
   * How long one request may take as a whole, `1s` to `1h`.
   * @default "60s"
   */
  requestTimeout?: pulumi.Input<string | undefined>;
  /**
   * How often a request that certainly did nothing is sent, 1 to 10.
   * @default 3
   */
  maxTries?: pulumi.Input<number | undefined>;
  /**
   * What a wrong check character in an identity number or a credit code is.
   * @default "error"
   */
  numberChecks?: pulumi.Input<"error" | "warning" | undefined>;
  /**
   * The most characters that a sign may have, 2 to 999. JPush's console says 16 elsewhere.
   * @default 8
   */
  maxSignLength?: pulumi.Input<number | undefined>;
  /**
   * The file, relative to the program's folder, in which a receiver of JPush's callbacks keeps what reviewers
   * said; `rejectionReason` comes from it.
   */
  reviewFeed?: pulumi.Input<string | undefined>;
}
