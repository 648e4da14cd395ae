import { jpushSignature, namesWith } from "../../properties";
import type { Fault } from "../errors";
import type { Part } from "../http/multipart";
import { digestsOf, fieldsOf } from "../inputs/fields";
import { buildForm, filingFaults } from "../inputs/form";
import type { Digests } from "../lifecycle/digest";
import type { Values } from "../values";
import { REVISION_INPUT, REVISIONS, revisionNameOf, revisionOf } from "./revisions";
import { BEHAVIOUR_RULES } from "./rules";
import type { CheckSettings } from "./settings";

const { filed, behaviour } = jpushSignature;

/** The inputs of each revision that are filed, in the order in which they are sent. */
export const FIELD_NAMES: { readonly [revision: string]: readonly string[] } = Object.fromEntries(
  Object.entries(REVISIONS).map(([revision, { fields }]) => [revision, fields.map(({ name }) => name)]),
);

/** The inputs that say how the resource behaves. */
export const BEHAVIOUR = fieldsOf(behaviour, BEHAVIOUR_RULES);

/** The inputs that serve the reviewers alone, of whichever revision. */
export const REVIEWERS_ONLY = namesWith(filed, "reviewersOnly");

/** What stands in the inputs that are never shown, of whichever revision. */
export function privatesIn(inputs: Values): readonly string[] {
  return namesWith(filed, "secret")
    .map((name) => inputs[name])
    .filter((value) => typeof value === "string");
}

/** What is filed: the text, null while it is unknown, and each field's digest. Among them stands the revision as it is. */
export function contentOf(inputs: Values): { readonly text: string | null; readonly digests: Digests } {
  const text = inputs["sign"];
  const digests = digestsOf(revisionOf(inputs).fields, inputs);
  return {
    text: typeof text === "string" ? text : null,
    digests: { ...digests, [REVISION_INPUT]: revisionNameOf(inputs) },
  };
}

/** Why these inputs cannot be filed; empty where they can, but for what is only seen when the documents are read. */
export function validateFiling(inputs: Values, settings: CheckSettings): readonly Fault[] {
  return filingFaults(revisionOf(inputs), inputs, settings);
}

/**
 * The parts of the form that files these inputs.
 * @param folder what documents' paths are relative to
 * @throws InvalidInputError with all faults at once, DocumentError where one document is the only one
 */
export async function formParts(inputs: Values, settings: CheckSettings, folder: string): Promise<readonly Part[]> {
  return buildForm(revisionOf(inputs), inputs, settings, folder);
}
