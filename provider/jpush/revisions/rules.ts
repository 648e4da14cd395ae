import { lengthOf, TEXT } from "../../inputs/texts";
import type { NumberVerdict } from "../../numbers/checkedNumber";
import type { Value } from "../../values";
import type { CheckSettings } from "../settings";

const MAX_REMARK_LENGTH = 100;

const SIGN = TEXT.refine((value) => !/[【】[\]()（）]/.test(value), {
  error: "it has brackets: write the text alone, the 【】 around it are no part of it",
})
  .refine((value) => /^[\p{Script=Han}A-Za-z0-9【】[\]()（）]*$/u.test(value), {
    error: "it has other characters than Chinese ones, English letters and digits: leave them out",
  })
  .refine((value) => lengthOf(value) >= 2, { error: "a single character: a sign has at least 2" });

/** The text of a signature; every revision has the same. */
export function sign({ maxSignLength }: CheckSettings) {
  return SIGN.refine((value) => lengthOf(value) <= maxSignLength, {
    error: (issue) =>
      `${lengthOf(String(issue.input))} characters, at most ${maxSignLength} are taken: shorten it, or raise jpush:maxSignLength if JPush takes longer ones from you`,
  });
}

const REMARK = TEXT.refine((value) => lengthOf(value) <= MAX_REMARK_LENGTH, {
  error: (issue) => `${lengthOf(String(issue.input))} characters, at most ${MAX_REMARK_LENGTH} are taken: shorten it`,
});

export function remark() {
  return REMARK;
}

export function anyText() {
  return TEXT;
}

/** A number with a check character, whose disagreement the setting can make a warning. */
export function checkedNumber(judge: (value: string) => NumberVerdict) {
  const rule = (checkCharacters: CheckSettings["numberChecks"]) =>
    TEXT.superRefine((value, context) => {
      const verdict = judge(value);
      if (verdict.kind === "valid") return;
      const warning = verdict.kind === "checkCharacter" && checkCharacters === "warning";
      context.addIssue({ code: "custom", message: verdict.reason, params: { warning } });
    });
  const rules = { error: rule("error"), warning: rule("warning") };
  return ({ numberChecks }: CheckSettings) => rules[numberChecks];
}

export function raised(raise: (value: string) => string) {
  return (value: Value): Value => (typeof value === "string" ? raise(value) : value);
}
