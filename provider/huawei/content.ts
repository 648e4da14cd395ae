import { huaweiSignature, namesWith } from "../../properties";
import { fileIdOf } from "../documents/document";
import { DocumentError, InvalidInputError } from "../errors";
import type { Fault } from "../errors";
import type { FilePart } from "../http/multipart";
import { digestOfField, digestsOf, fieldsOf, normaliseField } from "../inputs/fields";
import { documentsOf, filePart, filingFaults } from "../inputs/form";
import type { PlacedDocument } from "../inputs/form";
import type { Digests } from "../lifecycle/digest";
import { isAbsent, textOf } from "../values";
import type { Value, Values } from "../values";
import { BEHAVIOUR_RULES, RELATIONS, RULES } from "./rules";

/** The inputs that are filed, in the order in which they are sent. */
export const FIELDS = fieldsOf(huaweiSignature.filed, RULES);

/** The inputs that say how the resource behaves. */
export const BEHAVIOUR = fieldsOf(huaweiSignature.behaviour, BEHAVIOUR_RULES);

/** The inputs that serve the reviewers alone. */
export const REVIEWERS_ONLY = namesWith(huaweiSignature.filed, "reviewersOnly");

/** The inputs that together name a signature at Huawei Cloud. */
export const UNIQUE_BY = ["signatureName", "signatureType"];

/** What is filed: the text, null while it is unknown, and each field's digest. */
export function contentOf(inputs: Values): { readonly text: string | null; readonly digests: Digests } {
  const text = inputs["signatureName"];
  return { text: typeof text === "string" ? text : null, digests: digestsOf(FIELDS, inputs) };
}

/** The digest under which a value of the vendor's would stand in a ledger. */
export function digestOfInput(name: string, value: Value): string | null {
  const field = FIELDS.find((each) => each.name === name);
  return field === undefined ? null : digestOfField(field, value);
}

/** What one signature has to file: all but the ids that are known only when it is filed. */
export interface Content {
  /** Everything that stands in the body as it is. */
  readonly body: { readonly [wireName: string]: string | number };
  /** Where the application is given by its name. */
  readonly appName: string | null;
  /** By their own content; those that are given by id are in the body. */
  readonly documents: readonly PlacedDocument[];
}

/**
 * What the inputs file.
 * @throws InvalidInputError with all faults at once
 */
export function prepareContent(inputs: Values): Content {
  const faults = filingFaults({ fields: FIELDS, relations: RELATIONS }, inputs, null);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const body: { [wireName: string]: string | number } = {};
  for (const field of FIELDS) {
    const value = normaliseField(field, inputs[field.name]);
    const [wireName] = field.wireNames;
    if (isAbsent(value) || wireName === undefined) continue;
    const wire = field.input.type.kind === "document" ? fileIdOf(value) : wireValueOf(value);
    if (wire !== null) body[wireName] = wire;
  }
  const appName = inputs["appName"];
  return {
    body,
    appName: typeof appName === "string" && appName !== "" ? appName : null,
    documents: FIELDS.flatMap((field) => documentsOf(field, inputs)),
  };
}

function wireValueOf(value: Value): string | number {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "number" ? value : textOf(value);
}

/** A document as it is uploaded. */
export interface Scan {
  readonly document: PlacedDocument;
  readonly part: FilePart;
}

/**
 * Reads documents for uploading, under neutral names: the names of the user's own files are nobody's business, and
 * Huawei Cloud takes no spaces and few signs in one.
 * @throws InvalidInputError, DocumentError where a single one cannot be filed
 */
export async function readScans(documents: readonly PlacedDocument[], folder: string): Promise<readonly Scan[]> {
  const scans: Scan[] = [];
  const unfit: Fault[] = [];
  for (const document of documents) {
    const part = filePart(document, folder);
    if ("reason" in part) unfit.push(part);
    else
      scans.push({
        document,
        part: { ...part, wireName: "file", fileName: part.fileName.replace(/^.*(?=\.)/, document.input) },
      });
  }
  const [first, ...others] = unfit;
  if (first !== undefined)
    throw others.length === 0 ? new DocumentError(first.input, first.reason) : new InvalidInputError(unfit);
  return scans;
}
