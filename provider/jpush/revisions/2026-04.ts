import { z } from "zod";
import { numberOf } from "../../inputs/normalForm";
import { judgeCreditCode, normaliseCreditCode } from "../../numbers/creditCode";
import { judgeIdentityNumber, normaliseIdentityNumber } from "../../numbers/identityNumber";
import type { Revision } from "./revision";
import { anyText, checkedNumber, raised, remark, sign } from "./rules";

const COMPANY = 1;
const BRAND = 6;
const OTHER = 7;
const FILED_APP = 3;

const TYPES = "1 (company), 6 (brand) or 7 (other)";

const type = z.literal([COMPANY, BRAND, OTHER], {
  error: (issue) =>
    issue.input === FILED_APP
      ? `JPush withdrew type 3 (name of a filed app) on 2026-05-01: choose ${TYPES}`
      : `not one of JPush's types: choose ${TYPES}`,
});

/** "SMS Signature API", English, 2026-04-23. */
export const revision202604: Revision = {
  fields: [
    { kind: "scalar", name: "sign", wireName: "sign", required: true, what: "the text of the signature", rule: sign },
    {
      kind: "scalar",
      name: "type",
      wireName: "type",
      required: true,
      what: `what the text is: ${TYPES}`,
      rule: () => type,
      normalise: numberOf,
    },
    {
      kind: "scalar",
      name: "legalPersonName",
      wireName: "legalPersonName",
      required: true,
      secret: true,
      what: "the legal representative's name",
      rule: anyText,
    },
    {
      kind: "scalar",
      name: "legalPersonIdNumber",
      wireName: "legalPersonIdNumber",
      required: true,
      secret: true,
      what: "the legal representative's identity number of 18 digits",
      rule: checkedNumber(judgeIdentityNumber),
      normalise: raised(normaliseIdentityNumber),
    },
    {
      kind: "scalar",
      name: "socialCreditCode",
      wireName: "socialCreditCode",
      required: true,
      what: "the company's unified social credit code of 18 characters",
      rule: checkedNumber(judgeCreditCode),
      normalise: raised(normaliseCreditCode),
    },
    {
      kind: "document",
      name: "idCardImage",
      wireName: "idCardImage",
      required: true,
      what: "the scan of the legal representative's identity card",
    },
    {
      kind: "document",
      name: "businessLicenseImage",
      wireName: "businessLicenseImage",
      required: { field: "type", values: [COMPANY], words: "for type 1 (company)" },
      what: "the scan of the business licence",
    },
    {
      kind: "document",
      name: "trademarkImage",
      wireName: "trademarkImage",
      required: { field: "type", values: [BRAND], words: "for type 6 (brand)" },
      what: "the scan of the trademark certificate",
    },
    {
      kind: "document",
      name: "thirdPartyAuthImage",
      wireName: "thirdPartyAuthImage",
      required: { field: "type", values: [OTHER], words: "for type 7 (other)" },
      what: "the scan of the third party's authorisation",
    },
    {
      kind: "document",
      name: "otherImage",
      wireName: "otherImage",
      reviewersOnly: true,
      what: "a scan of anything else that helps the reviewers",
    },
    {
      kind: "scalar",
      name: "thirdPartyCompanyName",
      wireName: "thirdPartyCompanyName",
      what: "the third party's name",
      rule: anyText,
    },
    {
      kind: "scalar",
      name: "remark",
      wireName: "remark",
      reviewersOnly: true,
      what: "a word to the reviewers",
      rule: remark,
    },
  ],
  codes: new Map(),
  flags: { isDefault: "is_default", inUse: "use_status" },
};
