import type { Resource } from "../resource";
import { apply } from "./apply";
import { check } from "./check";
import { importSignature } from "./importSignature";
import type { SignatureKind } from "./kind";
import { diff, previewCreate } from "./preview";
import { read } from "./read";
import { remove } from "./remove";

/** A vendor's signature as a resource: the engine's calls in terms of the lifecycle's. */
export function signatureResource(kind: SignatureKind, now: () => string = () => new Date().toISOString()): Resource {
  const { outputs } = kind;
  return {
    type: kind.type,
    settings: kind.settings,
    outputs,
    check: (context, olds, news) => check(kind, context, olds, news),
    previewCreate: (context, inputs) => previewCreate(kind, context, inputs, now),
    diff: (context, id, olds, news) => diff(kind, outputs, context, id, olds, news, now),
    create: (context, inputs) => apply(kind, context, { id: null, inputs, state: null }, now),
    import: (context, id) => importSignature(kind, context, id, now),
    read: (context, id, state) => read(kind, outputs, context, id, state, now),
    update: (context, id, olds, news) => apply(kind, context, { id, inputs: news, state: olds }, now),
    delete: (context, id, state) => remove(kind, context, id, state, now),
  };
}
