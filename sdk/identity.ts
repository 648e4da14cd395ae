import * as pulumi from "@pulumi/pulumi";

type Later = Promise<string>;

/**
 * Which resource this is: the plugin is not told, and needs it to find after a killed run what that had filed.
 * @internal
 */
export function identityOf(
  name: string,
  { parent, aliases }: pulumi.ResourceOptions,
): {
  organization?: string;
  project: string;
  stack: string;
  name: string;
  parent?: Later;
  formerly?: pulumi.Input<string[]>;
} {
  return {
    ...organization(),
    project: pulumi.getProject(),
    stack: pulumi.getStack(),
    name,
    ...(parent === undefined ? {} : { parent: urnOf(parent) }),
    ...(aliases === undefined ? {} : { formerly: pulumi.output(aliases).apply((all) => all.flatMap(nameIn)) }),
  };
}

/** "organization" is what backends without organizations call theirs. Under mocks of four arguments the SDK throws. */
function organization(): { organization?: string } {
  try {
    const organization = pulumi.getOrganization();
    return organization === "organization" ? {} : { organization };
  } catch {
    return {};
  }
}

/** A promise, since as an output it would make the parent a dependency of its own child. */
function urnOf(resource: pulumi.Resource): Later {
  return new Promise((resolve) => void resource.urn.apply(resolve));
}

function nameIn(alias: pulumi.Unwrap<pulumi.URN | pulumi.Alias>): string[] {
  const name = typeof alias === "string" ? alias.split("::").at(-1) : alias.name;
  return name === undefined ? [] : [name];
}
