import type { DocumentFormat } from "../../properties";
import { parseDocument } from "../documents/document";
import { inspectImage } from "../documents/image";
import { readDocument } from "../documents/read";
import { DocumentError, InvalidInputError } from "../errors";
import type { Fault } from "../errors";
import type { FilePart, Part } from "../http/multipart";
import { hasUnknown, isAbsent, isList, textOf } from "../values";
import type { Document, Value, Values } from "../values";
import { isDocument, normaliseField } from "./fields";
import type { Field } from "./fields";
import { validate } from "./validate";
import type { InputTable } from "./validate";

/** A well-formed document that is to be filed, with what the vendor calls it. */
export interface PlacedDocument {
  readonly input: string;
  readonly wireName: string;
  readonly document: Document;
  /** Those that the vendor takes in its place. */
  readonly formats: readonly DocumentFormat[];
}

/** The documents of a field that are given, known and well formed. */
export function documentsOf(field: Field<never>, inputs: Values): readonly PlacedDocument[] {
  const { type } = field.input;
  if (type.kind !== "document" && type.kind !== "documents") return [];
  const value = normaliseField(field, inputs[field.name]);
  const documents: readonly Value[] = type.kind === "documents" && isList(value) ? value : [value];
  return field.wireNames.flatMap((wireName, place) => {
    const each = documents[place];
    if (isAbsent(each) || hasUnknown(each)) return [];
    const parsed = parseDocument(each);
    if (!("document" in parsed)) return [];
    return [{ input: field.name, wireName, document: parsed.document, formats: type.formats }];
  });
}

/** The paths of a field that the program could not read: what stands there has no content that is known. */
export function unreadPaths({ name, input }: Field<never>, inputs: Values): readonly string[] {
  const { kind } = input.type;
  if (kind !== "document" && kind !== "documents") return [];
  const value = inputs[name];
  const values: readonly Value[] = kind === "documents" && isList(value) ? value : [value];
  return values.flatMap((each) => (typeof each === "string" && each !== "" ? [each] : []));
}

/** A reason without what stands in the secret inputs: the path of a document can name a person. */
export function withoutSecrets(reason: string, fields: readonly Field<never>[], inputs: Values): string {
  return fields.reduce((text, { name, input }) => {
    const value = inputs[name];
    return input.secret && typeof value === "string" && value !== "" ? text.replaceAll(value, "…") : text;
  }, reason);
}

type Filed<Settings> = Pick<InputTable<Settings>, "fields" | "relations">;

/** The rules that a filing must keep, all as errors. Those about the documents' bytes apply when they are read. */
export function filingFaults<Settings>(table: Filed<Settings>, inputs: Values, settings: Settings): readonly Fault[] {
  const unknown = table.fields
    .filter(({ name }) => hasUnknown(inputs[name]))
    .map(({ name }) => ({ input: name, reason: "its value is not known yet: this is filed when it is" }));
  const unread = table.fields
    .filter((field) => unreadPaths(field, inputs).length > 0)
    .map(({ name }) => ({ input: name, reason: "its file could not be read when the program ran" }));
  const broken = validate(table, inputs, settings).filter(({ severity }) => severity === "error");
  return [...unknown, ...unread, ...broken.map(({ input, reason }) => ({ input, reason }))];
}

/**
 * The parts of the form that files the inputs, in the table's order.
 * @param folder what documents' paths are relative to
 * @throws InvalidInputError with all faults at once, DocumentError where one document is the only one
 */
export async function buildForm<Settings>(
  table: Filed<Settings>,
  inputs: Values,
  settings: Settings,
  folder: string,
): Promise<readonly Part[]> {
  const broken = filingFaults(table, inputs, settings);
  const unfit: Fault[] = [];
  const parts: Part[] = [];
  for (const field of table.fields) {
    for (const placed of documentsOf(field, inputs)) {
      const part = filePart(placed, folder);
      if ("reason" in part) unfit.push({ ...part, reason: withoutSecrets(part.reason, table.fields, inputs) });
      else parts.push(part);
    }
    const value = normaliseField(field, inputs[field.name]);
    const [wireName] = field.wireNames;
    if (!isDocument(field) && wireName !== undefined && !isAbsent(value))
      parts.push({ wireName, text: textOf(value), secret: field.input.secret ?? false });
  }
  const [first, ...others] = unfit;
  if (broken.length === 0 && first !== undefined && others.length === 0)
    throw new DocumentError(first.input, first.reason);
  if (broken.length + unfit.length > 0) throw new InvalidInputError([...broken, ...unfit]);
  return parts;
}

/** Reads a document as the part of a form; neither its name nor its path goes with it. */
export function filePart({ input, wireName, document, formats }: PlacedDocument, folder: string): FilePart | Fault {
  const reading = readDocument(document, folder);
  if (reading.kind !== "read") return { input, reason: reading.reason };
  const inspection = inspectImage(reading.bytes, formats);
  if (inspection.kind === "unfit") return { input, reason: inspection.reason };
  const { contentType, extension } = inspection.format;
  return { wireName, fileName: `${wireName}.${extension}`, contentType, bytes: reading.bytes };
}
