import { fileIdOf } from "../documents/fileId";
import { DocumentError, InvalidInputError } from "../errors";
import type { Fault } from "../errors";
import type { FilePart } from "../http/multipart";
import { digestOfField, digestsOf } from "../inputs/content";
import { namesOf, reviewersOnlyOf } from "../inputs/fields";
import { isAbsent, normaliseField } from "../inputs/normalForm";
import { filePart, filingFaults } from "../inputs/parts";
import { documentsOf, type PlacedDocument } from "../inputs/placedDocuments";
import type { Digests } from "../lifecycle/digest";
import { UNKNOWN } from "../values";
import type { Value, Values } from "../values";
import { HUAWEI_BEHAVIOUR } from "./behaviour";
import { FIELDS } from "./fields";

/** The inputs that are filed, in the order in which they are sent. */
export const FIELD_NAMES: readonly string[] = namesOf(FIELDS);

/** The inputs that say how the resource behaves. */
export const BEHAVIOUR_NAMES: readonly string[] = HUAWEI_BEHAVIOUR.map((each) => each.name);

/** The inputs that serve the reviewers alone. */
export const REVIEWERS_ONLY: readonly string[] = reviewersOnlyOf(FIELDS);

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

/** The application is given in one of two ways. */
export function judgeApplication({ appId, appName }: Values): Fault[] {
  if (appId === UNKNOWN || appName === UNKNOWN) return [];
  if (isAbsent(appId) && isAbsent(appName))
    return [{ input: "appId", reason: "missing: give the application's id, or its name as appName" }];
  if (isAbsent(appId) || isAbsent(appName)) return [];
  return [{ input: "appName", reason: "given beside appId, which says it all: leave one of them out" }];
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
  const faults = [...filingFaults(FIELDS, inputs, null), ...judgeApplication(inputs)];
  if (faults.length > 0) throw new InvalidInputError(faults);
  const body: { [wireName: string]: string | number } = {};
  for (const field of FIELDS) {
    const value = normaliseField(field, inputs[field.name]);
    if (isAbsent(value) || field.kind === "documents" || field.name === "appName") continue;
    const wire = field.kind === "document" ? fileIdOf(value) : wireValueOf(value);
    if (wire !== null) body[field.wireName] = wire;
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
  return typeof value === "number" ? value : String(value);
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
    const part = await filePart(document, folder);
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
