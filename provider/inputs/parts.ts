import { inspectImage } from "../documents/image";
import { readDocument } from "../documents/read";
import { DocumentError, InvalidInputError } from "../errors";
import type { Fault } from "../errors";
import type { FilePart, Part } from "../http/multipart";
import { hasUnknown } from "../values";
import type { Values } from "../values";
import type { Field } from "./fields";
import { judge } from "./judge";
import { isAbsent, normaliseField } from "./normalForm";
import { documentsOf } from "./placedDocuments";
import type { PlacedDocument } from "./placedDocuments";

/** The rules that a filing must keep, all as errors. Those about the documents' bytes are judged when they are read. */
export function filingFaults<Settings>(
  fields: readonly Field<Settings>[],
  inputs: Values,
  settings: Settings,
): Fault[] {
  const unknown = fields
    .filter((field) => hasUnknown(inputs[field.name]))
    .map((field) => ({ input: field.name, reason: "its value is not known yet: this is filed when it is" }));
  const broken = judge(fields, inputs, settings).filter((finding) => finding.severity === "error");
  return [...unknown, ...broken.map(({ input, reason }) => ({ input, reason }))];
}

/**
 * Everything that is to be sent, in the table's order.
 * @param folder what documents' paths are relative to
 * @throws InvalidInputError with all faults at once, DocumentError where one document is the only one
 */
export async function partsOf<Settings>(
  fields: readonly Field<Settings>[],
  inputs: Values,
  settings: Settings,
  folder: string,
): Promise<readonly Part[]> {
  const broken = filingFaults(fields, inputs, settings);
  const unfit: Fault[] = [];
  const parts: Part[] = [];
  for (const field of fields) {
    for (const placed of documentsOf(field, inputs)) {
      const part = await filePart(placed, folder);
      if ("reason" in part) unfit.push(part);
      else parts.push(part);
    }
    const value = normaliseField(field, inputs[field.name]);
    if (field.kind === "scalar" && !isAbsent(value)) {
      parts.push({ wireName: field.wireName, text: String(value), secret: field.secret ?? false });
    }
  }
  const [first, ...others] = unfit;
  if (broken.length === 0 && first !== undefined && others.length === 0)
    throw new DocumentError(first.input, first.reason);
  if (broken.length + unfit.length > 0) throw new InvalidInputError([...broken, ...unfit]);
  return parts;
}

/** Reads a document as the part of a form; neither its name nor its path goes with it. */
export async function filePart(
  { input, wireName, document, formats }: PlacedDocument,
  folder: string,
): Promise<FilePart | Fault> {
  const reading = readDocument(document, folder);
  if (reading.kind !== "read") return { input, reason: reading.reason };
  const inspection = inspectImage(reading.bytes, formats);
  if (inspection.kind === "unfit") return { input, reason: inspection.reason };
  const { contentType, extension } = inspection.format;
  return { wireName, fileName: `${wireName}.${extension}`, contentType, bytes: reading.bytes };
}
