import { inspectImage } from "../documents/image";
import { readDocument } from "../documents/read";
import type { Fault } from "../errors";
import type { Value, Values } from "../values";
import { judgeBehaviour } from "./behaviour";
import type { BehaviourInput } from "./behaviour";
import { digestOfField } from "./content";
import type { Field } from "./fields";
import { judge } from "./judge";
import type { Finding } from "./judge";
import { isAbsent, normaliseField } from "./normalForm";
import { documentsOf } from "./placedDocuments";
import type { PlacedDocument } from "./placedDocuments";

/**
 * Whether the inputs are declared for a signature that is to be taken over: then nothing is filed by declaring them.
 * An `adoptId` that can name none is a fault beside the others, and takes nothing over.
 */
export function isAdoption(behaviour: readonly BehaviourInput[], olds: Values | null, news: Values): boolean {
  const named = behaviour.filter(({ name }) => name === "adoptId");
  return olds === null && !isAbsent(news["adoptId"]) && judgeBehaviour(named, news).length === 0;
}

/** Every input that a resource knows. */
export interface InputTable<Settings> {
  readonly fields: readonly Field<Settings>[];
  readonly behaviour: readonly BehaviourInput[];
  /** Inputs that the resource knows in other circumstances, and why not in these. */
  readonly elsewhere?: ReadonlyMap<string, string> | undefined;
}

export interface CheckedInputs {
  /** The inputs whose normal form is another than what was given. */
  readonly normalised: Values;
  /** What must be corrected. */
  readonly faults: readonly Fault[];
  /** What should be looked at, in sentences. */
  readonly warnings: readonly string[];
}

/**
 * Judges all inputs at once. Rules bind filings only: what breaks one, and did so already when it was accepted, is a
 * warning, so that no pipeline turns red overnight; and so it is where an existing signature is taken over.
 * @param olds the inputs accepted before, in the same table's terms; null for a first declaration
 * @param folder what documents' paths are relative to
 * @param adopts see `isAdoption`
 */
export async function checkInputs<Settings>(
  table: InputTable<Settings>,
  olds: Values | null,
  news: Values,
  settings: Settings,
  folder: string,
  adopts = false,
): Promise<CheckedInputs> {
  const { fields, behaviour } = table;
  const changed = adopts ? [] : changedFields(fields, olds, news);
  const documents = changed.flatMap((field) => documentsOf(field, news));
  const findings = [...judge(fields, news, settings), ...(await inspectDocuments(documents, folder))];
  const binds = ({ severity, involved }: Finding) =>
    severity === "error" && changed.some((field) => involved.includes(field.name));
  return {
    normalised: normalised(table, news),
    faults: [...findings.filter(binds).map(faultOf), ...judgeBehaviour(behaviour, news), ...strangers(table, news)],
    warnings: findings.filter((finding) => !binds(finding)).map((finding) => sentence(finding, adopts)),
  };
}

function changedFields<Settings>(
  fields: readonly Field<Settings>[],
  olds: Values | null,
  news: Values,
): readonly Field<Settings>[] {
  return fields.filter(
    (field) => olds === null || digestOfField(field, olds[field.name]) !== digestOfField(field, news[field.name]),
  );
}

/** A document that cannot be read now is no fault: it is read when it is filed, wherever that is. */
async function inspectDocuments(documents: readonly PlacedDocument[], folder: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { input, document, formats } of documents) {
    if (document.path === undefined) continue;
    const found = (severity: Finding["severity"], reason: string) =>
      findings.push({ input, severity, reason, involved: [input] });
    const reading = readDocument(document, folder);
    if (reading.kind === "unavailable") found("warning", `${reading.reason}. It is read when it is filed`);
    if (reading.kind === "unfit") found("error", reading.reason);
    if (reading.kind !== "read") continue;
    const inspection = inspectImage(reading.bytes, formats);
    if (inspection.kind === "unfit") found("error", inspection.reason);
    if (inspection.kind === "image" && inspection.warning !== null) found("warning", inspection.warning);
  }
  return findings;
}

/** Inputs that nothing would read: a typing error, most likely. Those that begin with `__` are not the user's. */
function strangers<Settings>({ fields, behaviour, elsewhere }: InputTable<Settings>, inputs: Values): Fault[] {
  const known = [...fields, ...behaviour].map((each) => each.name);
  return Object.keys(inputs)
    .filter((name) => inputs[name] !== undefined && !name.startsWith("__") && !known.includes(name))
    .map((name) => ({
      input: name,
      reason: elsewhere?.get(name) ?? `there is no such input: the inputs are ${known.join(", ")}`,
    }));
}

function normalised<Settings>({ fields, behaviour }: InputTable<Settings>, inputs: Values): Values {
  const normal = (name: string, value: Value): Value => {
    const field = fields.find((each) => each.name === name);
    if (field !== undefined) return normaliseField(field, value);
    return behaviour.find((each) => each.name === name)?.normalise?.(value) ?? value;
  };
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) => {
      const other = normal(name, value);
      return JSON.stringify(other) === JSON.stringify(value) ? [] : [[name, other]];
    }),
  );
}

function faultOf({ input, reason }: Finding): Fault {
  return { input, reason };
}

function sentence({ input, reason, severity }: Finding, adopts: boolean): string {
  if (severity === "warning") return `${input}: ${reason}.`;
  const unbound = adopts
    ? "What is there already is taken over all the same"
    : "It was accepted before and nothing is stopped now";
  return `${input}: ${reason}. ${unbound}, but it must be right before the signature is filed again.`;
}
