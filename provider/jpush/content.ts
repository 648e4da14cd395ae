import type { Fault } from "../errors";
import type { Part } from "../http/multipart";
import { digestsOf } from "../inputs/content";
import { namesOf, reviewersOnlyOf, secretsOf } from "../inputs/fields";
import type { Digests } from "../lifecycle/digest";
import { filingFaults, partsOf } from "../inputs/parts";
import type { Values } from "../values";
import { JPUSH_BEHAVIOUR } from "./behaviour";
import { REVISIONS, revisionNameOf, revisionOf } from "./revisions";
import type { CheckSettings } from "./settings";

const ALL_FIELDS = Object.values(REVISIONS).flatMap((revision) => revision.fields);

/** The inputs of each revision that are filed, in the order in which they are sent. */
export const FIELD_NAMES: { readonly [revision: string]: readonly string[] } = Object.fromEntries(
  Object.entries(REVISIONS).map(([name, revision]) => [name, namesOf(revision.fields)]),
);

/** The inputs that say how the resource behaves. */
export const BEHAVIOUR_NAMES: readonly string[] = JPUSH_BEHAVIOUR.map((each) => each.name);

/** The inputs that are never shown, of whichever revision. */
export const SECRET_INPUTS: readonly string[] = [...new Set(secretsOf(ALL_FIELDS))];

/** What stands in the inputs that are never shown. */
export function privatesIn(inputs: Values): readonly string[] {
  return SECRET_INPUTS.map((name) => inputs[name]).filter((value) => typeof value === "string");
}

/** The inputs that serve the reviewers alone, of whichever revision. */
export const REVIEWERS_ONLY: readonly string[] = [...new Set(reviewersOnlyOf(ALL_FIELDS))];

/** Among the digests: the revision in whose terms the others are. It stands there as it is. */
export const REVISION_FIELD = "apiRevision";

/** What is filed: the text, null while it is unknown, and each field's digest. */
export function contentOf(inputs: Values): { readonly text: string | null; readonly digests: Digests } {
  const text = inputs["sign"];
  const digests = digestsOf(revisionOf(inputs).fields, inputs);
  return {
    text: typeof text === "string" ? text : null,
    digests: { ...digests, [REVISION_FIELD]: revisionNameOf(inputs) },
  };
}

/** Why these inputs cannot be filed; empty where they can, but for what is only seen when the documents are read. */
export function validateFiling(inputs: Values, settings: CheckSettings): readonly Fault[] {
  return filingFaults(revisionOf(inputs).fields, inputs, settings);
}

/**
 * The parts of the request that files these inputs.
 * @throws InvalidInputError with all faults at once, DocumentError where one document is the only one
 */
export async function prepareParts(inputs: Values, settings: CheckSettings, folder: string): Promise<readonly Part[]> {
  return partsOf(revisionOf(inputs).fields, inputs, settings, folder);
}
