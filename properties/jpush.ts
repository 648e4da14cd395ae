import type { ApprovalTable, DocumentFormat, Enumeration, ProviderTable, SignatureTable } from "./property";
import { APPROVED, approvalInputs, requestSettings, signatureBehaviour, signatureOutputs } from "./signature";

const TEXT = { kind: "text" } as const;
const FORMATS: readonly DocumentFormat[] = ["PNG", "JPEG"];
const IMAGE = { kind: "document", formats: FORMATS } as const;

const type202604: Enumeration = {
  kind: "enumeration",
  name: "JPushSignatureType",
  plural: "JPush's types",
  description:
    "What a signature names, as revision 2026-04 of JPush's API knows it; it decides which document is needed.",
  page: "https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign",
  members: {
    Company: { value: 1, label: "company", description: "A company's name: `businessLicenseImage` is needed." },
    Brand: { value: 6, label: "brand", description: "A brand or trademark: `trademarkImage` is needed." },
    Other: { value: 7, label: "other", description: "Anything else: `thirdPartyAuthImage` is needed." },
  },
  withdrawn: { 3: "JPush withdrew type 3 (name of a filed app) on 2026-05-01" },
};

const type201811: Enumeration = {
  kind: "enumeration",
  name: "JPushSignatureType2018",
  plural: "JPush's types",
  description:
    "What a signature names, as revision 2018-11 of JPush's API knows it. Each asks for the scan of what proves the right to the name.",
  page: "https://docs.jiguang.cn/jsms/server/rest_api_jsms_sign",
  members: {
    Company: { value: 1, label: "company", description: "A company's name, in full or short." },
    Website: {
      value: 2,
      label: "filed website",
      description: "The name of a website that is filed with the ministry.",
    },
    App: { value: 3, label: "app", description: "The name of an app." },
    WeChat: {
      value: 4,
      label: "WeChat account or mini-program",
      description: "The name of a WeChat account or mini-program.",
    },
    Shop: { value: 5, label: "shop", description: "The name of a shop on a trading platform." },
    Trademark: { value: 6, label: "trademark", description: "A registered trademark." },
    Other: { value: 7, label: "other", description: "Anything else." },
  },
};

/** JPush's signatures. */
export const jpushSignature = {
  className: "JPushSmsSignature",
  type: "jpush:SmsSignature",
  token: "sms:jpush:Signature",
  handler: "jpushSmsSignature",
  description: "A JPush SMS signature: filed with its documents, reviewed by people, and kept as it is declared.",
  page: "https://docs.jiguang.cn/en/jsms/server/rest_api_jsms_sign",
  revisions: ["2026-04", "2018-11", "2018-03"],

  filed: {
    sign: {
      type: TEXT,
      required: true,
      what: "the text of the signature",
      description:
        "The text without its brackets: Chinese characters, English letters and digits, 2 to 8 characters. The setting `jpush:maxSignLength` raises the upper limit.",
    },
    type: {
      type: type202604,
      description: "What the text names; it decides which document is needed.",
      revisions: {
        "2026-04": { required: true, what: "what the text is" },
        "2018-11": { type: type201811, description: "What the text names." },
      },
    },
    legalPersonName: {
      type: TEXT,
      required: true,
      secret: true,
      what: "the legal representative's name",
      description: "The name of the legal representative. Always a secret.",
      revisions: { "2026-04": {} },
    },
    legalPersonIdNumber: {
      type: TEXT,
      required: true,
      secret: true,
      what: "the legal representative's identity number of 18 digits",
      description:
        "The legal representative's identity number: 18 characters, the last of which checks the others (GB 11643-1999). Always a secret.",
      revisions: { "2026-04": {} },
    },
    socialCreditCode: {
      type: TEXT,
      required: true,
      what: "the company's unified social credit code of 18 characters",
      description:
        "The company's unified social credit code: 18 characters, the last of which checks the others (GB 32100-2015).",
      revisions: { "2026-04": {} },
    },
    idCardImage: {
      type: IMAGE,
      required: true,
      what: "the scan of the legal representative's identity card",
      description: "The legal representative's identity card: PNG or JPEG, at most 2 MB, as every image here.",
      revisions: { "2026-04": {} },
    },
    businessLicenseImage: {
      type: IMAGE,
      required: { input: "type", values: [1], words: "for type 1 (company)" },
      what: "the scan of the business licence",
      description: "The business licence. Needed for the type Company.",
      revisions: { "2026-04": {} },
    },
    trademarkImage: {
      type: IMAGE,
      required: { input: "type", values: [6], words: "for type 6 (brand)" },
      what: "the scan of the trademark certificate",
      description: "The trademark certificate. Needed for the type Brand.",
      revisions: { "2026-04": {} },
    },
    thirdPartyAuthImage: {
      type: IMAGE,
      required: { input: "type", values: [7], words: "for type 7 (other)" },
      what: "the scan of the third party's authorisation",
      description: "The third party's authorisation. Needed for the type Other.",
      revisions: { "2026-04": {} },
    },
    otherImage: {
      type: IMAGE,
      reviewersOnly: true,
      description: "Anything else for the reviewers. A change of it never files an approved signature again by itself.",
      revisions: { "2026-04": {} },
    },
    images: {
      type: { kind: "documents", formats: FORMATS, most: 4 },
      what: "the scans of what proves the right to the text",
      description: "The scans of what proves the right to the text, four at most: PNG or JPEG, at most 2 MB each.",
      revisions: {
        "2018-11": {
          type: { kind: "documents", formats: FORMATS, most: 1 },
          what: "the scan of what proves the right to the text",
          description: "The scan of what proves the right to the text, one at most: PNG or JPEG, at most 2 MB.",
        },
        "2018-03": {},
      },
    },
    thirdPartyCompanyName: {
      type: TEXT,
      description: "The name of the company for which the signature is used, where that is another company.",
      revisions: { "2026-04": {} },
    },
    remark: {
      type: TEXT,
      reviewersOnly: true,
      description:
        "At most 100 characters for the reviewers. A change of it never files an approved signature again by itself.",
      revisions: { "2026-04": {}, "2018-11": {} },
    },
  },

  behaviour: {
    ...signatureBehaviour,
    superseded: { ...signatureBehaviour.superseded, default: "delete" },
    adoptId: {
      type: { kind: "integer" },
      description:
        "The sign id of an existing signature to take over instead of filing a new one. The resource option `import` means the same.",
    },
    apiRevision: {
      type: {
        kind: "choice",
        values: {
          "2026-04": "for `api.sms.jpush.cn`",
          "2018-11": "for a private installation that asks for a type and one image",
          "2018-03": "for an older one: a text, and up to four images",
        },
      },
      literal: true,
      default: "2026-04",
      description:
        "The revision of JPush's API, which decides what the other inputs are. It is written out in the program: no output of another resource can choose it.",
    },
  },

  outputs: {
    signId: {
      type: { kind: "integer" },
      nullable: true,
      description:
        "The sign id of the newest submission; null while there is none, or while its answer is lost. Do not send with it: use `servingSignId`.",
    },
    servingSignId: {
      type: { kind: "integer" },
      nullable: true,
      description:
        "The sign id to send messages with: while a change is under review still the old id; null before the first approval.",
    },
    ...signatureOutputs,
    isDefault: {
      ...signatureOutputs.isDefault,
      description:
        "Whether it is the app's default signature, of the serving one, else of the newest; null where JPush does not say.",
    },
    rejectionReason: {
      ...signatureOutputs.rejectionReason,
      description: "Why the reviewers rejected it, where that is known: JPush tells it in its callback alone.",
    },
  },
} as const satisfies SignatureTable;

