import { judgeBehaviour } from "../inputs/behaviour";
import { checkInputs, isAdoption } from "../inputs/checks";
import type { CheckedInputs } from "../inputs/checks";
import { isAbsent } from "../inputs/normalForm";
import type { Values } from "../values";
import { JPUSH_BEHAVIOUR } from "./behaviour";
import { FIELD_NAMES, REVISION_FIELD } from "./content";
import { isRevisionName, REVISION_NAMES, REVISIONS, revisionNameOf } from "./revisions";
import type { CheckSettings } from "./settings";

/**
 * Judges a signature's inputs, of whichever revision they choose.
 * @param olds the inputs accepted before; null for a first declaration
 * @param folder what documents' paths are relative to; the program's folder, in which the plugin runs
 */
export async function check(
  olds: Values | null,
  news: Values,
  settings: CheckSettings,
  folder = process.cwd(),
): Promise<CheckedInputs> {
  const chosen = news[REVISION_FIELD];
  // What the other inputs must be cannot be told before that is put right.
  if (!isAbsent(chosen) && !isRevisionName(chosen))
    return { normalised: {}, faults: judgeBehaviour(JPUSH_BEHAVIOUR, news), warnings: [] };
  const revision = revisionNameOf(news);
  // Under another revision everything is declared anew: it is filed with other rules.
  const comparable = olds !== null && revisionNameOf(olds) === revision ? olds : null;
  const table = { fields: REVISIONS[revision].fields, behaviour: JPUSH_BEHAVIOUR, elsewhere: FOREIGN.get(revision) };
  return checkInputs(table, comparable, news, settings, folder, isAdoption(JPUSH_BEHAVIOUR, olds, news));
}

/** Why each input of another revision cannot be given in a revision. */
const FOREIGN = new Map(
  REVISION_NAMES.map((revision) => [
    revision,
    new Map(
      Object.values(FIELD_NAMES)
        .flat()
        .map((name) => [
          name,
          `apiRevision "${revision}" does not have it, only ${revisionsWith(name)}: leave it out, or choose another apiRevision`,
        ]),
    ),
  ]),
);

function revisionsWith(name: string): string {
  return REVISION_NAMES.filter((revision) => FIELD_NAMES[revision]?.includes(name))
    .map((revision) => `"${revision}"`)
    .join(" and ");
}
