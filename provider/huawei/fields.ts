import { z } from "zod";
import { COMMON_FORMATS, GIF, PDF } from "../documents/image";
import type { Field } from "../inputs/fields";
import { numberOf } from "../inputs/normalForm";
import { lengthOf, TEXT } from "../inputs/texts";
import type { Value } from "../values";

/*
 * What is filed: https://support.huaweicloud.com/intl/en-us/api-msgsms/sms_05_0029.html ("Creating an SMS Signature",
 * 2025-04-11).
 */

export type HuaweiField = Field<null>;

const APP = 2;
const TRADEMARK = 5;
/** Website, applet and shop: the vendor no longer offers them, but documents them still. */
const DISCARDED_SOURCES: readonly Value[] = [1, 3, 4];
/** For which the vendor lists the title of the source as mandatory, discarded as that is. */
export const TITLED_SOURCES: readonly Value[] = [1, 2, 3, 4];

const SOURCES = "0 (enterprise or public institution), 2 (app) or 5 (trademark)";

const warning = { params: { warning: true } };

const signatureName = TEXT.refine((value) => lengthOf(value) >= 2 && lengthOf(value) <= 32, {
  error: (issue) => `${lengthOf(String(issue.input))} characters, and Huawei Cloud's console takes 2 to 32`,
  ...warning,
}).refine((value) => /^[\p{Script=Han}A-Za-z0-9]*$/u.test(value), {
  error: "it has other characters than Chinese ones, letters and digits, and Huawei Cloud's console takes no others",
  ...warning,
});

const signatureSource = z
  .literal([0, 1, APP, 3, 4, TRADEMARK], { error: `not one of Huawei Cloud's sources: choose ${SOURCES}` })
  .refine((value) => !DISCARDED_SOURCES.includes(value), {
    error: `Huawei Cloud has discarded this source, and its reviewers may refuse it: choose ${SOURCES}`,
    ...warning,
  });

const signatureType = z.enum(["VERIFY_CODE_TYPE", "NOTIFY_TYPE", "PROMOTION_TYPE"], {
  error:
    'not one of Huawei Cloud\'s types: choose "VERIFY_CODE_TYPE", "NOTIFY_TYPE" or, on the Chinese site, "PROMOTION_TYPE"',
});

/** Ids of objects that the vendor made. */
const objectId = z.string({ error: "not a text: write it in quotes" }).regex(/^[\w-]{1,64}$/, {
  error: "not an id of Huawei Cloud: those have letters, digits, hyphens and underscores, at most 64",
});

const IMAGES = [...COMMON_FORMATS, GIF];

export const FIELDS: readonly HuaweiField[] = [
  { kind: "scalar", name: "appId", wireName: "app_id", what: "the application's id", rule: () => objectId },
  { kind: "scalar", name: "appName", wireName: "app_name", what: "the application's name", rule: () => TEXT },
  {
    kind: "scalar",
    name: "signatureName",
    wireName: "signature_name",
    required: true,
    what: "the text of the signature",
    rule: () => signatureName,
  },
  {
    kind: "scalar",
    name: "signatureSource",
    wireName: "signature_source",
    required: true,
    what: `what the text names: ${SOURCES}`,
    rule: () => signatureSource,
    normalise: numberOf,
  },
  {
    kind: "scalar",
    name: "signatureType",
    wireName: "signature_type",
    required: true,
    what: "what it is sent for: VERIFY_CODE_TYPE, NOTIFY_TYPE or PROMOTION_TYPE",
    rule: () => signatureType,
  },
  {
    kind: "scalar",
    name: "involvesThirdParty",
    wireName: "is_involved_third",
    required: true,
    what: "whether a third party's rights are involved: true or false",
    rule: () => z.boolean({ error: "neither true nor false" }),
    normalise: booleanOf,
  },
  {
    kind: "scalar",
    name: "description",
    wireName: "apply_desc",
    reviewersOnly: true,
    what: "a word to the reviewers",
    rule: () => TEXT,
  },
  {
    kind: "document",
    name: "businessLicense",
    wireName: "file_id",
    what: "the scan of the business licence",
    formats: IMAGES,
    byId: true,
  },
  {
    kind: "document",
    name: "powerOfAttorney",
    wireName: "power_attorney_fileid",
    what: "the scan of the power of attorney",
    formats: [...IMAGES, PDF],
    byId: true,
  },
  {
    kind: "document",
    name: "sourceProof",
    wireName: "signature_related_file_id",
    required: {
      field: "signatureSource",
      values: [APP, TRADEMARK],
      words: "for the sources 2 (app) and 5 (trademark)",
    },
    what: "the screenshot of the app's ICP filing, or the scan of the trademark certificate",
    formats: IMAGES,
    byId: true,
  },
  {
    kind: "scalar",
    name: "licenseNumber",
    wireName: "license_number",
    required: { field: "signatureSource", values: [APP], words: "for the source 2 (app)" },
    what: "the app's ICP filing number",
    rule: () => TEXT,
  },
  {
    kind: "scalar",
    name: "registrationNumber",
    wireName: "registration_number",
    required: { field: "signatureSource", values: [TRADEMARK], words: "for the source 5 (trademark)" },
    what: "the trademark's number",
    rule: () => TEXT,
  },
  // It cannot be changed once the signature is approved, and the console then keeps it: a change files nothing.
  {
    kind: "scalar",
    name: "qualificationId",
    wireName: "qualification_id",
    reviewersOnly: true,
    what: "the qualification's id",
    rule: () => objectId,
  },
  {
    kind: "scalar",
    name: "sourceTitleContent",
    wireName: "source_title_content",
    what: "the title of the source",
    rule: () => TEXT,
  },
];

/** A program may have it from its config, where every value is a text, or in the vendor's own words. */
function booleanOf(value: Value): Value {
  if (value === "true" || value === "Yes") return true;
  return value === "false" || value === "No" ? false : value;
}
