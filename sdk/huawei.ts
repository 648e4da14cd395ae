import * as pulumi from "@pulumi/pulumi";
import { huaweiApproval, huaweiProvider, huaweiSignature } from "../properties";
import type { HuaweiProviderArgs, HuaweiSmsSignatureApprovalArgs, HuaweiSmsSignatureArgs } from "./generated/huawei";
import { HuaweiSmsSignatureApprovalProperties, HuaweiSmsSignatureProperties } from "./generated/huawei";
import { SETTING_READERS } from "../provider/huawei/settings";
import { signatureOf } from "./refuse";
import { SmsProvider } from "./SmsProvider";

/**
 * A Huawei Cloud SMS signature: filed with its documents, reviewed by people, and kept as it is declared. Deleting an
 * approved one also deletes its channel number and every template under it; so a superseded one is kept unless
 * `superseded` is `"delete"`.
 */
export class HuaweiSmsSignature extends HuaweiSmsSignatureProperties {
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
    super(huaweiSignature, name, args, opts);
  }
}

/**
 * Waits until the declared signature is approved. Whatever depends on the gate's outputs waits too.
 *
 * A rejection and the end of the timeout are errors that say what to do; nothing is lost by them, and the next run waits
 * again. A gate holds nothing at Huawei Cloud: reading and deleting it asks nobody.
 */
export class HuaweiSmsSignatureApproval extends HuaweiSmsSignatureApprovalProperties {
  constructor(name: string, args: HuaweiSmsSignatureApprovalArgs, opts: pulumi.CustomResourceOptions = {}) {
    const { signatureName, __newest, servingSignatureId, status, rejectionReason, accountFingerprint } = signatureOf(
      huaweiApproval,
      name,
      args,
    );
    const gated = { text: signatureName, newest: __newest, serving: servingSignatureId, status, rejectionReason };
    super(huaweiApproval, name, args, { ...gated, account: accountFingerprint }, opts);
  }
}

/**
 * An explicit provider: `new HuaweiSmsSignature(name, args, { provider: new HuaweiProvider("subsidiary", { … }) })`.
 * Its credentials come before the environment's and the stack's; only when the environment holds complete ones of the
 * same access key, or of the same IAM user, are those used, so that a rotated secret also serves a refresh and a destroy.
 */
export class HuaweiProvider extends SmsProvider {
  constructor(name: string, args: HuaweiProviderArgs, opts?: pulumi.ResourceOptions) {
    super(huaweiProvider, SETTING_READERS, name, args, opts);
  }
}
