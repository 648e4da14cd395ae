import * as pulumi from "@pulumi/pulumi";
import { toDocument } from "./document";
import type { DocumentOrIdInput, DocumentOrIdOutput } from "./document";
import type { HuaweiSignatureSource } from "./HuaweiSignatureSource";
import type { HuaweiSignatureType } from "./HuaweiSignatureType";
import { identityOf } from "./identity";
import { rememberProvider } from "./providers";
import { providerText } from "./providerText";
import { SignatureBehaviour } from "./SignatureBehaviour";
import { SignatureStatus } from "./SignatureStatus";
import { SmsResource } from "./SmsResource";

/**
 * What a Huawei Cloud signature declares. There is never a second one of the same name and type in an account: a change
 * of anything else of an approved one is refused, unless `allowOutage` is set.
 * @see https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html
 */
export interface HuaweiSmsSignatureArgs extends SignatureBehaviour {
  /** The primary key of the application that it belongs to; this or `appName` is needed. */
  appId?: pulumi.Input<string>;
  /** The application's name, looked up when it is filed; refused where several have it. */
  appName?: pulumi.Input<string>;
  /** The text without its brackets. The console takes 2 to 32 Chinese characters, letters and digits; others are warned of. */
  signatureName: pulumi.Input<string>;
  /** What the text names; it decides what else is needed. */
  signatureSource: pulumi.Input<HuaweiSignatureSource>;
  /** What it is sent for. */
  signatureType: pulumi.Input<HuaweiSignatureType>;
  /** Whether a third party's rights are involved. */
  involvesThirdParty: pulumi.Input<boolean>;
  /** For the reviewers. Never files an approved signature again by itself. */
  description?: pulumi.Input<string>;
  /** The business licence: PNG, JPEG or GIF, at most 2 MB, as every document here. */
  businessLicense?: DocumentOrIdInput;
  /** The power of attorney; it can be a PDF too. */
  powerOfAttorney?: DocumentOrIdInput;
  /** Needed for an app (screenshot of its ICP filing) and for a trademark (its certificate). */
  sourceProof?: DocumentOrIdInput;
  /** The app's ICP filing number; needed for an app. */
  licenseNumber?: pulumi.Input<string>;
  /** The trademark's number; needed for a trademark. */
  registrationNumber?: pulumi.Input<string>;
  /** The qualification, which is made in the console alone; on the Chinese site reviews fail without it. Never files an approved signature again by itself. */
  qualificationId?: pulumi.Input<string>;
  /** The title of the source. Discarded by Huawei Cloud, though still listed as mandatory for all but enterprises and trademarks. */
  sourceTitleContent?: pulumi.Input<string>;
  /**
   * Where something else than name or type of an approved signature is changed: deletes it first, with its channel number
   * and every template under it, and files it anew. **Nothing can be sent until the next approval.**
   * @default false
   */
  allowOutage?: pulumi.Input<boolean>;
  /** The id of an existing signature to take over instead of filing a new one: the signature_id that the console shows, or the primary key. The resource option `import` means the same. */
  adoptId?: pulumi.Input<string>;
}

/** Every input by name; the constructor names them all, given or not, so that a `.get` has them too. */
const INPUTS: { readonly [Input in keyof Required<HuaweiSmsSignatureArgs>]: undefined } = {
  appId: undefined,
  appName: undefined,
  signatureName: undefined,
  signatureSource: undefined,
  signatureType: undefined,
  involvesThirdParty: undefined,
  description: undefined,
  businessLicense: undefined,
  powerOfAttorney: undefined,
  sourceProof: undefined,
  licenseNumber: undefined,
  registrationNumber: undefined,
  qualificationId: undefined,
  sourceTitleContent: undefined,
  whenBusy: undefined,
  whilePending: undefined,
  superseded: undefined,
  supersededAfter: undefined,
  resubmit: undefined,
  allowOutage: undefined,
  adoptId: undefined,
};

const OUTPUTS = {
  signatureId: undefined,
  status: undefined,
  vendorStatus: undefined,
  servingSignatureId: undefined,
  channelNumber: undefined,
  createTime: undefined,
  updateTime: undefined,
  isDefault: undefined,
  inUse: undefined,
  rejectionReason: undefined,
  accountFingerprint: undefined,
  __newest: undefined,
  __ledger: undefined,
};

const DOCUMENTS = ["businessLicense", "powerOfAttorney", "sourceProof"] as const;

/**
 * A Huawei Cloud SMS signature: filed with its documents, reviewed by people, and kept as it is declared. Deleting an
 * approved one also deletes its channel number and every template under it; so a superseded one is kept unless
 * `superseded` is `"delete"`.
 */
