import { checkInputs, occasionOf } from "../inputs/checks";
import type { CheckedInputs } from "../inputs/checks";
import { validateBehaviour } from "../inputs/validate";
import { isAbsent } from "../values";
import type { Values } from "../values";
import { BEHAVIOUR, FIELD_NAMES } from "./content";
import { isRevisionName, REVISION_INPUT, REVISION_NAMES, REVISIONS, revisionNameOf } from "./revisions";
import type { CheckSettings } from "./settings";

/**
 * Validates a signature's inputs, of whichever revision they choose.
 * @param olds the inputs accepted before; null for a first declaration
 * @param folder what documents' paths are relative to: the program's folder
 */
export async function check(
  olds: Values | null,
  news: Values,
  settings: CheckSettings,
  folder: string,
): Promise<CheckedInputs> {
  const chosen = news[REVISION_INPUT];
  // What the other inputs must be cannot be told before that is put right.
  if (!isAbsent(chosen) && !isRevisionName(chosen))
    return { normalised: {}, faults: validateBehaviour(BEHAVIOUR, news), warnings: [] };
  const revision = revisionNameOf(news);
  return checkInputs(
    { ...REVISIONS[revision], behaviour: BEHAVIOUR, elsewhere: ELSEWHERE.get(revision) },
    {
      occasion: occasionOf(BEHAVIOUR, olds, news),
      // Under another revision everything is declared anew: it is filed with other rules.
      olds: olds !== null && revisionNameOf(olds) === revision ? olds : null,
      news,
      settings,
      folder,
    },
  );
}

/** Why each input of another revision cannot be given in a revision. */
const ELSEWHERE = new Map(
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
