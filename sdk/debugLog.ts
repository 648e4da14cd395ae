import { ReadResourceResponse, RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb";

/*
 * The SDK writes each of the engine's answers into its debug log, whole and with secrets in the clear, and
 * `pulumi up --json` prints that log. Of this package's resources and providers it gets the URN.
 */

/** By the type in the URN, which stands behind those of the resource's parents. */
const OURS = /[:$](pulumi-nodejs:dynamic\/(jpush|huaweicloud):|pulumi:providers:pulumi-nodejs::)/;

for (const { prototype } of [RegisterResourceResponse, ReadResourceResponse]) {
  // Called below as the method that it is.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const whole = prototype.toString;
  prototype.toString = function (this: RegisterResourceResponse | ReadResourceResponse): string {
    return OURS.test(this.getUrn()) ? this.getUrn() : whole.call(this);
  };
}
