import * as pulumi from "@pulumi/pulumi";
import { HuaweiSmsSignature } from "./HuaweiSmsSignature";
import { providerOf } from "./providers";
import { providerText } from "./providerText";
import { SmsResource } from "./SmsResource";

export interface HuaweiSmsSignatureApprovalArgs {
  /** The signature whose approval is waited for. */
  signature: HuaweiSmsSignature;
  /**
   * How long one run waits, at most `24d`: `90s`, `45m`, `24h`, `3d`; with `0s` it looks once. A run that is interrupted ends its wait first.
   * @default "1h"
   */
  timeout?: pulumi.Input<string>;
}

/**
 * Waits until what a signature declares may be sent with. Whatever depends on its outputs is not touched before.
 *
 * A rejection and the end of the timeout are errors that say what to do; nothing is lost by them, and the next run waits
 * again. A gate holds nothing at Huawei Cloud: reading and deleting it asks nobody.
 */
export class HuaweiSmsSignatureApproval extends SmsResource {
  /** The signature_id that may be sent with. */
  declare readonly servingSignatureId: pulumi.Output<string>;
  declare readonly status: pulumi.Output<"approved">;

  constructor(name: string, args: HuaweiSmsSignatureApprovalArgs, opts: pulumi.CustomResourceOptions = {}) {
    const { signature, timeout } = args;
    const provider = opts.provider ?? providerOf(signature);
    super(
      "pulumi-nodejs:dynamic/huaweicloud:SmsSignatureApproval",
      name,
      {
        signature: {
          text: signature.signatureName,
          newest: signature.__newest,
          serving: signature.servingSignatureId,
          status: signature.status,
          rejectionReason: signature.rejectionReason,
          account: signature.accountFingerprint,
        },
        timeout,
        servingSignatureId: undefined,
        status: undefined,
        __provider: providerText("huaweiSmsSignatureApproval"),
      },
      provider === undefined ? opts : { ...opts, provider },
    );
  }
}
