import type { HuaweiSettings } from "./settings";

export interface RuleContext {
  settings: HuaweiSettings;
}

/** Says what is wrong with a text, without the text; undefined when nothing is. */
type Rule = (text: string, context: RuleContext) => string | undefined;

/** Signatures of Chinese companies may promote; on the other site there is no such type. */
const types = { intl: ["VERIFY_CODE_TYPE", "NOTIFY_TYPE"], cn: ["VERIFY_CODE_TYPE", "NOTIFY_TYPE", "PROMOTION_TYPE"] };

export const rules = {
  any: () => undefined,
  name: (text, { settings }) => {
    if (!settings.nameChecks || /^[\p{Script=Han}A-Za-z0-9]{2,32}$/u.test(text)) return undefined;
    return "is not 2 to 32 Chinese characters, letters and digits";
  },
  source: (text) => (/^[0-5]$/.test(text) ? undefined : "is none of 0 to 5"),
  type: (text, { settings }) => oneOf(text, types[settings.site]),
  yesOrNo: (text) => oneOf(text, ["Yes", "No"]),
} as const satisfies Record<string, Rule>;

export type TextRule = keyof typeof rules;

function oneOf(text: string, choices: readonly string[]): string | undefined {
  return choices.includes(text) ? undefined : `is none of ${choices.join(", ")}`;
}
