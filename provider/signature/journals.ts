import { journalFolder } from "../journal/files";
import { Journal } from "../journal/Journal";
import { isOf } from "../journal/recall";
import type { Recalled } from "../journal/recall";
import { keyOf, parseSubjects, stackOf } from "../journal/subject";
import { entriesOf } from "../lifecycle/ledger";
import type { Desired } from "../lifecycle/desired";
import { nameOf } from "../lifecycle/words";
import type { Context } from "../resource";
import type { Values } from "../values";
import type { SignatureKind } from "./kind";

/** The input in which the class tells what the plugin cannot see: the resource's own name. */
const HIDDEN_INPUT = "__resource";

/** The stacks whose journals this process has gone through. */
const surveyed = new Set<string>();

/**
 * The journal of the resource under its name now, and under those that it had.
 * @param resource Pulumi's id; null in a create
 * @param places the inputs, and then the state
 */
export async function journalOf(
  kind: SignatureKind,
  resource: string | null,
  places: readonly Values[],
  account: string | null,
  desired: Desired,
  context: Pick<Context, "say" | "run" | "memory">,
): Promise<Journal> {
  const named = places.flatMap((place) => parseSubjects(kind.type, place[HIDDEN_INPUT], process.env));
  const subjects = named.filter(
    (subject, index) => named.findIndex((each) => keyOf(each) === keyOf(subject)) === index,
  );
  const journal = new Journal(journalFolder(process.env), { subjects, resource, account, desired }, context);
  const stack = subjects[0] === undefined ? null : stackOf(subjects[0]);
  if (stack !== null && !surveyed.has(stack)) {
    surveyed.add(stack);
    await journal.survey();
  }
  return journal;
}

export function sayTakenOver(say: Context["say"], { takenOver, ledger }: Pick<Recalled, "takenOver" | "ledger">): void {
  for (const record of takenOver) {
    const entry = entriesOf(ledger).find((each) => isOf(each, record));
    say({
      warning: true,
      text: `A run was interrupted after ${record.sentAt}, while it filed ${entry === undefined ? "a signature" : nameOf(entry)}. What it did is taken over.`,
    });
  }
}
