import { FORMS_OR_ID, fileIdOf, parseDocument } from "../documents/document";
import type { Fault } from "../errors";
import { hasUnknown, isAbsent, isList } from "../values";
import type { Value, Values } from "../values";
import { noSuchName } from "../nearest";
import { normaliseInputs } from "./fields";
import type { Field } from "./fields";
import { choicesOf } from "./rules";

/** What is wrong with one input. */
export interface Issue extends Fault {
  /** An error stops a filing. A note is told once, when one of the involved inputs changes. */
  readonly severity: "error" | "warning" | "note";
  /** The inputs that decide it, so that it can be told whether any of them changed. */
  readonly involved: readonly string[];
}

/** A rule about several inputs. */
export interface Relation {
  readonly involved: readonly string[];
  readonly severity: Issue["severity"];
  /** Looks at the inputs' normal forms; null where nothing is wrong, or where that is not known yet. */
  readonly validate: (inputs: Values) => Fault | null;
}

/** Every input that a resource knows. */
export interface InputTable<Settings> {
  /** Those that are filed. */
  readonly fields: readonly Field<Settings>[];
  /** Those that say how the resource behaves. */
  readonly behaviour: readonly Field<null>[];
  readonly relations?: readonly Relation[];
  /** Inputs that the resource knows in other circumstances, and why not in these. */
  readonly elsewhere?: ReadonlyMap<string, string> | undefined;
}

/** Applies every rule about what is filed. What is not known yet, or depends on what is not, is left alone. */
export function validate<Settings>(
  { fields, relations = [] }: Pick<InputTable<Settings>, "fields" | "relations">,
  inputs: Values,
  settings: Settings,
): readonly Issue[] {
  const normal = normaliseInputs(fields, inputs);
  const related = relations.flatMap(({ involved, severity, validate: broken }) => {
    const fault = broken(normal);
    return fault === null ? [] : [{ ...fault, severity, involved }];
  });
  const own = fields.flatMap((field) => {
    const value = normal[field.name];
    if (isAbsent(value)) return absence(field, value, normal);
    return issuesOf(field, value, settings).map((issue) => ({ ...issue, input: field.name, involved: [field.name] }));
  });
  return [...related, ...own];
}

/** Issues of behaviour are always errors: it files nothing, and costs nothing to correct. */
export function validateBehaviour(behaviour: readonly Field<null>[], inputs: Values): readonly Fault[] {
  return behaviour.flatMap(({ name, input, rule, normalise }) => {
    const value = inputs[name];
    if (isAbsent(value)) return [];
    if (hasUnknown(value)) {
      const reason = "it must be written out in the program: no output of another resource can choose it";
      return input.literal ? [{ input: name, reason }] : [];
    }
    const issues = rule(null).safeParse(normalise(value) ?? value).error?.issues ?? [];
    return issues.map(({ message }) => ({ input: name, reason: message }));
  });
}

/** Inputs that nothing would read: a typing error, most likely. Those that begin with `__` are not the user's. */
export function unknownInputs<Settings>(
  { fields, behaviour, elsewhere }: InputTable<Settings>,
  inputs: Values,
): readonly Fault[] {
  const known = [...fields, ...behaviour].map(({ name }) => name);
  return Object.keys(inputs)
    .filter((name) => inputs[name] !== undefined && !name.startsWith("__") && !known.includes(name))
    .map((name) => ({ input: name, reason: elsewhere?.get(name) ?? noSuchName("input", name, known) }));
}

function absence<Settings>({ name, input }: Field<Settings>, value: Value, inputs: Values): readonly Issue[] {
  const { required, type } = input;
  if (required === undefined) return [];
  const what = type.kind === "enumeration" ? `${input.what}: ${choicesOf(type)}` : input.what;
  const state = value === "" ? "empty" : "missing";
  if (required === true)
    return [{ input: name, severity: "error", reason: `${state}: give ${what}`, involved: [name] }];
  // An input that is not known yet has none of the values.
  if (!required.values.includes(inputs[required.input] as string | number)) return [];
  const need = required.advised ? "the reviewers most likely ask for it" : "needed";
  return [
    {
      input: name,
      severity: required.advised ? "note" : "error",
      reason: `${state}, and ${need} ${required.words}: give ${what}`,
      involved: [name, required.input],
    },
  ];
}

/** What is wrong with one input's own value. */
type OwnIssue = Pick<Issue, "severity" | "reason">;

function issuesOf<Settings>(field: Field<Settings>, value: Value, settings: Settings): readonly OwnIssue[] {
  const { type, what } = field.input;
  switch (type.kind) {
    case "document":
      return type.byId && fileIdOf(value) !== null ? [] : documentIssues(value, type.byId ? FORMS_OR_ID : undefined);
    case "documents": {
      if (!isList(value)) return hasUnknown(value) ? [] : [error(`not a list: write ${what} as [document, …]`)];
      const tooMany =
        value.length > type.most
          ? [error(`${value.length} documents, and ${type.most} can be filed: leave the others out`)]
          : [];
      return [...tooMany, ...value.flatMap((each) => documentIssues(each))];
    }
    default:
      return hasUnknown(value) ? [] : valueIssues(field, value, settings);
  }
}

function valueIssues<Settings>({ rule }: Field<Settings>, value: Value, settings: Settings): readonly OwnIssue[] {
  return (rule(settings).safeParse(value).error?.issues ?? []).map((issue) => {
    const isWarning = issue.code === "custom" && issue.params?.["warning"] === true;
    return { severity: isWarning ? "warning" : "error", reason: issue.message };
  });
}

function documentIssues(value: Value, forms?: string): readonly OwnIssue[] {
  // A path as such is told of by whoever can look at it.
  if (hasUnknown(value) || (typeof value === "string" && value !== "")) return [];
  const parsed = parseDocument(value, forms);
  return "reason" in parsed ? [error(parsed.reason)] : [];
}

function error(reason: string): OwnIssue {
  return { severity: "error", reason };
}
