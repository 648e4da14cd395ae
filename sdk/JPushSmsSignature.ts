import * as pulumi from "@pulumi/pulumi";
import { toDocument } from "./document";
import type { DocumentOutput } from "./document";
import { JPushSignatureType } from "./JPushSignatureType";
import { JPushSignatureType2018 } from "./JPushSignatureType2018";
import { JPushSmsSignatureArgs } from "./JPushSmsSignatureArgs";
import { identityOf } from "./identity";
import { rememberProvider } from "./providers";
import { SmsResource } from "./SmsResource";
import { providerText } from "./providerText";
import { SignatureStatus } from "./SignatureStatus";

/** Every input by name; the constructor names them all, given or not, so that a `.get` has them too. */
const INPUTS: { readonly [Input in keyof Required<JPushSmsSignatureArgs>]: undefined } = {
  sign: undefined,
  type: undefined,
  legalPersonName: undefined,
  legalPersonIdNumber: undefined,
  socialCreditCode: undefined,
  idCardImage: undefined,
  businessLicenseImage: undefined,
  trademarkImage: undefined,
  thirdPartyAuthImage: undefined,
  otherImage: undefined,
  images: undefined,
  thirdPartyCompanyName: undefined,
  remark: undefined,
  whenBusy: undefined,
  whilePending: undefined,
  superseded: undefined,
  supersededAfter: undefined,
  resubmit: undefined,
  adoptId: undefined,
  apiRevision: undefined,
};

const OUTPUTS = {
  signId: undefined,
  status: undefined,
  vendorStatus: undefined,
  servingSignId: undefined,
  isDefault: undefined,
  inUse: undefined,
  rejectionReason: undefined,
  accountFingerprint: undefined,
  __ledger: undefined,
};

const PRIVATE = ["legalPersonName", "legalPersonIdNumber"] as const;
const DOCUMENTS = [
  "idCardImage",
  "businessLicenseImage",
  "trademarkImage",
  "thirdPartyAuthImage",
  "otherImage",
] as const;

/** A JPush SMS signature: filed with its documents, reviewed by people, and kept as it is declared. */
export class JPushSmsSignature extends SmsResource {
  declare readonly sign: pulumi.Output<string>;
  declare readonly type: pulumi.Output<JPushSignatureType | JPushSignatureType2018 | undefined>;
  declare readonly legalPersonName: pulumi.Output<string | undefined>;
  declare readonly legalPersonIdNumber: pulumi.Output<string | undefined>;
  declare readonly socialCreditCode: pulumi.Output<string | undefined>;
  declare readonly idCardImage: pulumi.Output<DocumentOutput | undefined>;
  declare readonly businessLicenseImage: pulumi.Output<DocumentOutput | undefined>;
  declare readonly trademarkImage: pulumi.Output<DocumentOutput | undefined>;
  declare readonly thirdPartyAuthImage: pulumi.Output<DocumentOutput | undefined>;
  declare readonly otherImage: pulumi.Output<DocumentOutput | undefined>;
  declare readonly images: pulumi.Output<DocumentOutput[] | undefined>;
  declare readonly thirdPartyCompanyName: pulumi.Output<string | undefined>;
  declare readonly remark: pulumi.Output<string | undefined>;
  declare readonly whenBusy: pulumi.Output<"queue" | "fail" | undefined>;
  declare readonly whilePending: pulumi.Output<"after" | "withdraw" | "refuse" | undefined>;
  declare readonly superseded: pulumi.Output<"delete" | "keep" | undefined>;
  declare readonly supersededAfter: pulumi.Output<string | undefined>;
  declare readonly resubmit: pulumi.Output<string | undefined>;
  declare readonly adoptId: pulumi.Output<number | undefined>;
  declare readonly apiRevision: pulumi.Output<"2026-04" | "2018-11" | "2018-03" | undefined>;
  /** The sign id of the newest submission; null while there is none. */
  declare readonly signId: pulumi.Output<number | null>;
  /** How the declared content stands. */
  declare readonly status: pulumi.Output<SignatureStatus>;
  /** JPush's own value of the status, as text. */
  declare readonly vendorStatus: pulumi.Output<string | null>;
  /** The sign id that may be sent with now: during a change still the old one; null before the first approval. */
  declare readonly servingSignId: pulumi.Output<number | null>;
  /** Whether it is the app's default signature; null where JPush does not say. */
  declare readonly isDefault: pulumi.Output<boolean | null>;
  declare readonly inUse: pulumi.Output<boolean | null>;
  /** Why it was rejected, where that is known: JPush tells it in its callback alone. */
  declare readonly rejectionReason: pulumi.Output<string | null>;
  /** Tells which account and endpoint it was filed with, without telling them. */
  declare readonly accountFingerprint: pulumi.Output<string>;

  /**
   * Reads a signature that somebody else manages. Nothing is ever filed, changed or deleted for it; the run fails where
   * the app has none of that id.
   * @param id its sign id
   */
  static get(
    name: string,
    id: pulumi.Input<number | string>,
    opts: pulumi.CustomResourceOptions = {},
  ): JPushSmsSignature {
    // With an overload for it the compiler would no longer name what is missing in a declaration.
    return new JPushSmsSignature(name, {} as JPushSmsSignatureArgs, { ...opts, id: pulumi.output(id).apply(String) });
  }

  /**
   * @param name the resource's name in the stack
   * @param args what is declared
   * @param opts Pulumi's resource options; `import` takes over the signature of that sign id
   */
  constructor(name: string, args: JPushSmsSignatureArgs, opts: pulumi.CustomResourceOptions = {}) {
    const { import: importId, ...rest } = opts;
    const options: pulumi.CustomResourceOptions = {
      ...rest,
      additionalSecretOutputs: [...(rest.additionalSecretOutputs ?? []), ...PRIVATE, "__ledger"],
    };
    super(
      "pulumi-nodejs:dynamic/jpush:SmsSignature",
      name,
      {
        ...INPUTS,
        ...args,
        ...Object.fromEntries(DOCUMENTS.map((input) => [input, toDocument(args[input])])),
        // A program in JavaScript can give anything: what is no list is told by check, with every other fault.
        images: Array.isArray(args.images) ? args.images.map(toDocument) : args.images,
        // Undefined stays undefined: a secret of it would be an input that was given.
        ...Object.fromEntries(
          PRIVATE.filter((input) => args[input] !== undefined).map((input) => [input, pulumi.secret(args[input])]),
        ),
        // Both are told to check, which refuses two that differ.
        ...(importId === undefined
          ? {}
          : { adoptId: args.adoptId === undefined ? importId : [args.adoptId, importId] }),
        ...OUTPUTS,
        __resource: identityOf(name, opts),
        __provider: providerText("jpushSmsSignature"),
      },
      options,
    );
    // The SDK has put the provider there that it chose, also one that comes from a parent.
    rememberProvider(this, options.provider);
  }
}
