import { ReadResourceResponse, RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb";

/*
 * The SDK writes each of the engine's answers into its debug log, whole and with secrets in the clear, and
 * `pulumi up --json` prints that log. Of this package's resources and providers it gets the URN.
 */

/** The types that this package has registered. Its base classes add them: nobody has to list a new resource. */
const types = new Set<string>();

/**
 * Must be called before a resource of the type is registered.
 * @internal
 */
export function keepOutOfDebugLog(type: string): void {
  types.add(type);
}

for (const { prototype } of [RegisterResourceResponse, ReadResourceResponse]) {
  // Called below as the method that it is.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const whole = prototype.toString;
  prototype.toString = function (this: RegisterResourceResponse | ReadResourceResponse): string {
    const urn = this.getUrn();
    return mayBeOurs(urn) ? urn || "an answer of the engine without a URN" : whole.call(this);
  };
}

/** By the type in the URN, which stands behind those of the resource's parents. An answer without one may be anybody's. */
function mayBeOurs(urn: string): boolean {
  const type = /^urn:pulumi:[^]*?::[^]*?::([^]*?)::/.exec(urn)?.[1]?.split("$").at(-1);
  return type === undefined || types.has(type);
}
