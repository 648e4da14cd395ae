import { z } from "zod";
import { jpushSignature } from "../../properties";
import type { Rules } from "../inputs/fields";
import type { Relation } from "../inputs/validate";
import {
  adoptIdNormaliser,
  adoptIdRule,
  lengthOf,
  listOf,
  OPEN_TEXT,
  PRIVATE_TEXT,
  RESUBMIT,
  TEXT,
} from "../inputs/rules";
import { normaliseCreditCode, validateCreditCode } from "../numbers/creditCode";
import type { NumberIssue } from "../numbers/checkedNumber";
import { normaliseIdentityNumber, validateIdentityNumber } from "../numbers/identityNumber";
import { isAbsent } from "../values";
import type { Value } from "../values";
import type { CheckSettings } from "./settings";

/*
 * What the property table does not say of JPush's inputs: rules of their values, and names on the wire that are not the
 * inputs' own.
 */

const MAX_REMARK_LENGTH = 100;
const LARGEST_ID = 2 ** 31 - 1;
const ID_FORM = "not a sign_id of JPush, which is a whole number from 1: look it up in JPush's console";

const SIGN = TEXT.refine((value) => !/[【】[\]()（）]/.test(value), {
  error: "it has brackets: write the text alone, the 【】 around it are no part of it",
})
  .refine((value) => /^[\p{Script=Han}A-Za-z0-9【】[\]()（）]*$/u.test(value), {
    error: "it has other characters than Chinese ones, English letters and digits: leave them out",
  })
  .refine((value) => lengthOf(value) >= 2, { error: "a single character: a sign has at least 2" });

function sign({ maxSignLength }: CheckSettings) {
  return SIGN.refine((value) => lengthOf(value) <= maxSignLength, {
    error: (issue) =>
      `${lengthOf(String(issue.input))} characters, at most ${maxSignLength} are taken: shorten it, or raise jpush:maxSignLength if JPush takes longer ones from you`,
  });
}

const REMARK = OPEN_TEXT.refine((value) => lengthOf(value) <= MAX_REMARK_LENGTH, {
  error: (issue) => `${lengthOf(String(issue.input))} characters, at most ${MAX_REMARK_LENGTH} are taken: shorten it`,
});

const REAL_ALL_THE_SAME =
  'A few real numbers break the check, most of them from before 2016: for such a number set jpush:numberChecks to "warning"';

/** A number with a check character, whose disagreement the setting can make a warning. */
function checkedNumber(text: typeof TEXT, validate: (value: string) => NumberIssue | null) {
  const rule = (numberChecks: CheckSettings["numberChecks"]) =>
    text.superRefine((value, context) => {
      const issue = validate(value);
      if (issue === null) return;
      const warning = issue.kind === "checkCharacter" && numberChecks === "warning";
      const isError = issue.kind === "checkCharacter" && numberChecks === "error";
      const message = isError ? `${issue.reason}. ${REAL_ALL_THE_SAME}` : issue.reason;
      context.addIssue({ code: "custom", message, params: { warning } });
    });
  const rules = { error: rule("error"), warning: rule("warning") };
  return ({ numberChecks }: CheckSettings) => rules[numberChecks];
}

function upperCased(normalise: (text: string) => string) {
  return (value: Value): Value => (typeof value === "string" ? normalise(value) : value);
}

/** Of what is filed, the same in every revision that has it. */
export const RULES: Rules<keyof typeof jpushSignature.filed, CheckSettings> = {
  sign: { rule: sign },
  legalPersonIdNumber: {
    rule: checkedNumber(PRIVATE_TEXT, validateIdentityNumber),
    normalise: upperCased(normaliseIdentityNumber),
  },
  socialCreditCode: { rule: checkedNumber(TEXT, validateCreditCode), normalise: upperCased(normaliseCreditCode) },
  images: { wireNames: ["image0", "image1", "image2", "image3"] },
  remark: { rule: () => REMARK },
};

/** An identity number in the place of a credit code would stand in the state and in previews in the clear. */
export const RELATIONS: readonly Relation[] = [
  {
    involved: ["socialCreditCode", "legalPersonIdNumber"],
    severity: "error",
    validate: ({ socialCreditCode, legalPersonIdNumber }) => {
      if (typeof socialCreditCode !== "string" || isAbsent(socialCreditCode)) return null;
      if (socialCreditCode !== legalPersonIdNumber && validateIdentityNumber(socialCreditCode) !== null) return null;
      return {
        input: "socialCreditCode",
        reason:
          "a person's identity number stands here, and this input is not stored as a secret: give the company's unified social credit code",
      };
    },
  },
];

export const BEHAVIOUR_RULES: Rules<keyof typeof jpushSignature.behaviour, null> = {
  resubmit: { rule: () => RESUBMIT },
  apiRevision: {
    rule: () =>
      z.enum(jpushSignature.revisions, {
        error: `not a revision that this version of pulumi-sms speaks: choose ${listOf(jpushSignature.revisions.map((name) => `"${name}"`))}`,
      }),
  },
  adoptId: {
    rule: () => adoptIdRule(z.int({ error: ID_FORM }).min(1, { error: ID_FORM }).max(LARGEST_ID, { error: ID_FORM })),
    // The resource option `import` gives it as a text.
    normalise: adoptIdNormaliser((value) =>
      typeof value === "string" && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : value,
    ),
  },
};
