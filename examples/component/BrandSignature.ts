import * as pulumi from "@pulumi/pulumi";
import { JPushSignatureType, JPushSmsSignature, JPushSmsSignatureApproval } from "pulumi-sms";

/** What a product team says. The platform team decides the rest. */
export interface BrandSignatureArgs {
  /** The text, without its brackets. */
  readonly sign: pulumi.Input<string>;
  /** What the messages are for: the reviewers read it. */
  readonly purpose?: pulumi.Input<string> | undefined;
  /** How long one run waits for the review. @default "45m" */
  readonly timeout?: pulumi.Input<string> | undefined;
}

/** A signature of the company, and what is needed to send with it. */
export class BrandSignature extends pulumi.ComponentResource {
  /** The sign id to send with. It is known when the reviewers have approved what is declared, and never null. */
  readonly sendWith: pulumi.Output<number>;
  /** The sign id to send messages with while a changed text waits for its approval; null before the first approval. */
  readonly serving: pulumi.Output<number | null>;
  /** How the declared text stands. */
  readonly status: pulumi.Output<string>;

  constructor(name: string, args: BrandSignatureArgs, opts: pulumi.ComponentResourceOptions = {}) {
    // A signature takes days to get, so a deletion must be asked for. Children inherit the option.
    super("acme:messages:BrandSignature", name, {}, { ...opts, protect: opts.protect ?? true });

    const signature = new JPushSmsSignature(
      name,
      {
        ...papers(),
        sign: args.sign,
        type: JPushSignatureType.Company,
        remark: args.purpose,
        // Services that cache the sign id have three days to read the new one.
        supersededAfter: "3d",
      },
      { parent: this },
    );
    const approval = new JPushSmsSignatureApproval(
      `${name}-approved`,
      { signature, timeout: args.timeout ?? "45m" },
      // A gate holds nothing at the vendor.
      { parent: this, protect: false },
    );

    this.sendWith = approval.servingSignId;
    this.serving = signature.servingSignId;
    this.status = signature.status;
    this.registerOutputs({ sendWith: this.sendWith, serving: this.serving, status: this.status });
  }
}

/**
 * The company's papers. Scans are declared by their content, so no repository holds them: the machine that files a
 * signature has them in the folder `company:papers`, and no other machine needs them.
 */
function papers() {
  const config = new pulumi.Config("company");
  const folder = config.get("papers") ?? "../quickstart/documents";
  // Made-up people and numbers: no person's or company's begins so.
  return {
    legalPersonName: config.getSecret("legalPersonName") ?? pulumi.secret("张样本"),
    legalPersonIdNumber: config.getSecret("legalPersonIdNumber") ?? pulumi.secret("999999199001010008"),
    socialCreditCode: "91999999000000000G",
    idCardImage: {
      sha256: "206693a69d8537abc256c87e3649805ff23e08d4a7503f40299c8ef46023803a",
      path: `${folder}/id-card.jpg`,
    },
    businessLicenseImage: {
      sha256: "53e708dade9717ada2fff83ef934f45dd1fca8c16af2121f930e35c4e78b321a",
      path: `${folder}/licence.png`,
    },
  };
}
