import * as pulumi from "@pulumi/pulumi";
import { explicitProviderInputs } from "./explicitProvider";

/**
 * An account of Huawei Cloud beside the one that the environment or the stack's configuration names, with credentials
 * of one kind: access keys, a token, or an IAM user for whom tokens are fetched.
 */
export interface HuaweiProviderArgs {
  /** The region in which the service was opened: `cn-north-4` or `cn-south-1`. */
  region?: pulumi.Input<string>;
  /** The id of the region's project. Where it is not given it is looked up; without it a preview cannot tell accounts apart. */
  projectId?: pulumi.Input<string>;
  /** The access key (AK). */
  accessKey?: pulumi.Input<string>;
  /** The secret key (SK) of the access key. Always stored as a secret. */
  secretKey?: pulumi.Input<string>;
  /** Beside temporary keys. Always stored as a secret. */
  securityToken?: pulumi.Input<string>;
  /** A token of the region's project, valid for 24 hours. Always stored as a secret. */
  token?: pulumi.Input<string>;
  /** The name of an IAM user. */
  userName?: pulumi.Input<string>;
  /** The IAM user's password. Always stored as a secret. */
  password?: pulumi.Input<string>;
  /** The name of the account to which the IAM user belongs. */
  domainName?: pulumi.Input<string>;
  /** @default "https://msgsms.<region>.myhuaweicloud.com" */
  endpoint?: pulumi.Input<string>;
  /** Where tokens and project ids come from. @default "https://iam.<region>.myhuaweicloud.com" */
  iamEndpoint?: pulumi.Input<string>;
  /** `true` lets an endpoint off the loopback be http. */
  insecureHttp?: pulumi.Input<boolean>;
  /** How long to wait for a connection. @default "10s" */
  connectTimeout?: pulumi.Input<string>;
  /** How long one request may take as a whole. @default "60s" */
  requestTimeout?: pulumi.Input<string>;
  /** How often a request that certainly did nothing is tried. @default 3 */
  maxTries?: pulumi.Input<number>;
}

/** What names an account is never taken from the program's configuration, which may name another one. */
const SETTINGS = {
  credentials: ["projectId", "accessKey", "secretKey", "securityToken", "token", "userName", "password", "domainName"],
  secrets: ["secretKey", "securityToken", "token", "password"],
  inherited: ["region", "endpoint", "iamEndpoint", "insecureHttp", "connectTimeout", "requestTimeout", "maxTries"],
};

/**
 * An explicit provider: `new HuaweiSmsSignature(name, args, { provider: new HuaweiProvider("subsidiary", { … }) })`.
 * Its credentials come before the environment's and the stack's; only when the environment holds complete ones of the
 * same access key, or of the same IAM user, are those used, so that a rotated secret also serves a refresh and a destroy.
 */
export class HuaweiProvider extends pulumi.ProviderResource {
  constructor(name: string, args: HuaweiProviderArgs, opts?: pulumi.ResourceOptions) {
    super("pulumi-nodejs", name, explicitProviderInputs("huaweicloud", { ...args }, SETTINGS), opts);
  }
}
