import { z } from "zod";
import { adoptIdInput } from "../inputs/adoptId";
import { SHARED_BEHAVIOUR } from "../inputs/behaviour";
import type { BehaviourInput } from "../inputs/behaviour";
import { REVISION_NAMES } from "./revisions";

const LARGEST_ID = 2 ** 31 - 1;
const ID_FORM = "not a sign_id of JPush, which is a whole number from 1: look it up in JPush's console";

const adoptId = adoptIdInput(
  z.int({ error: ID_FORM }).min(1, { error: ID_FORM }).max(LARGEST_ID, { error: ID_FORM }),
  // The resource option `import` gives it as a text.
  (value) => (typeof value === "string" && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : value),
);

const apiRevision: BehaviourInput = {
  name: "apiRevision",
  rule: z.enum(REVISION_NAMES, {
    error: `not a revision that this version of pulumi-sms speaks: choose ${listOf(REVISION_NAMES)}`,
  }),
  literal: true,
};

/** Every input of a JPush signature that is not filed. */
export const JPUSH_BEHAVIOUR: readonly BehaviourInput[] = [...SHARED_BEHAVIOUR, adoptId, apiRevision];

function listOf(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(" or ");
}