/** The gate that waits for the approval of a JPush signature. */
export const jpushApproval = {
  className: "JPushSmsSignatureApproval",
  type: "jpush:SmsSignatureApproval",
  token: "sms:jpush:SignatureApproval",
  handler: "jpushSmsSignatureApproval",
  description:
    "Waits until the declared JPush signature is approved. Whatever depends on the gate's outputs waits too.",
  inputs: approvalInputs,
  gated: { text: "sign", newest: "signId", serving: "servingSignId" },
  outputs: {
    servingSignId: { type: { kind: "integer" }, description: "The sign id to send messages with." },
    status: { type: APPROVED, description: 'Always `"approved"`: a gate that was not passed has no outputs.' },
  },
} as const satisfies ApprovalTable;

/** JPush's settings, and the explicit provider that takes them. */
export const jpushProvider = {
  className: "JPushProvider",
  namespace: "jpush",
  description: "An account of JPush beside the one that the environment or the stack's configuration names.",
  settings: {
    appKey: {
      type: TEXT,
      account: true,
      required: true,
      variable: "JPUSH_APP_KEY",
      description: "The app's key. A key and a secret of different accounts are never mixed.",
    },
    masterSecret: {
      type: TEXT,
      account: true,
      required: true,
      secret: true,
      variable: "JPUSH_MASTER_SECRET",
      description: "The app's master secret. Always stored as a secret.",
    },
    endpoint: {
      type: TEXT,
      variable: "JPUSH_ENDPOINT",
      default: "https://api.sms.jpush.cn",
      description: "The address of JPush's API.",
    },
    ...requestSettings,
    numberChecks: {
      type: {
        kind: "choice",
        values: { error: "a wrong check character is an error", warning: "a wrong check character is a warning" },
      },
      default: "error",
      description: "What a wrong check character in an identity number or a credit code is.",
    },
    maxSignLength: {
      type: { kind: "integer" },
      default: 8,
      description: "The most characters that a sign may have, 2 to 999. JPush's console says 16 elsewhere.",
    },
    reviewFeed: {
      type: TEXT,
      description:
        "The file, relative to the program's folder, in which a receiver of JPush's callbacks keeps what reviewers said; `rejectionReason` comes from it.",
    },
  },
} as const satisfies ProviderTable;
