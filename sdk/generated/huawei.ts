// Made from properties/ by `npm run generate`. Do not edit.

import * as pulumi from "@pulumi/pulumi";
import type { DocumentById, DocumentOrIdOutput, DocumentSource } from "../document";
import type { HuaweiSmsSignature } from "../huawei";
import { SmsSignature, SmsSignatureApproval } from "../SmsSignature";
import type { SignatureBehaviour, SignatureStatus } from "./signature";

/**
 * What a signature names, as Huawei Cloud knows it; it decides what proves the right to it.
 * @see https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html
 */
export const HuaweiSignatureSource = {
  /** An enterprise or a public institution. */
  Enterprise: 0,
  /**
   * A website.
   * @deprecated Huawei Cloud has discarded this source, though its pages still list it
   */
  Website: 1,
  /** An app: `licenseNumber` is needed, and `sourceProof` (a screenshot of its ICP filing) expected. */
  App: 2,
  /**
   * An applet.
   * @deprecated Huawei Cloud has discarded this source, though its pages still list it
   */
  Applet: 3,
  /**
   * A shop.
   * @deprecated Huawei Cloud has discarded this source, though its pages still list it
   */
  Shop: 4,
  /** A trademark: `registrationNumber` is needed, and `sourceProof` (its certificate) expected. */
  Trademark: 5,
} as const;
export type HuaweiSignatureSource = (typeof HuaweiSignatureSource)[keyof typeof HuaweiSignatureSource];

/**
 * What a signature is sent for.
 * @see https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html
 */
export const HuaweiSignatureType = {
  /** Verification codes. */
  VerificationCode: "VERIFY_CODE_TYPE",
  /** Notifications. */
  Notification: "NOTIFY_TYPE",
  /** Promotions, on the Chinese site only. */
  Promotion: "PROMOTION_TYPE",
} as const;
export type HuaweiSignatureType = (typeof HuaweiSignatureType)[keyof typeof HuaweiSignatureType];

/**
 * A Huawei Cloud SMS signature: filed with its documents, reviewed by people, and kept as it is declared. There
 * is never a second one of the same name and type in an account: a change of anything else of an approved one is
 * refused, unless `allowOutage` is set. Deleting an approved one also deletes its channel number and every
 * template under it; so a superseded one is kept unless `superseded` is `"delete"`.
 * @see https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html
 */
export interface HuaweiSmsSignatureArgs extends SignatureBehaviour {
  /**
   * The primary key of the application that the signature belongs to; this or `appName` is needed. An application
   * holds at most 200 signatures.
   */
  appId?: pulumi.Input<string | undefined>;
  /**
   * The application's name, which is looked up when the signature is filed; refused where several applications
   * have it. A change from `appId` to `appName` or back counts as a change.
   */
  appName?: pulumi.Input<string | undefined>;
  /**
   * The text without its brackets. Huawei Cloud's console takes 2 to 32 Chinese characters, letters and digits,
   * not digits alone; other texts are warned of.
   */
  signatureName: pulumi.Input<string>;
  /** What the text names; it decides what else is needed. */
  signatureSource: pulumi.Input<HuaweiSignatureSource>;
  /** What the signature is sent for. */
  signatureType: pulumi.Input<HuaweiSignatureType>;
  /** Whether a third party's rights are involved. */
  involvesThirdParty: pulumi.Input<boolean>;
  /** At most 100 characters for the reviewers. A change of it never files an approved signature again by itself. */
  description?: pulumi.Input<string | undefined>;
  /** The business licence: PNG, JPEG or GIF, at most 2 MB, as every document here. */
  businessLicense?: pulumi.Input<DocumentSource | DocumentById | undefined>;
  /** The power of attorney, where a third party's rights are involved; it can be a PDF file too. */
  powerOfAttorney?: pulumi.Input<DocumentSource | DocumentById | undefined>;
  /**
   * For an app the screenshot of its ICP filing, for a trademark its certificate. Huawei Cloud's pages disagree on
   * whether it is mandatory for them: its absence is warned of.
   */
  sourceProof?: pulumi.Input<DocumentSource | DocumentById | undefined>;
  /** The app's ICP filing number. Needed for an app. */
  licenseNumber?: pulumi.Input<string | undefined>;
  /** The trademark's number. Needed for a trademark. */
  registrationNumber?: pulumi.Input<string | undefined>;
  /**
   * The id of the qualification, which is made in the console alone; on the Chinese site reviews fail without it.
   * A change of it never files an approved signature again by itself.
   */
  qualificationId?: pulumi.Input<string | undefined>;
  /**
   * The title of the source. Huawei Cloud no longer reads it, but still lists it as mandatory for the sources 1 to
   * 4: its absence is warned of there.
   */
  sourceTitleContent?: pulumi.Input<string | undefined>;
  /**
   * Where something else than name or type of an approved signature is changed: deletes it first, with its channel
   * number and every template under it, and files it anew. **Nothing can be sent until the next approval.**
   * @default false
   */
  allowOutage?: pulumi.Input<boolean | undefined>;
  /**
   * The id of an existing signature to take over instead of filing a new one: the signature_id that the console
   * shows, or the primary key. The resource option `import` means the same.
   */
  adoptId?: pulumi.Input<string | undefined>;
}

