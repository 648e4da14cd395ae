import { creditCodeCheck, creditCodeShape, identityNumberCheck, identityNumberShape } from "./numbers";
import type { JPushSettings } from "./settings";

export interface RuleContext {
  /** The types of signatures that a revision has, and had. */
  revision: { types: readonly number[]; withdrawnTypes: readonly number[] };
  settings: JPushSettings;
  /** Milliseconds of the emulator's clock. */
  now: number;
}

/** Says what is wrong with a text, without the text; undefined when nothing is. */
type Rule = (text: string, context: RuleContext) => string | undefined;

const mostRemark = 100;

export const rules = {
  any: () => undefined,
  remark: (text) => ([...text].length > mostRemark ? `has more than ${mostRemark} characters` : undefined),
  type: (text, { revision }) => {
    if (!/^\d{1,2}$/.test(text)) return "is not a number";
    if (revision.withdrawnTypes.includes(Number(text))) return "was withdrawn";
    return revision.types.includes(Number(text)) ? undefined : `is none of ${revision.types.join(", ")}`;
  },
  sign: (text, { settings }) => {
    const length = [...text].length;
    if (length < 2 || length > settings.maxSignLength) return `has not 2 to ${settings.maxSignLength} characters`;
    return /^[\p{Script=Han}A-Za-z0-9]+$/u.test(text) ? undefined : "has other than Chinese, letters and digits";
  },
  identityNumber: (text, { settings, now }) => {
    if (!identityNumberShape(text, now)) return "is not an 18-digit identity number";
    return settings.numberChecks === "off" || identityNumberCheck(text) ? undefined : "has a wrong check character";
  },
  creditCode: (text, { settings }) => {
    if (!creditCodeShape(text)) return "is not an 18-character unified social credit code";
    return settings.numberChecks === "off" || creditCodeCheck(text) ? undefined : "has a wrong check character";
  },
} as const satisfies Record<string, Rule>;

export type TextRule = keyof typeof rules;
