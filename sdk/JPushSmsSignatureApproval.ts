import * as pulumi from "@pulumi/pulumi";
import { JPushSmsSignature } from "./JPushSmsSignature";
import { providerOf } from "./providers";
import { providerText } from "./providerText";
import { SmsResource } from "./SmsResource";

export interface JPushSmsSignatureApprovalArgs {
  /** The signature whose approval is waited for. */
  signature: JPushSmsSignature;
  /**
   * How long one run waits, at most `24d`: `90s`, `45m`, `24h`, `3d`; with `0s` it looks once. A run that is interrupted ends its wait first.
   * @default "1h"
   */
  timeout?: pulumi.Input<string>;
}

/**
 * Waits until what a signature declares may be sent with. Whatever depends on its outputs is not touched before.
 *
 * A rejection, a signature that is still queued and the end of the timeout are errors that say what to do; nothing is
 * lost by them, and the next run waits again. A gate holds nothing at JPush: reading and deleting it asks nobody.
 */
export class JPushSmsSignatureApproval extends SmsResource {
  /** The sign id that may be sent with. */
  declare readonly servingSignId: pulumi.Output<number>;
  declare readonly status: pulumi.Output<"approved">;

  constructor(name: string, args: JPushSmsSignatureApprovalArgs, opts: pulumi.CustomResourceOptions = {}) {
    const { signature, timeout } = args;
    const provider = opts.provider ?? providerOf(signature);
    super(
      "pulumi-nodejs:dynamic/jpush:SmsSignatureApproval",
      name,
      {
        signature: {
          text: signature.sign,
          newest: signature.signId,
          serving: signature.servingSignId,
          status: signature.status,
          rejectionReason: signature.rejectionReason,
          account: signature.accountFingerprint,
        },
        timeout,
        servingSignId: undefined,
        status: undefined,
        __provider: providerText("jpushSmsSignatureApproval"),
      },
      provider === undefined ? opts : { ...opts, provider },
    );
  }
}
