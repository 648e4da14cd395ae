import type { Context } from "../context";
import { AbsentSignatureError, AdoptionError } from "../errors";
import { observe } from "../lifecycle/observe";
import { nameOf, statusInWords } from "../lifecycle/names";
import { queryByAnyId } from "../lifecycle/queryByAnyId";
import { entriesOf } from "../lifecycle/ledger";
import { imported } from "../lifecycle/transitions";
import type { Imported } from "../resource";
import type { SignatureKind } from "./kind";
import { ready } from "./kind";
import { noteImported } from "./imports";
import { idOf, outputsOf } from "./outputs";
import { openSession } from "./session";
import { noteOwner } from "./submissionOwners";

/**
 * Reads a signature that is to become a resource. No vendor gives back documents or a person's data: what the program
 * declares of these counts as what was filed, as with `adoptId`.
 */
export async function importSignature(
  kind: SignatureKind,
  context: Context,
  id: string,
  now: () => string,
): Promise<Imported> {
  const account = await ready(kind.accountOf(context));
  const { id: key, answer } = await queryByAnyId(account, kind.parseId(id));
  if (answer.kind === "failed") throw answer.error;
  if (answer.kind === "absent") throw new AbsentSignatureError(id, kind.rules.vendor);
  const inputs = { [kind.rules.textField]: answer.text, ...answer.declared };
  const { desired, ownerOf } = openSession(kind, context, account.fingerprint, { id: null, inputs, state: null });
  const owner = await ownerOf(key);
  if (owner !== null) {
    throw new AdoptionError(
      nameOf({ id: key, ...answer }, kind.rules),
      `${owner} has it`,
      "If that is this resource under a former name, give it that name in aliases instead of importing it; otherwise name the id of another signature.",
    );
  }
  const told = Object.fromEntries(Object.entries(desired.digests).filter(([field]) => field in inputs));
  const answers = new Map([[key, answer]]);
  const ledger = observe(imported(told, key, answer), desired, kind.rules, answers, now());
  noteOwner(context, account.fingerprint, ledger, kind.rules);
  noteImported(context, inputs);
  for (const entry of entriesOf(ledger)) {
    context.log.info(
      `${nameOf(entry, kind.rules)} was imported: ${statusInWords(entry.status)}. ${kind.rules.vendor} gives back neither documents nor a person's data: what the program declares of these counts as what was filed.`,
    );
  }
  return { id: idOf(ledger), inputs, outputs: outputsOf(kind, ledger, desired, account.fingerprint) };
}
