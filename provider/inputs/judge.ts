import { FORMS_OR_ID, parseDocument } from "../documents/document";
import { fileIdOf } from "../documents/fileId";
import type { Fault } from "../errors";
import { hasUnknown } from "../values";
import type { Value, Values } from "../values";
import type { Field, ScalarField } from "./fields";
import { isAbsent, normalise } from "./normalForm";

/** What a rule found. */
export interface Finding extends Fault {
  readonly severity: "error" | "warning";
  /** The inputs that the rule looked at, so that it can be told whether any of them changed. */
  readonly involved: readonly string[];
}

/** Applies every rule of the table. What is not known yet, or depends on what is not, is not judged. */
export function judge<Settings>(fields: readonly Field<Settings>[], inputs: Values, settings: Settings): Finding[] {
  const normal = normalise(fields, inputs);
  return fields.flatMap((field) => {
    const value = normal[field.name];
    if (isAbsent(value)) return judgeAbsence(field, value, normal);
    return judgeValue(field, value, settings).map((each) => ({ ...each, input: field.name, involved: [field.name] }));
  });
}

function judgeAbsence<Settings>(field: Field<Settings>, value: Value, inputs: Values): Finding[] {
  const { name, required, what } = field;
  if (required === undefined) return [];
  const state = value === "" ? "empty" : "missing";
  if (required === true) {
    return [{ input: name, severity: "error", reason: `${state}: give ${what}`, involved: [name] }];
  }
  const other = inputs[required.field];
  // One that is not known yet is none of the values.
  if (!required.values.includes(other)) return [];
  const reason = `${state}, and needed ${required.words}: give ${what}`;
  return [{ input: name, severity: "error", reason, involved: [name, required.field] }];
}

type Judgement = Pick<Finding, "severity" | "reason">;

function judgeValue<Settings>(field: Field<Settings>, value: Value, settings: Settings): Judgement[] {
  switch (field.kind) {
    case "scalar":
      return hasUnknown(value) ? [] : judgeScalar(field, value, settings);
    case "document":
      return field.byId ? judgeDocumentOrId(value) : judgeDocument(value);
    case "documents": {
      if (!Array.isArray(value))
        return hasUnknown(value) ? [] : [error(`not a list: write ${field.what} as [document, …]`)];
      const limit = field.wireNames.length;
      const tooMany =
        value.length > limit
          ? [error(`${value.length} documents, and ${limit} can be filed: leave the others out`)]
          : [];
      return [...tooMany, ...value.flatMap((each) => judgeDocument(each))];
    }
  }
}

function judgeScalar<Settings>(field: ScalarField<Settings>, value: Value, settings: Settings): Judgement[] {
  const judged = field.rule(settings).safeParse(value);
  if (judged.success) return [];
  return judged.error.issues.map((issue) => {
    const warning = issue.code === "custom" && issue.params?.["warning"] === true;
    return { severity: warning ? "warning" : "error", reason: issue.message };
  });
}

function judgeDocument(value: Value, forms?: string): Judgement[] {
  if (hasUnknown(value)) return [];
  const parsed = parseDocument(value, forms);
  return "reason" in parsed ? [error(parsed.reason)] : [];
}

function judgeDocumentOrId(value: Value): Judgement[] {
  return fileIdOf(value) === null ? judgeDocument(value, FORMS_OR_ID) : [];
}

function error(reason: string): Judgement {
  return { severity: "error", reason };
}