/** The inputs and outputs of the class {@link HuaweiSmsSignature}, by which programs read them. */

export abstract class HuaweiSmsSignatureProperties extends SmsSignature {
  /**
   * The primary key of the application that the signature belongs to; this or `appName` is needed. An application
   * holds at most 200 signatures.
   */
  declare readonly appId: pulumi.Output<string | undefined>;

  /**
   * The application's name, which is looked up when the signature is filed; refused where several applications
   * have it. A change from `appId` to `appName` or back counts as a change.
   */
  declare readonly appName: pulumi.Output<string | undefined>;

  /**
   * The text without its brackets. Huawei Cloud's console takes 2 to 32 Chinese characters, letters and digits,
   * not digits alone; other texts are warned of.
   */
  declare readonly signatureName: pulumi.Output<string>;

  /** What the text names; it decides what else is needed. */
  declare readonly signatureSource: pulumi.Output<HuaweiSignatureSource>;

  /** What the signature is sent for. */
  declare readonly signatureType: pulumi.Output<HuaweiSignatureType>;

  /** Whether a third party's rights are involved. */
  declare readonly involvesThirdParty: pulumi.Output<boolean>;

  /** At most 100 characters for the reviewers. A change of it never files an approved signature again by itself. */
  declare readonly description: pulumi.Output<string | undefined>;

  /** The business licence: PNG, JPEG or GIF, at most 2 MB, as every document here. */
  declare readonly businessLicense: pulumi.Output<DocumentOrIdOutput | undefined>;

  /** The power of attorney, where a third party's rights are involved; it can be a PDF file too. */
  declare readonly powerOfAttorney: pulumi.Output<DocumentOrIdOutput | undefined>;

  /**
   * For an app the screenshot of its ICP filing, for a trademark its certificate. Huawei Cloud's pages disagree on
   * whether it is mandatory for them: its absence is warned of.
   */
  declare readonly sourceProof: pulumi.Output<DocumentOrIdOutput | undefined>;

  /** The app's ICP filing number. Needed for an app. */
  declare readonly licenseNumber: pulumi.Output<string | undefined>;

  /** The trademark's number. Needed for a trademark. */
  declare readonly registrationNumber: pulumi.Output<string | undefined>;

  /**
   * The id of the qualification, which is made in the console alone; on the Chinese site reviews fail without it.
   * A change of it never files an approved signature again by itself.
   */
  declare readonly qualificationId: pulumi.Output<string | undefined>;

  /**
   * The title of the source. Huawei Cloud no longer reads it, but still lists it as mandatory for the sources 1 to
   * 4: its absence is warned of there.
   */
  declare readonly sourceTitleContent: pulumi.Output<string | undefined>;

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
   * @default "keep"
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
   * Where something else than name or type of an approved signature is changed: deletes it first, with its channel
   * number and every template under it, and files it anew. **Nothing can be sent until the next approval.**
   * @default false
   */
  declare readonly allowOutage: pulumi.Output<boolean | undefined>;

  /**
   * The id of an existing signature to take over instead of filing a new one: the signature_id that the console
   * shows, or the primary key. The resource option `import` means the same.
   */
  declare readonly adoptId: pulumi.Output<string | undefined>;

  /**
   * The signature_id of the newest submission; null while there is none. Do not send with it: use
   * `servingSignatureId`.
   */
  declare readonly signatureId: pulumi.Output<string | null>;

