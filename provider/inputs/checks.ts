import { inspectImage } from "../documents/image";
import { lookAtDocument, unreadable } from "../documents/read";
import type { Fault } from "../errors";
import { isAbsent } from "../values";
import type { Value, Values } from "../values";
import { digestOfField, normaliseField } from "./fields";
import type { Field } from "./fields";
import { documentsOf, unreadPaths, withoutSecrets } from "./form";
import type { PlacedDocument } from "./form";
import { unknownInputs, validate, validateBehaviour } from "./validate";
import type { InputTable, Issue } from "./validate";

/** What check is for: a first declaration, one that takes an existing signature over, or a later one. */
export type Occasion = "create" | "adoption" | "update";

/** What is declared, and where. */
export interface Declaration<Settings> {
  readonly occasion: Occasion;
  /** The inputs accepted before, in the same table's terms; null where nothing can be compared. */
  readonly olds: Values | null;
  readonly news: Values;
  readonly settings: Settings;
  /** What documents' paths are relative to: the program's folder. */
  readonly folder: string;
}

export interface CheckedInputs {
  /** The inputs whose normal form is another than what was given. */
  readonly normalised: Values;
  /** What must be corrected. */
  readonly faults: readonly Fault[];
  /** What should be looked at, in sentences. */
  readonly warnings: readonly string[];
}

/** An `adoptId` that can name no signature is an issue beside the others, and takes nothing over. */
export function occasionOf(behaviour: readonly Field<null>[], olds: Values | null, news: Values): Occasion {
  if (olds !== null) return "update";
  const adoptId = behaviour.filter(({ name }) => name === "adoptId");
  return !isAbsent(news["adoptId"]) && validateBehaviour(adoptId, news).length === 0 ? "adoption" : "create";
}

/**
 * Validates all inputs at once. Rules bind filings only: what breaks a rule, and did so already when it was accepted, is
 * a warning, so that no pipeline turns red overnight; and so it is where an existing signature is taken over.
 */
export async function checkInputs<Settings>(
  table: InputTable<Settings>,
  { occasion, olds, news, settings, folder }: Declaration<Settings>,
): Promise<CheckedInputs> {
  const { fields, behaviour } = table;
  const changed =
    occasion === "adoption"
      ? []
      : fields.filter(
          (field) => olds === null || digestOfField(field, olds[field.name]) !== digestOfField(field, news[field.name]),
        );
  const isChanged = ({ involved }: Issue) => changed.some(({ name }) => involved.includes(name));
  const hidden = (reason: string) => withoutSecrets(reason, fields, news);
  const issues = [
    ...validate(table, news, settings),
    ...changed
      .flatMap((field) => documentsOf(field, news))
      .flatMap((each) => inspect(each, occasion, folder))
      .map((issue) => ({ ...issue, reason: hidden(issue.reason) })),
  ].filter((issue) => issue.severity !== "note" || occasion === "adoption" || isChanged(issue));
  const binds = (issue: Issue) => issue.severity === "error" && isChanged(issue);
  return {
    normalised: normalised(table, news),
    faults: [
      ...issues.filter(binds).map(({ input, reason }) => ({ input, reason })),
      // Of such a path no content is known, so nothing can be accepted in its place.
      ...fields.flatMap((field) =>
        unreadPaths(field, news).map((path) => ({ input: field.name, reason: hidden(unreadable(path, folder)) })),
      ),
      ...validateBehaviour(behaviour, news),
      ...unknownInputs(table, news),
    ],
    warnings: issues.filter((issue) => !binds(issue)).map((issue) => sentence(issue, occasion)),
  };
}

/** A document that cannot be read now is no fault, if it may be where it is filed: it is read then. */
function inspect({ input, document, formats }: PlacedDocument, occasion: Occasion, folder: string): readonly Issue[] {
  const issue = (severity: Issue["severity"], reason: string) => [{ input, severity, reason, involved: [input] }];
  const reading = lookAtDocument(document, folder);
  // Nothing holds the content of a signature that is new, so its file is needed for certain.
  if (reading.kind === "unavailable" && document.path === undefined && occasion === "create")
    return issue("error", reading.reason);
  if (reading.kind === "unavailable") return issue("warning", `${reading.reason}. It is read when it is filed`);
  if (reading.kind === "unfit") return issue("error", reading.reason);
  const inspection = inspectImage(reading.bytes, formats);
  if (inspection.kind === "unfit") return issue("error", inspection.reason);
  return inspection.warning === null ? [] : issue("warning", inspection.warning);
}

function normalised<Settings>({ fields, behaviour }: InputTable<Settings>, inputs: Values): Values {
  const byName = new Map([...fields, ...behaviour].map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]): [string, Value][] => {
      const field = byName.get(name);
      const other = field === undefined ? value : normaliseField(field, value);
      return JSON.stringify(other) === JSON.stringify(value) ? [] : [[name, other]];
    }),
  );
}

function sentence({ input, reason, severity }: Issue, occasion: Occasion): string {
  if (severity !== "error") return `${input}: ${reason}.`;
  const unbound =
    occasion === "adoption"
      ? "What is there already is taken over all the same"
      : "It was accepted before and nothing is stopped now";
  return `${input}: ${reason}. ${unbound}, but it must be right before the signature is filed again.`;
}
