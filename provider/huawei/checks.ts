import { checkInputs, occasionOf } from "../inputs/checks";
import type { CheckedInputs } from "../inputs/checks";
import type { Values } from "../values";
import { BEHAVIOUR, FIELDS } from "./content";
import { RELATIONS } from "./rules";

/**
 * Validates a signature's inputs.
 * @param olds the inputs accepted before; null for a first declaration
 * @param folder what documents' paths are relative to: the program's folder
 */
export async function check(olds: Values | null, news: Values, folder: string): Promise<CheckedInputs> {
  return checkInputs(
    { fields: FIELDS, behaviour: BEHAVIOUR, relations: RELATIONS },
    { occasion: occasionOf(BEHAVIOUR, olds, news), olds, news, settings: null, folder },
  );
}