export class HuaweiSmsSignature extends SmsResource {
  declare readonly appId: pulumi.Output<string | undefined>;
  declare readonly appName: pulumi.Output<string | undefined>;
  declare readonly signatureName: pulumi.Output<string>;
  declare readonly signatureSource: pulumi.Output<HuaweiSignatureSource>;
  declare readonly signatureType: pulumi.Output<HuaweiSignatureType>;
  declare readonly involvesThirdParty: pulumi.Output<boolean>;
  declare readonly description: pulumi.Output<string | undefined>;
  declare readonly businessLicense: pulumi.Output<DocumentOrIdOutput | undefined>;
  declare readonly powerOfAttorney: pulumi.Output<DocumentOrIdOutput | undefined>;
  declare readonly sourceProof: pulumi.Output<DocumentOrIdOutput | undefined>;
  declare readonly licenseNumber: pulumi.Output<string | undefined>;
  declare readonly registrationNumber: pulumi.Output<string | undefined>;
  declare readonly qualificationId: pulumi.Output<string | undefined>;
  declare readonly sourceTitleContent: pulumi.Output<string | undefined>;
  declare readonly whenBusy: pulumi.Output<"queue" | "fail" | undefined>;
  declare readonly whilePending: pulumi.Output<"after" | "withdraw" | "refuse" | undefined>;
  declare readonly superseded: pulumi.Output<"delete" | "keep" | undefined>;
  declare readonly supersededAfter: pulumi.Output<string | undefined>;
  declare readonly resubmit: pulumi.Output<string | undefined>;
  declare readonly allowOutage: pulumi.Output<boolean | undefined>;
  declare readonly adoptId: pulumi.Output<string | undefined>;
  /** The signature_id of the newest submission; null while there is none. */
  declare readonly signatureId: pulumi.Output<string | null>;
  /** How the declared content stands. */
  declare readonly status: pulumi.Output<SignatureStatus>;
  /** Huawei Cloud's own value of the status. */
  declare readonly vendorStatus: pulumi.Output<string | null>;
  /** The signature_id of the one that may be sent with: during a change still the old one; null before the first approval. */
  declare readonly servingSignatureId: pulumi.Output<string | null>;
  /** The channel number of the one that may be sent with; null until Huawei Cloud has given it one. */
  declare readonly channelNumber: pulumi.Output<string | null>;
  /** When the newest submission was made, as Huawei Cloud writes it: `yyyy-MM-dd HH:mm:ss`, of a time zone that it does not document. */
  declare readonly createTime: pulumi.Output<string | null>;
  /** When the newest submission was changed last, written alike. */
  declare readonly updateTime: pulumi.Output<string | null>;
  /** Why it was rejected. */
  declare readonly rejectionReason: pulumi.Output<string | null>;
  /** Tells which project and endpoint it was filed with, without telling them. */
  declare readonly accountFingerprint: pulumi.Output<string>;
  /**
   * The primary key of the newest submission, by which a gate asks.
   * @internal
   */
  declare readonly __newest: pulumi.Output<string | null>;

  /**
   * Reads a signature that somebody else manages. Nothing is ever filed, changed or deleted for it; the run fails where
   * the project has none of that id.
   * @param id the signature_id that the console shows, or its primary key
   */
  static get(name: string, id: pulumi.Input<string>, opts: pulumi.CustomResourceOptions = {}): HuaweiSmsSignature {
    // With an overload for it the compiler would no longer name what is missing in a declaration.
    return new HuaweiSmsSignature(name, {} as HuaweiSmsSignatureArgs, { ...opts, id });
  }

  /**
   * @param name the resource's name in the stack
   * @param args what is declared
   * @param opts Pulumi's resource options; `import` takes over the signature of that signature_id or primary key
   */
  constructor(name: string, args: HuaweiSmsSignatureArgs, opts: pulumi.CustomResourceOptions = {}) {
    const { import: importId, ...rest } = opts;
    const options: pulumi.CustomResourceOptions = {
      ...rest,
      additionalSecretOutputs: [...(rest.additionalSecretOutputs ?? []), "__ledger"],
    };
    super(
      "pulumi-nodejs:dynamic/huaweicloud:SmsSignature",
      name,
      {
        ...INPUTS,
        ...args,
        ...Object.fromEntries(DOCUMENTS.map((input) => [input, toDocument(args[input])])),
        // Both are told to check, which refuses two that differ.
        ...(importId === undefined
          ? {}
          : { adoptId: args.adoptId === undefined ? importId : [args.adoptId, importId] }),
        ...OUTPUTS,
        __resource: identityOf(name, opts),
        __provider: providerText("huaweiSmsSignature"),
      },
      options,
    );
    // The SDK has put the provider there that it chose, also one that comes from a parent.
    rememberProvider(this, options.provider);
  }
}
