import * as pulumi from "@pulumi/pulumi";
import type { ApprovalTable, SignatureTable } from "../properties/property";
import { inputsOf, namesWith } from "../properties/property";
import { toDocument, toDocuments } from "./document";
import { identityOf } from "./identity";
import { providerText } from "./providerText";
import { closeWhenSaved } from "./savedState";
import { SmsResource } from "./SmsResource";

const PREFIX = "pulumi-nodejs:dynamic/";

/** The provider of each signature, so that a gate asks the same account as its signature. */
const providers = new WeakMap<SmsSignature, pulumi.ProviderResource>();

/** What the signatures of every vendor are: a resource with the inputs and outputs of its property table. */
export abstract class SmsSignature extends SmsResource {
  /** @internal */
  constructor(table: SignatureTable, name: string, args: object, opts: pulumi.CustomResourceOptions) {
    const { import: importId, ...rest } = opts;
    const options: pulumi.CustomResourceOptions = {
      ...rest,
      additionalSecretOutputs: [
        ...(rest.additionalSecretOutputs ?? []),
        ...namesWith({ ...inputsOf(table), ...table.outputs }, "secret"),
      ],
    };
    const identity = identityOf(name, opts);
    super(
      PREFIX + table.type,
      name,
      {
        ...declared(table, { ...args }, importId),
        ...withoutValues(table.outputs),
        __resource: identity,
        __provider: providerText(table.handler),
      },
      options,
    );
    // The SDK has put the provider there that it chose, also one that comes from a parent.
    if (options.provider !== undefined) providers.set(this, options.provider);
    closeWhenSaved(this, table.type, identity, (this as { __ledger?: pulumi.Output<unknown> }).__ledger);
  }
}

/** What a gate is told of its signature, from the signature's outputs. */
interface Gated {
  readonly text: pulumi.Output<string>;
  /** The vendor's key of the newest submission. */
  readonly newest: pulumi.Output<number | string | null>;
  readonly serving: pulumi.Output<number | string | null>;
  readonly status: pulumi.Output<string>;
  readonly rejectionReason: pulumi.Output<string | null>;
  readonly account: pulumi.Output<string>;
}

/** What the approval gates of every vendor are. */
export abstract class SmsSignatureApproval extends SmsResource {
  /** @internal */
  constructor(
    table: ApprovalTable,
    name: string,
    { signature, ...args }: { readonly signature: SmsSignature; readonly timeout?: unknown },
    gated: Gated,
    opts: pulumi.CustomResourceOptions,
  ) {
    const provider = opts.provider ?? providers.get(signature);
    super(
      PREFIX + table.type,
      name,
      {
        ...withoutValues(table.inputs),
        ...args,
        signature: gated,
        ...withoutValues(table.outputs),
        __resource: identityOf(name, opts),
        __provider: providerText(table.handler),
      },
      provider === undefined ? opts : { ...opts, provider },
    );
  }
}

/** Every input by name, given or not, so that a `.get` has them all, too. */
function declared(
  table: SignatureTable,
  args: { readonly [input: string]: unknown },
  importId: string | undefined,
): pulumi.Inputs {
  const inputs = Object.entries(inputsOf(table)).map(([name, { type, secret }]): [string, unknown] => {
    const given = args[name];
    if (type.kind === "document") return [name, toDocument(given)];
    if (type.kind === "documents") return [name, toDocuments(given)];
    // Undefined stays undefined: a secret of it would be an input that was given.
    return [name, secret && given !== undefined ? pulumi.secret(given) : given];
  });
  const all: pulumi.Inputs = { ...args, ...Object.fromEntries(inputs) };
  if (importId === undefined) return all;
  // Both are told to check, which refuses two that differ.
  return { ...all, adoptId: args["adoptId"] === undefined ? importId : [args["adoptId"], importId] };
}

function withoutValues(rows: object): pulumi.Inputs {
  return Object.fromEntries(Object.keys(rows).map((name) => [name, undefined]));
}
