import type { Context } from "../context";
import type { Checked } from "../resource";
import { hasUnknown } from "../values";
import type { Values } from "../values";
import type { SignatureKind } from "./kind";
import { areImported } from "./imports";
import { noteChecked } from "./reviews";

/** Nobody has declared what an import read, so there is nobody to warn of what is missing in it. */
const SILENT: Context["log"] = { info: () => undefined, warning: () => undefined };

/** Judges the inputs by the vendor's rules, and tells of another resource that declares the same signature. */
export async function check(
  kind: SignatureKind,
  context: Context,
  olds: Values | null,
  news: Values,
): Promise<Checked> {
  const checked = await kind.check(areImported(context, news) ? { ...context, log: SILENT } : context, olds, news);
  const other = noteChecked(context, contentKey(kind, context, { ...news, ...checked.normalised }));
  if (other !== null) {
    context.log.warning(
      `The resource "${other}" declares the same signature in the same account. Both are filed, each with its documents: declare it once, and give the others its outputs.`,
    );
  }
  return checked;
}

/** What two resources of an account should not both declare; null where that is not known. */
function contentKey(kind: SignatureKind, context: Context, inputs: Values): string | null {
  const { fingerprint } = kind.accountOf(context, inputs);
  const names = kind.rules.uniqueBy ?? [kind.rules.textField];
  if (fingerprint === null || names.some((name) => hasUnknown(inputs[name]) || inputs[name] === undefined)) return null;
  return JSON.stringify([kind.type, fingerprint, ...names.map((name) => inputs[name])]);
}
