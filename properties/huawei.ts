import type { ApprovalTable, DocumentFormat, Enumeration, ProviderTable, SignatureTable } from "./property";
import { APPROVED, approvalInputs, requestSettings, signatureBehaviour, signatureOutputs } from "./signature";

const TEXT = { kind: "text" } as const;
const IMAGES: readonly DocumentFormat[] = ["PNG", "JPEG", "GIF"];
const SCANS: readonly DocumentFormat[] = [...IMAGES, "PDF"];
const PAGE = "https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html";

const DISCARDED = "Huawei Cloud has discarded this source, though its pages still list it";

const signatureSource: Enumeration = {
  kind: "enumeration",
  name: "HuaweiSignatureSource",
  plural: "Huawei Cloud's sources",
  description: "What a signature names, as Huawei Cloud knows it; it decides what proves the right to it.",
  page: PAGE,
  members: {
    Enterprise: {
      value: 0,
      label: "enterprise or public institution",
      description: "An enterprise or a public institution.",
    },
    Website: { value: 1, label: "website", description: "A website.", deprecated: DISCARDED },
    App: {
      value: 2,
      label: "app",
      description: "An app: `licenseNumber` is needed, and `sourceProof` (a screenshot of its ICP filing) expected.",
    },
    Applet: { value: 3, label: "applet", description: "An applet.", deprecated: DISCARDED },
    Shop: { value: 4, label: "shop", description: "A shop.", deprecated: DISCARDED },
    Trademark: {
      value: 5,
      label: "trademark",
      description: "A trademark: `registrationNumber` is needed, and `sourceProof` (its certificate) expected.",
    },
  },
};

const signatureType: Enumeration = {
  kind: "enumeration",
  name: "HuaweiSignatureType",
  plural: "Huawei Cloud's types",
  description: "What a signature is sent for.",
  page: PAGE,
  members: {
    VerificationCode: { value: "VERIFY_CODE_TYPE", label: "verification codes", description: "Verification codes." },
    Notification: { value: "NOTIFY_TYPE", label: "notifications", description: "Notifications." },
    Promotion: {
      value: "PROMOTION_TYPE",
      label: "promotions, on the Chinese site",
      description: "Promotions, on the Chinese site only.",
    },
  },
};

/** Huawei Cloud's signatures. */
export const huaweiSignature = {
  className: "HuaweiSmsSignature",
  type: "huaweicloud:SmsSignature",
  token: "sms:huaweicloud:Signature",
  handler: "huaweiSmsSignature",
  description:
    "A Huawei Cloud SMS signature: filed with its documents, reviewed by people, and kept as it is declared. There is never a second one of the same name and type in an account: " +
    "a change of anything else of an approved one is refused, unless `allowOutage` is set. Deleting an approved one also deletes its channel number and every template under it; " +
    'so a superseded one is kept unless `superseded` is `"delete"`.',
  page: PAGE,

  filed: {
    appId: {
      type: TEXT,
      description:
        "The primary key of the application that the signature belongs to; this or `appName` is needed. An application holds at most 200 signatures.",
    },
    appName: {
      type: TEXT,
      description:
        "The application's name, which is looked up when the signature is filed; refused where several applications have it. A change from `appId` to `appName` or back counts as a change.",
    },
    signatureName: {
      type: TEXT,
      required: true,
      what: "the text of the signature",
      description:
        "The text without its brackets. Huawei Cloud's console takes 2 to 32 Chinese characters, letters and digits, not digits alone; other texts are warned of.",
    },
    signatureSource: {
      type: signatureSource,
      required: true,
      what: "what the text names",
      description: "What the text names; it decides what else is needed.",
    },
    signatureType: {
      type: signatureType,
      required: true,
      what: "what it is sent for",
      description: "What the signature is sent for.",
    },
    involvesThirdParty: {
      type: { kind: "boolean" },
      required: true,
      what: "whether a third party's rights are involved: true or false",
      description: "Whether a third party's rights are involved.",
    },
    description: {
      type: TEXT,
      reviewersOnly: true,
      description:
        "At most 100 characters for the reviewers. A change of it never files an approved signature again by itself.",
    },
    businessLicense: {
      type: { kind: "document", formats: IMAGES, byId: true },
      description: "The business licence: PNG, JPEG or GIF, at most 2 MB, as every document here.",
    },
    powerOfAttorney: {
      type: { kind: "document", formats: SCANS, byId: true },
      description: "The power of attorney, where a third party's rights are involved; it can be a PDF file too.",
    },
    sourceProof: {
      type: { kind: "document", formats: IMAGES, byId: true },
      required: {
        input: "signatureSource",
        values: [2, 5],
        words: "for the sources 2 (app) and 5 (trademark)",
        advised: true,
      },
      what: "the screenshot of the app's ICP filing, or the scan of the trademark certificate",
      description:
        "For an app the screenshot of its ICP filing, for a trademark its certificate. Huawei Cloud's pages disagree on whether it is mandatory for them: its absence is warned of.",
    },
    licenseNumber: {
      type: TEXT,
      required: { input: "signatureSource", values: [2], words: "for the source 2 (app)" },
      what: "the app's ICP filing number",
      description: "The app's ICP filing number. Needed for an app.",
    },
    registrationNumber: {
      type: TEXT,
      required: { input: "signatureSource", values: [5], words: "for the source 5 (trademark)" },
      what: "the trademark's number",
      description: "The trademark's number. Needed for a trademark.",
    },
    // It cannot be changed once the signature is approved, and the console then keeps it: a change files nothing.
    qualificationId: {
      type: TEXT,
      reviewersOnly: true,
      description:
        "The id of the qualification, which is made in the console alone; on the Chinese site reviews fail without it. A change of it never files an approved signature again by itself.",
    },
    sourceTitleContent: {
      type: TEXT,
      description:
        "The title of the source. Huawei Cloud no longer reads it, but still lists it as mandatory for the sources 1 to 4: its absence is warned of there.",
    },
  },

  behaviour: {
    ...signatureBehaviour,
    superseded: { ...signatureBehaviour.superseded, default: "keep" },
    allowOutage: {
      type: { kind: "boolean" },
      default: false,
      description:
        "Where something else than name or type of an approved signature is changed: deletes it first, with its channel number and every template under it, and files it anew. **Nothing can be sent until the next approval.**",
    },
    adoptId: {
      type: TEXT,
      description:
        "The id of an existing signature to take over instead of filing a new one: the signature_id that the console shows, or the primary key. The resource option `import` means the same.",
    },
  },

  outputs: {
    signatureId: {
      type: TEXT,
      nullable: true,
      description:
        "The signature_id of the newest submission; null while there is none. Do not send with it: use `servingSignatureId`.",
    },
    servingSignatureId: {
      type: TEXT,
      nullable: true,
      description:
        "The signature_id of the signature to send messages with: while a change is under review still the old id; null before the first approval.",
    },
    channelNumber: {
      type: TEXT,
      nullable: true,
      description: "The channel number to send messages with; null until Huawei Cloud has given it one.",
    },
    createTime: {
      type: TEXT,
      nullable: true,
      description:
        "When the newest submission was made, as Huawei Cloud writes it: `yyyy-MM-dd HH:mm:ss`, of a time zone that it does not document.",
    },
    updateTime: {
      type: TEXT,
      nullable: true,
      description: "When the newest submission was changed last, written as `createTime` is.",
    },
    ...signatureOutputs,
    __newest: {
      type: TEXT,
      nullable: true,
      description: "The primary key of the newest submission, by which a gate asks. Not for programs.",
    },
  },
} as const satisfies SignatureTable;

