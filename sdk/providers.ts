import * as pulumi from "@pulumi/pulumi";

/** The provider of each signature, so that a gate asks the same account as its signature. */
const providers = new WeakMap<pulumi.Resource, pulumi.ProviderResource>();

/** @internal */
export function rememberProvider(resource: pulumi.Resource, provider: pulumi.ProviderResource | undefined): void {
  if (provider !== undefined) providers.set(resource, provider);
}

/** @internal */
export function providerOf(resource: pulumi.Resource): pulumi.ProviderResource | undefined {
  return providers.get(resource);
}
