import * as pulumi from "@pulumi/pulumi";
import { explicitProviderInputs } from "./explicitProvider";

/** An account of JPush beside the one that the environment or the stack's configuration names. */
export interface JPushProviderArgs {
  /** The app's key. */
  appKey: pulumi.Input<string>;
  /** The app's master secret. Always stored as a secret. */
  masterSecret: pulumi.Input<string>;
  /** @default "https://api.sms.jpush.cn" */
  endpoint?: pulumi.Input<string>;
  /** `true` lets an endpoint off the loopback be http. */
  insecureHttp?: pulumi.Input<boolean>;
  /** Whether wrong check characters in an identity number or a credit code are an `error` or a `warning`. @default "error" */
  numberChecks?: pulumi.Input<"error" | "warning">;
  /** The most characters that a sign may have. @default 8 */
  maxSignLength?: pulumi.Input<number>;
  /** How long to wait for a connection. @default "10s" */
  connectTimeout?: pulumi.Input<string>;
  /** How long one request may take as a whole. @default "60s" */
  requestTimeout?: pulumi.Input<string>;
  /** How often a request that certainly did nothing is tried. @default 3 */
  maxTries?: pulumi.Input<number>;
  /** The file, relative to the program's folder, in which a receiver of JPush's callbacks keeps what reviewers said. */
  reviewFeed?: pulumi.Input<string>;
}

/** Key and secret are never taken from the program's configuration. */
const SETTINGS = {
  credentials: ["appKey", "masterSecret"],
  secrets: ["masterSecret"],
  inherited: [
    "endpoint",
    "insecureHttp",
    "numberChecks",
    "maxSignLength",
    "connectTimeout",
    "requestTimeout",
    "maxTries",
    "reviewFeed",
  ],
};

/**
 * An explicit provider: `new JPushSmsSignature(name, args, { provider: new JPushProvider("subsidiary", { … }) })`.
 * Its account comes before the environment's and the stack's; only when the environment names the same app key is the
 * environment's secret used, so that a rotated secret also serves a refresh and a destroy.
 */
export class JPushProvider extends pulumi.ProviderResource {
  constructor(name: string, args: JPushProviderArgs, opts?: pulumi.ResourceOptions) {
    super("pulumi-nodejs", name, explicitProviderInputs("jpush", { ...args }, SETTINGS), opts);
  }
}
