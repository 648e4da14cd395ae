import type { VendorRules } from "../lifecycle/vendor";
import { VENDOR } from "./answers";
import { CONSOLE } from "./codes";
import { FIELD_NAMES, REVIEWERS_ONLY } from "./content";
import { REVISION_INPUT } from "./revisions";

/** How JPush differs from other vendors. */
export const JPUSH_RULES: VendorRules = {
  vendor: VENDOR,
  textField: "sign",
  reviewersOnly: REVIEWERS_ONLY,
  editable: ["rejected"],
  formats: { namedBy: REVISION_INPUT, fields: FIELD_NAMES },
  reviewsAtOnce: "one",
  lists: false,
  uniqueBy: null,
  neverWithdrawn: [],
  deletionTakesAlong: null,
  console: CONSOLE,
  shownId: null,
  adoptionAdvice: "Look up the sign_id in the account that the credentials belong to.",
};