/** The gate that waits for the approval of a Huawei Cloud signature. */
export const huaweiApproval = {
  className: "HuaweiSmsSignatureApproval",
  type: "huaweicloud:SmsSignatureApproval",
  token: "sms:huaweicloud:SignatureApproval",
  handler: "huaweiSmsSignatureApproval",
  description:
    "Waits until the declared Huawei Cloud signature is approved. Whatever depends on the gate's outputs waits too.",
  inputs: approvalInputs,
  gated: { text: "signatureName", newest: "signatureId", serving: "servingSignatureId" },
  outputs: {
    servingSignatureId: { type: TEXT, description: "The signature_id to send messages with." },
    status: { type: APPROVED, description: 'Always `"approved"`: a gate that was not passed has no outputs.' },
  },
} as const satisfies ApprovalTable;

/** Huawei Cloud's settings, and the explicit provider that takes them. */
export const huaweiProvider = {
  className: "HuaweiProvider",
  namespace: "huaweicloud",
  description:
    "An account of Huawei Cloud beside the one that the environment or the stack's configuration names, with credentials of one kind: access keys, a token, or an IAM user for whom tokens are fetched.",
  settings: {
    region: {
      type: TEXT,
      variable: "HW_REGION_NAME",
      description: "The region in which the service was opened: `cn-north-4` or `cn-south-1`.",
    },
    projectId: {
      type: TEXT,
      account: true,
      variable: "HW_PROJECT_ID",
      description:
        "The id of the region's project. Where it is not given it is looked up; without it a preview cannot tell accounts apart.",
    },
    accessKey: {
      type: TEXT,
      account: true,
      variable: "HW_ACCESS_KEY",
      description: "The access key (AK), with which every request is signed: recommended.",
    },
    secretKey: {
      type: TEXT,
      account: true,
      secret: true,
      variable: "HW_SECRET_KEY",
      description: "The secret key (SK) of the access key. Always stored as a secret.",
    },
    securityToken: {
      type: TEXT,
      account: true,
      secret: true,
      variable: "HW_SECURITY_TOKEN",
      description: "The security token that goes with temporary keys. Always stored as a secret.",
    },
    token: {
      type: TEXT,
      account: true,
      secret: true,
      variable: "HW_AUTH_TOKEN",
      description: "Instead of keys: a token of the region's project, valid for 24 hours. Always stored as a secret.",
    },
    userName: {
      type: TEXT,
      account: true,
      variable: "HW_USER_NAME",
      description: "Instead of keys: the name of an IAM user, for whom tokens are fetched and renewed.",
    },
    password: {
      type: TEXT,
      account: true,
      secret: true,
      variable: "HW_USER_PASSWORD",
      description: "The IAM user's password. Always stored as a secret.",
    },
    domainName: {
      type: TEXT,
      account: true,
      variable: "HW_DOMAIN_NAME",
      description: "The name of the account to which the IAM user belongs.",
    },
    endpoint: {
      type: TEXT,
      variable: "HW_MSGSMS_ENDPOINT",
      otherwise: "https://msgsms.<region>.myhuaweicloud.com",
      description: "The address of the service.",
    },
    iamEndpoint: {
      type: TEXT,
      variable: "HW_IAM_ENDPOINT",
      otherwise: "https://iam.<region>.myhuaweicloud.com",
      description: "Where tokens and project ids come from.",
    },
    ...requestSettings,
  },
} as const satisfies ProviderTable;