  /**
   * The signature_id of the signature to send messages with: while a change is under review still the old id; null
   * before the first approval.
   */
  declare readonly servingSignatureId: pulumi.Output<string | null>;

  /** The channel number to send messages with; null until Huawei Cloud has given it one. */
  declare readonly channelNumber: pulumi.Output<string | null>;

  /**
   * When the newest submission was made, as Huawei Cloud writes it: `yyyy-MM-dd HH:mm:ss`, of a time zone that it
   * does not document.
   */
  declare readonly createTime: pulumi.Output<string | null>;

  /** When the newest submission was changed last, written as `createTime` is. */
  declare readonly updateTime: pulumi.Output<string | null>;

  /** How the declared content stands. */
  declare readonly status: pulumi.Output<SignatureStatus>;

  /** The vendor's own value of the status. */
  declare readonly vendorStatus: pulumi.Output<string | null>;

  /**
   * Whether it is the default signature, of the serving one, else of the newest; null where the vendor does not
   * say.
   */
  declare readonly isDefault: pulumi.Output<boolean | null>;

  /** Whether it is in use, of the serving one, else of the newest; null where the vendor does not say. */
  declare readonly inUse: pulumi.Output<boolean | null>;

  /** Why the reviewers rejected it, where that is known. */
  declare readonly rejectionReason: pulumi.Output<string | null>;

  /** Tells apart the accounts and endpoints with which signatures were filed, without naming them. */
  declare readonly accountFingerprint: pulumi.Output<string>;

  /**
   * The primary key of the newest submission, by which a gate asks. Not for programs.
   * @internal
   */
  declare readonly __newest: pulumi.Output<string | null>;
}

/** What the class {@link HuaweiSmsSignatureApproval} takes. */

export interface HuaweiSmsSignatureApprovalArgs {
  /** The signature whose approval is waited for. */
  signature: HuaweiSmsSignature;
  /**
   * How long one run waits, at most `24d`: `90s`, `45m`, `24h`, `3d`; with `0s` it asks once. A run that is
   * interrupted ends its wait first. Pulumi's `customTimeouts` do not reach a gate of the class: there this input
   * is what counts.
   * @default "1h"
   */
  timeout?: pulumi.Input<string | undefined>;
}

/** The outputs of the class {@link HuaweiSmsSignatureApproval}. */

export abstract class HuaweiSmsSignatureApprovalProperties extends SmsSignatureApproval {
  /** The signature_id to send messages with. */
  declare readonly servingSignatureId: pulumi.Output<string>;

  /** Always `"approved"`: a gate that was not passed has no outputs. */
  declare readonly status: pulumi.Output<"approved">;
}

/**
 * An account of Huawei Cloud beside the one that the environment or the stack's configuration names, with
 * credentials of one kind: access keys, a token, or an IAM user for whom tokens are fetched.
 */

export interface HuaweiProviderArgs {
  /** The region in which the service was opened: `cn-north-4` or `cn-south-1`. */
  region?: pulumi.Input<string | undefined>;
  /**
   * The id of the region's project. Where it is not given it is looked up; without it a preview cannot tell
   * accounts apart.
   */
  projectId?: pulumi.Input<string | undefined>;
  /** The access key (AK), with which every request is signed: recommended. */
  accessKey?: pulumi.Input<string | undefined>;
  /** The secret key (SK) of the access key. Always stored as a secret. */
  secretKey?: pulumi.Input<string | undefined>;
  /** The security token that goes with temporary keys. Always stored as a secret. */
  securityToken?: pulumi.Input<string | undefined>;
  /** Instead of keys: a token of the region's project, valid for 24 hours. Always stored as a secret. */
  token?: pulumi.Input<string | undefined>;
  /** Instead of keys: the name of an IAM user, for whom tokens are fetched and renewed. */
  userName?: pulumi.Input<string | undefined>;
  /** The IAM user's password. Always stored as a secret. */
  password?: pulumi.Input<string | undefined>;
  /** The name of the account to which the IAM user belongs. */
  domainName?: pulumi.Input<string | undefined>;
  /**
   * The address of the service.
   * @default "https://msgsms.<region>.myhuaweicloud.com"
   */
  endpoint?: pulumi.Input<string | undefined>;
  /**
   * Where tokens and project ids come from.
   * @default "https://iam.<region>.myhuaweicloud.com"
   */
  iamEndpoint?: pulumi.Input<string | undefined>;
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
}
