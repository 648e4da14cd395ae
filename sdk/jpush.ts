import * as pulumi from "@pulumi/pulumi";
import { jpushApproval, jpushProvider, jpushSignature } from "../properties";
import type { JPushProviderArgs, JPushSmsSignatureApprovalArgs, JPushSmsSignatureArgs } from "./generated/jpush";
import { JPushSmsSignatureApprovalProperties, JPushSmsSignatureProperties } from "./generated/jpush";
import { SETTING_READERS } from "../provider/jpush/settings";
import { warnOfMistypedSettings } from "./mistypedSettings";
import { signatureOf } from "./refuse";
import { SmsProvider } from "./SmsProvider";

/** A JPush SMS signature: filed with its documents, reviewed by people, and kept as it is declared. */
export class JPushSmsSignature extends JPushSmsSignatureProperties {
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
    super(jpushSignature, name, args, opts);
    warnOfMistypedSettings();
  }
}

/**
 * Waits until the declared signature is approved. Whatever depends on the gate's outputs waits too.
 *
 * A rejection, a signature that is still queued and the end of the timeout are errors that say what to do; nothing is
 * lost by them, and the next run waits again. A gate holds nothing at JPush: reading and deleting it asks nobody.
 */
export class JPushSmsSignatureApproval extends JPushSmsSignatureApprovalProperties {
  constructor(name: string, args: JPushSmsSignatureApprovalArgs, opts: pulumi.CustomResourceOptions = {}) {
    const { sign, signId, servingSignId, status, rejectionReason, accountFingerprint } = signatureOf(
      jpushApproval,
      name,
      args,
    );
    const gated = { text: sign, newest: signId, serving: servingSignId, status, rejectionReason };
    super(jpushApproval, name, args, { ...gated, account: accountFingerprint }, opts);
  }
}

/**
 * An explicit provider: `new JPushSmsSignature(name, args, { provider: new JPushProvider("subsidiary", { … }) })`.
 * Its account comes before the environment's and the stack's; only when the environment names the same app key is the
 * environment's secret used, so that a rotated secret also serves a refresh and a destroy.
 */
export class JPushProvider extends SmsProvider {
  constructor(name: string, args: JPushProviderArgs, opts?: pulumi.ResourceOptions) {
    super(jpushProvider, SETTING_READERS, name, args, opts);
  }
}
