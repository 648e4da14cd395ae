import { z } from "zod";
import { image, type Image, type Submission } from "../signatures/signature";
import { HuaweiError } from "./errors";
import type { StoredFile } from "./files";
import { rules, type RuleContext, type TextRule } from "./rules";

interface Field {
  rule: TextRule;
  /** Or the sources that need it. */
  required?: boolean | readonly number[];
  /** It names an uploaded file, of one of these formats. */
  formats?: readonly string[];
}

const pictures = ["jpg", "png", "gif", "jpeg"];

/** The body of a create and an update, by wire name. */
const fields: Readonly<Record<string, Field>> = {
  app_id: { rule: "any", required: true },
  signature_name: { rule: "name", required: true },
  signature_source: { rule: "source", required: true },
  signature_type: { rule: "type", required: true },
  is_involved_third: { rule: "yesOrNo", required: true },
  apply_desc: { rule: "any" },
  file_id: { rule: "any", formats: pictures },
  power_attorney_fileid: { rule: "any", formats: [...pictures, "pdf"] },
  signature_related_file_id: { rule: "any", required: [2, 5], formats: pictures },
  license_number: { rule: "any", required: [2] },
  registration_number: { rule: "any", required: [5] },
  source_title_content: { rule: "any" },
  qualification_id: { rule: "any" },
};

/** The sources for which a discarded field is still listed as mandatory. */
const titledSources = [1, 2, 3, 4];

export interface FieldContext extends RuleContext {
  /** The project's file of an id. */
  file(id: string): StoredFile | undefined;
}

/** The submission that a JSON body makes, or the vendor's refusal. */
export function readSubmission(bytes: Buffer, context: FieldContext): Submission {
  const texts = sort(parse(bytes), context);
  const source = Number(texts["signature_source"]);
  for (const [name, field] of Object.entries(fields)) {
    if (texts[name] === undefined && isRequired(name, field, source, context)) throw wrong(name, "is missing");
  }
  for (const [name, text] of Object.entries(texts)) {
    const problem = rules[fields[name]?.rule ?? "any"](text, context);
    if (problem) throw wrong(name, problem);
  }
  const images = Object.entries(texts).flatMap(([name, id]) => readDocument(name, id, context));
  return { text: texts["signature_name"] ?? "", fields: texts, images };
}

/** Texts in the order of the table. What is null or empty is a field left out. */
function sort(body: Record<string, unknown>, { settings }: RuleContext): Record<string, string> {
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(fields, name));
  if (settings.strict && unknown !== undefined) throw wrong(unknown, "is no field");
  const texts: Record<string, string> = {};
  for (const name of Object.keys(fields)) {
    const value = body[name];
    if (value === undefined || value === null || value === "") continue;
    const isNumber = name === "signature_source" && Number.isInteger(value);
    if (typeof value !== "string" && !isNumber) throw wrong(name, "is not a text");
    texts[name] = typeof value === "string" ? value : JSON.stringify(value);
  }
  return texts;
}

function isRequired(name: string, { required }: Field, source: number, { settings }: RuleContext): boolean {
  if (name === "source_title_content") return settings.sourceTitles && titledSources.includes(source);
  return typeof required === "object" ? required.includes(source) : (required ?? false);
}

function readDocument(name: string, id: string, context: FieldContext): Image[] {
  const formats = fields[name]?.formats;
  if (!formats) return [];
  const file = context.file(id);
  if (!file) throw new HuaweiError("MSGSMS.0011", `${name}: the project has no such file`);
  if (!formats.includes(file.format)) throw wrong(name, `is a ${file.format}, ${formats.join(", ")} are taken`);
  return [image(name, file.fileName, file.content)];
}

function parse(bytes: Buffer): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    throw new HuaweiError("MSGSMS.0002", "the body is not a JSON object");
  }
}

function wrong(name: string, problem: string): HuaweiError {
  return new HuaweiError("MSGSMS.0002", `${name}: ${problem}`);
}
