import type { Part } from "../server/form";
import { image, type Image, type Submission } from "../signatures/signature";
import { JPushError } from "./errors";
import { imageProblem } from "./images";
import { rules, type RuleContext } from "./rules";
import type { ImageField, Revision, TextField } from "./revisions/revision";

export interface FieldContext extends RuleContext {
  revision: Revision;
}

/** The submission that a form makes, or the vendor's refusal. `kept` are images that stand in for those not sent. */
export function readSubmission(parts: readonly Part[], context: FieldContext, kept: readonly Image[] = []): Submission {
  const { fields, images } = sort(parts, context);
  for (const one of kept) if (!images.has(one.field)) images.set(one.field, one);

  for (const [name, field] of Object.entries(context.revision.fields)) {
    const present = field.kind === "text" ? fields.has(name) : images.has(name);
    if (!present && isRequired(field, fields.get("type"))) throw new JPushError(50007, `${name}: is missing`);
  }
  for (const [name, field] of Object.entries(context.revision.fields)) {
    const text = fields.get(name);
    if (field.kind !== "text" || text === undefined) continue;
    const problem = rules[field.rule](text, context);
    if (problem) throw new JPushError(field.rule === "sign" ? 50104 : 50007, `${name}: ${problem}`);
  }
  const text = fields.get("sign") ?? "";
  if (context.settings.blockedWords.some((word) => text.includes(word))) {
    throw new JPushError(50037, "sign: has a blocked word");
  }
  for (const { field, content } of images.values()) {
    const problem = imageProblem(content, context.settings.imageLimit);
    if (problem) throw new JPushError(50101, `${field}: ${problem}`);
  }
  return { text, fields: Object.fromEntries(fields), images: [...images.values()] };
}

/** Of several parts of one name the last one counts. An empty part is a field left out. */
function sort(parts: readonly Part[], { revision, settings }: FieldContext) {
  const fields = new Map<string, string>();
  const images = new Map<string, Image>();
  for (const { name, fileName, content } of parts) {
    const field = Object.hasOwn(revision.fields, name) ? revision.fields[name] : undefined;
    if (!field) {
      if (settings.strict) throw new JPushError(50007, `${printable(name)}: is no field of ${revision.name}`);
    } else if (field.kind === "text") {
      fields.delete(name);
      if (content.length > 0 || field.rule === "sign") fields.set(name, content.toString("utf8"));
    } else {
      images.delete(name);
      if (content.length > 0 || fileName !== "") images.set(name, image(name, fileName, content));
    }
  }
  return { fields, images };
}

function isRequired(field: TextField | ImageField, type: string | undefined): boolean {
  if (typeof field.required === "object") return field.required.includes(Number(type));
  return field.required ?? false;
}

/** Names are the client's own, and a header takes only ASCII. */
function printable(name: string): string {
  return name.replace(/[^\x21-\x7e]/g, "?").slice(0, 60);
}
