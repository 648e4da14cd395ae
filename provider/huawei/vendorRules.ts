import type { VendorRules } from "../lifecycle/vendor";
import { VENDOR } from "./answers";
import { CONSOLE } from "./codes";
import { REVIEWERS_ONLY, UNIQUE_BY } from "./content";
import { COMING_BACK, RESERVATIONS } from "./statuses";

/** How Huawei Cloud differs from other vendors. */
export const HUAWEI_RULES: VendorRules = {
  vendor: VENDOR,
  textField: "signatureName",
  reviewersOnly: REVIEWERS_ONLY,
  editable: ["rejected"],
  reviewsAtOnce: "many",
  lists: true,
  uniqueBy: UNIQUE_BY,
  neverWithdrawn: COMING_BACK,
  reservations: RESERVATIONS,
  deletionTakesAlong: "its channel number and every template under it",
  console: CONSOLE,
  shownId: "signatureId",
  adoptionAdvice:
    "Give the signature_id that the console shows, or the primary key `id` that the API lists, of one in this project and region.",
};
