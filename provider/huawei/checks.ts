import { checkInputs, isAdoption } from "../inputs/checks";
import type { CheckedInputs } from "../inputs/checks";
import { digestOfField } from "../inputs/content";
import { isAbsent } from "../inputs/normalForm";
import type { Values } from "../values";
import { HUAWEI_BEHAVIOUR } from "./behaviour";
import { judgeApplication } from "./content";
import { FIELDS, TITLED_SOURCES } from "./fields";

/**
 * Judges a signature's inputs.
 * @param olds the inputs accepted before; null for a first declaration
 * @param folder what documents' paths are relative to; the program's folder, in which the plugin runs
 */
export async function check(olds: Values | null, news: Values, folder = process.cwd()): Promise<CheckedInputs> {
  const adopts = isAdoption(HUAWEI_BEHAVIOUR, olds, news);
  const { normalised, faults, warnings } = await checkInputs(
    { fields: FIELDS, behaviour: HUAWEI_BEHAVIOUR },
    olds,
    news,
    null,
    folder,
    adopts,
  );
  const application = judgeApplication(news);
  return {
    normalised,
    faults: adopts ? faults : [...application, ...faults],
    warnings: [
      ...(adopts
        ? application.map(
            ({ input, reason }) => `${input}: ${reason}. It must be right before the signature is filed again.`,
          )
        : []),
      ...warnings,
      ...omissions(olds, { ...news, ...normalised }),
    ],
  };
}

/** What can be left out, but most likely should not be. It is said once, when it is declared so. */
function omissions(olds: Values | null, news: Values): string[] {
  const isNew = (names: readonly string[]) => {
    const fields = FIELDS.filter((field) => names.includes(field.name));
    return (
      olds === null ||
      fields.some((field) => digestOfField(field, olds[field.name]) !== digestOfField(field, news[field.name]))
    );
  };
  const said: string[] = [];
  const say = (names: readonly string[], text: string) => {
    if (isNew(names)) said.push(text);
  };
  if (isAbsent(news["qualificationId"])) {
    say(
      ["qualificationId"],
      "qualificationId: missing. On the Chinese site every review fails without it: make a qualification in the console, which is the only place, and give its id.",
    );
  }
  if (isAbsent(news["sourceTitleContent"]) && TITLED_SOURCES.includes(news["signatureSource"])) {
    say(
      ["sourceTitleContent", "signatureSource"],
      "sourceTitleContent: missing. Huawei Cloud no longer reads it, but still lists it as mandatory for this source.",
    );
  }
  if (isAbsent(news["powerOfAttorney"]) && news["involvesThirdParty"] === true) {
    say(
      ["powerOfAttorney", "involvesThirdParty"],
      "powerOfAttorney: missing, although a third party's rights are involved: the reviewers will most likely ask for it.",
    );
  }
  return said;
}
