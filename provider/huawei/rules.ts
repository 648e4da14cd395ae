import { z } from "zod";
import type { huaweiSignature } from "../../properties";
import type { Rules } from "../inputs/fields";
import { adoptIdNormaliser, adoptIdRule, lengthOf, OPEN_TEXT, RESUBMIT, TEXT, WARNING } from "../inputs/rules";
import type { Relation } from "../inputs/validate";
import { isAbsent, UNKNOWN } from "../values";
import type { Value } from "../values";

/*
 * What the property table does not say of Huawei Cloud's inputs: rules of their values, and their names on the wire.
 * https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html ("Creating an SMS Signature", 2025-04-11)
 */

/** For which the vendor lists the title of the source as mandatory, discarded as that is. */
const TITLED_SOURCES: readonly Value[] = [1, 2, 3, 4];

const SIGNATURE_NAME = TEXT.refine((value) => lengthOf(value) >= 2 && lengthOf(value) <= 32, {
  error: (issue) => `${lengthOf(String(issue.input))} characters, and Huawei Cloud's console takes 2 to 32`,
  ...WARNING,
})
  .refine((value) => /^[\p{Script=Han}A-Za-z0-9]*$/u.test(value), {
    error: "it has other characters than Chinese ones, letters and digits, and Huawei Cloud's console takes no others",
    ...WARNING,
  })
  .refine((value) => !/^[0-9]+$/.test(value), {
    error: "it has digits alone, and Huawei Cloud's pages ask for letters or Chinese characters too",
    ...WARNING,
  });

const MAX_DESCRIPTION_LENGTH = 100;

const DESCRIPTION = OPEN_TEXT.refine((value) => lengthOf(value) <= MAX_DESCRIPTION_LENGTH, {
  error: (issue) =>
    `${lengthOf(String(issue.input))} characters, and Huawei Cloud's pages allow ${MAX_DESCRIPTION_LENGTH}`,
  ...WARNING,
});

/** Ids of objects that the vendor made. */
const OBJECT_ID = z.string({ error: "not a text: write it in quotes" }).regex(/^[\w-]{1,64}$/, {
  error: "not an id of Huawei Cloud: those have letters, digits, hyphens and underscores, at most 64",
});

const SIGNATURE_ID = z.string({ error: "not a text: write it in quotes" }).regex(/^[\w-]{1,64}$/, {
  error:
    "not an id of Huawei Cloud: give the signature_id that its console shows, or the primary key `id` that its API lists",
});

/** A program may have it from its config, where every value is a text, or in the vendor's own words. */
function booleanOf(value: Value): Value {
  if (value === "true" || value === "Yes") return true;
  return value === "false" || value === "No" ? false : value;
}

export const RULES: Rules<keyof typeof huaweiSignature.filed, null> = {
  appId: { wireNames: ["app_id"], rule: () => OBJECT_ID },
  // The id that belongs to it is looked up.
  appName: { wireNames: [] },
  signatureName: { wireNames: ["signature_name"], rule: () => SIGNATURE_NAME },
  signatureSource: { wireNames: ["signature_source"] },
  signatureType: { wireNames: ["signature_type"] },
  involvesThirdParty: { wireNames: ["is_involved_third"], normalise: booleanOf },
  description: { wireNames: ["apply_desc"], rule: () => DESCRIPTION },
  businessLicense: { wireNames: ["file_id"] },
  powerOfAttorney: { wireNames: ["power_attorney_fileid"] },
  sourceProof: { wireNames: ["signature_related_file_id"] },
  licenseNumber: { wireNames: ["license_number"] },
  registrationNumber: { wireNames: ["registration_number"] },
  qualificationId: { wireNames: ["qualification_id"], rule: () => OBJECT_ID },
  sourceTitleContent: { wireNames: ["source_title_content"] },
};

export const BEHAVIOUR_RULES: Rules<keyof typeof huaweiSignature.behaviour, null> = {
  resubmit: { rule: () => RESUBMIT },
  adoptId: { rule: () => adoptIdRule(SIGNATURE_ID), normalise: adoptIdNormaliser((value) => value) },
};

/** The application is given in one of two ways; and some inputs can be left out, but most likely should not be. */
export const RELATIONS: readonly Relation[] = [
  {
    involved: ["appId", "appName"],
    severity: "error",
    validate: ({ appId, appName }) => {
      if (appId === UNKNOWN || appName === UNKNOWN) return null;
      if (isAbsent(appId) && isAbsent(appName))
        return { input: "appId", reason: "missing: give the application's id, or its name as appName" };
      if (isAbsent(appId) || isAbsent(appName)) return null;
      return { input: "appName", reason: "given beside appId, which says it all: leave one of them out" };
    },
  },
  {
    involved: ["qualificationId"],
    severity: "note",
    validate: ({ qualificationId }) =>
      isAbsent(qualificationId)
        ? {
            input: "qualificationId",
            reason:
              "missing. On the Chinese site every review fails without it: make a qualification in the console, which is the only place, and give its id",
          }
        : null,
  },
  {
    involved: ["sourceTitleContent", "signatureSource"],
    severity: "note",
    validate: ({ sourceTitleContent, signatureSource }) =>
      isAbsent(sourceTitleContent) && TITLED_SOURCES.includes(signatureSource)
        ? {
            input: "sourceTitleContent",
            reason: "missing. Huawei Cloud no longer reads it, but still lists it as mandatory for this source",
          }
        : null,
  },
  {
    involved: ["powerOfAttorney", "involvesThirdParty"],
    severity: "note",
    validate: ({ powerOfAttorney, involvesThirdParty }) =>
      isAbsent(powerOfAttorney) && involvesThirdParty === true
        ? {
            input: "powerOfAttorney",
            reason: "missing, although a third party's rights are involved: the reviewers will most likely ask for it",
          }
        : null,
  },
];
