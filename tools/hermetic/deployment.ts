import { z } from "zod";

const values = z.record(z.string(), z.unknown());

const resource = z.object({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  inputs: values.default({}),
  outputs: values.default({}),
  initErrors: z.array(z.string()).default([]),
});

const checkpoint = z.object({
  deployment: z.object({
    resources: z.array(resource).default([]),
    pending_operations: z.array(z.object({ type: z.string(), resource })).default([]),
  }),
});

/** A resource as the stack's state holds it; secrets are objects with their ciphertext. */
export type StateResource = z.infer<typeof resource>;

/** A stack's state, from `pulumi stack export`. */
export class Deployment {
  readonly resources: readonly StateResource[];
  readonly pendingOperations: readonly { type: string; resource: StateResource }[];

  /** @param text What `pulumi stack export` printed; searching it shows whether something stands in the open. */
  constructor(readonly text: string) {
    const { deployment } = checkpoint.parse(JSON.parse(text));
    this.resources = deployment.resources;
    this.pendingOperations = deployment.pending_operations;
  }

  /** The one resource of this name that a program declares: the last part of its URN. */
  resource(name: string): StateResource {
    const found = this.resources.filter(({ urn }) => urn.endsWith(`::${name}`) && !isDefaultProvider(urn));
    const [only] = found;
    if (!only || found.length > 1) {
      const urns = this.resources.map(({ urn }) => urn).join("\n");
      throw new Error(`${found.length} resources are named ${name}; there are:\n${urns}`);
    }
    return only;
  }

  /** The stack's outputs. */
  get outputs(): Record<string, unknown> {
    return this.resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {};
  }
}

/** The engine makes a provider by itself where a program declares none. */
function isDefaultProvider(urn: string): boolean {
  return /::pulumi:providers:[\w-]+::default(_|$)/.test(urn);
}
