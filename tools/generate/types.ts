import type {
  ApprovalTable,
  Choice,
  Enumeration,
  Input,
  Inputs,
  Outputs,
  PropertyType,
  ProviderTable,
  Settings,
  SignatureTable,
} from "../../properties";
import { inRevision } from "../../properties";

/*
 * The declarations of `sdk/generated/`, one vendor's tables at a time. They are written so that TypeScript 3.8, which
 * the Pulumi SDK brings along, can read what the compiler makes of them.
 */

const HEADER = "// Made from properties/ by `npm run generate`. Do not edit.\n";

export interface Vendor {
  readonly signature: SignatureTable;
  readonly approval: ApprovalTable;
  readonly provider: ProviderTable;
  /** The module of `sdk/` that has the vendor's classes. */
  readonly module: string;
  /** What every vendor's signatures understand, which stands in an interface of its own. */
  readonly shared: Inputs;
}

/** What all vendors' declarations share. */
export function sharedTypes(behaviour: Inputs, outputs: Outputs): string {
  const named = Object.values(outputs).flatMap(({ type }) => (type.kind === "choice" && type.name ? [type] : []));
  return [
    HEADER,
    'import * as pulumi from "@pulumi/pulumi";\n',
    doc(["How a signature behaves. None of it is sent to the vendor, and a change of it files nothing."]),
    `export interface SignatureBehaviour {\n${argumentsOf(behaviour)}}\n`,
    ...named.map(choiceType),
  ].join("\n");
}

/** One vendor's arguments, outputs and enumerations. */
export function vendorTypes(vendor: Vendor): string {
  const { signature, approval, provider, module, shared } = vendor;
  const { className } = signature;
  const body = [
    ...enumerationsOf(signature).map(enumeration),
    signatureArguments(signature, shared),
    doc([`The inputs and outputs of the class {@link ${className}}, by which programs read them.`]),
    `export abstract class ${className}Properties extends SmsSignature {\n`,
    ...outputDeclarations(signature),
    "}\n",
    doc([`What the class {@link ${approval.className}} takes.`]),
    `export interface ${approval.className}Args {\n${argumentsOf(approval.inputs, className)}}\n`,
    doc([`The outputs of the class {@link ${approval.className}}.`]),
    `export abstract class ${approval.className}Properties extends SmsSignatureApproval {\n`,
    ...declarations(approval.outputs),
    "}\n",
    doc([provider.description]),
    `export interface ${provider.className}Args {\n${settingArguments(provider.settings)}}\n`,
  ].join("\n");
  const documents = ["DocumentById", "DocumentInput", "DocumentOrIdOutput", "DocumentOutput", "DocumentSource"].filter(
    (name) => new RegExp(`\\b${name}\\b`).test(body),
  );
  return [
    HEADER,
    'import * as pulumi from "@pulumi/pulumi";',
    `import type { ${documents.join(", ")} } from "../document";`,
    `import type { ${className} } from "../${module}";`,
    'import { SmsSignature, SmsSignatureApproval } from "../SmsSignature";',
    'import type { SignatureBehaviour, SignatureStatus } from "./signature";\n',
    body,
  ].join("\n");
}

function enumerationsOf({ filed }: SignatureTable): readonly Enumeration[] {
  const all = Object.values(filed).flatMap(({ type, revisions = {} }) => [
    type,
    ...Object.values(revisions).flatMap((each) => each.type ?? []),
  ]);
  return [...new Set(all)].filter((type) => type.kind === "enumeration");
}

function enumeration({ name, description, page, members }: Enumeration): string {
  const lines = Object.entries(members).map(
    ([member, { value, description: text, deprecated }]) =>
      `${doc([text, ...(deprecated === undefined ? [] : [`@deprecated ${deprecated}`])])}${member}: ${JSON.stringify(value)},\n`,
  );
  return [
    doc([description, `@see ${page}`]),
    `export const ${name} = {\n${lines.join("")}} as const;\n`,
    `export type ${name} = (typeof ${name})[keyof typeof ${name}];\n`,
  ].join("");
}

function choiceType({ name = "", values }: Choice): string {
  const meanings = Object.entries(values).map(([value, meaning]) => `- \`${value}\`: ${meaning}`);
  return `${doc(["How the declared content stands:", ...meanings])}export type ${name} = ${union(Object.keys(values))};\n`;
}

/** The arguments of a signature; where its API has revisions, one interface for each and their union. */
function signatureArguments(table: SignatureTable, shared: Inputs): string {
  const { className, filed, behaviour, revisions, description, page } = table;
  const name = `${className}Args`;
  const own = Object.fromEntries(Object.entries(behaviour).filter(([input]) => !(input in shared)));
  if (revisions === undefined) {
    return `${doc([description, `@see ${page}`])}export interface ${name} extends SignatureBehaviour {\n${argumentsOf({ ...filed, ...own })}}\n`;
  }
  const interfaceOf = (revision: string) => {
    const inputs = inRevision(filed, revision);
    // Named too, so that the compiler refuses them.
    const others = Object.keys(filed).filter((input) => !(input in inputs));
    return [
      doc([
        `What a signature declares in revision ${revision} of the API${revision === revisions[0] ? ", the default" : ""}.`,
        `@see ${page}`,
      ]),
      `export interface ${name}${revision.replace("-", "")} extends SignatureBehaviour {\n`,
      argumentsOf({ ...inputs, ...own }, className, revision, revision === revisions[0]),
      others.map((input) => `/** Revision ${revision} does not have it. */\n${input}?: undefined;\n`).join(""),
      "}\n",
    ].join("");
  };
  // The default last: compilers then explain by it what is missing where no revision is named.
  const names = [...revisions].reverse().map((revision) => `${name}${revision.replace("-", "")}`);
  return [
    ...revisions.map(interfaceOf),
    `${doc(["What a signature declares; `apiRevision` decides which inputs there are."])}export type ${name} = ${names.join(" | ")};\n`,
  ].join("\n");
}

function argumentsOf(inputs: Inputs, signatureClass = "", revision?: string, isDefault = false): string {
  return Object.entries(inputs)
    .map(([name, input]) => {
      if (input.literal)
        return isDefault
          ? `${docOf(input)}${name}?: ${JSON.stringify(revision)} | undefined;\n`
          : `${doc([input.description])}${name}: ${JSON.stringify(revision)};\n`;
      return `${docOf(input)}${name}${input.required === true ? "" : "?"}: ${inputType(input, signatureClass)};\n`;
    })
    .join("");
}

function inputType({ type, required }: Input, signatureClass: string): string {
  const optional = required === true ? "" : " | undefined";
  switch (type.kind) {
    case "signature":
      return signatureClass;
    case "document":
      return `pulumi.Input<DocumentSource${type.byId ? " | DocumentById" : ""}${optional}>`;
    case "documents":
      return `pulumi.Input<readonly DocumentInput[]${optional}>`;
    default:
      return `pulumi.Input<${valueType(type)}${optional}>`;
  }
}

function outputDeclarations(table: SignatureTable): readonly string[] {
  const inputs = Object.entries({ ...table.filed, ...table.behaviour }).map(([name, input]) => {
    const everywhere = Object.values(input.revisions ?? {});
    const types = [...new Set((everywhere.length === 0 ? [{}] : everywhere).map((own) => ({ ...input, ...own }).type))];
    const isAlways =
      input.required === true &&
      (input.revisions === undefined || everywhere.length === (table.revisions ?? []).length);
    const union = [...new Set(types.map(outputType))].join(" | ");
    return `${docOf(input)}declare readonly ${name}: pulumi.Output<${union}${isAlways ? "" : " | undefined"}>;\n`;
  });
  return [...inputs, ...declarations(table.outputs)];
}

/** Of the outputs that are not for programs only what another class of this package reads. */
function declarations(outputs: Outputs): readonly string[] {
  return Object.entries(outputs).flatMap(([name, { type, nullable, secret, description }]) => {
    if (name.startsWith("__") && secret) return [];
    const lines = [description, ...(name.startsWith("__") ? ["@internal"] : [])];
    return [`${doc(lines)}declare readonly ${name}: pulumi.Output<${outputType(type)}${nullable ? " | null" : ""}>;\n`];
  });
}

function outputType(type: PropertyType): string {
  switch (type.kind) {
    case "document":
      return type.byId ? "DocumentOrIdOutput" : "DocumentOutput";
    case "documents":
      return "DocumentOutput[]";
    default:
      return valueType(type);
  }
}

function settingArguments(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, setting]) => {
      const fallback = setting.otherwise ?? setting.default;
      const lines = [setting.description, ...(fallback === undefined ? [] : [`@default ${JSON.stringify(fallback)}`])];
      const optional = setting.required ? "" : " | undefined";
      return `${doc(lines)}${name}${optional && "?"}: pulumi.Input<${valueType(setting.type)}${optional}>;\n`;
    })
    .join("");
}

function valueType(type: PropertyType): string {
  switch (type.kind) {
    case "text":
    case "duration":
      return "string";
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "enumeration":
      return type.name;
    case "choice":
      return type.name ?? union(Object.keys(type.values));
    default:
      return "unknown";
  }
}

function union(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

function docOf({ description, default: fallback, deprecated }: Input): string {
  return doc([
    description,
    ...(fallback === undefined ? [] : [`@default ${JSON.stringify(fallback)}`]),
    ...(deprecated === undefined ? [] : [`@deprecated ${deprecated}`]),
  ]);
}

/** A comment whose lines are folded: prettier leaves comments alone. */
function doc(lines: readonly string[]): string {
  const folded = lines.flatMap((line) => fold(line, 110));
  if (folded.length === 1) return `/** ${folded[0]} */\n`;
  return `/**\n${folded.map((line) => ` * ${line}\n`).join("")} */\n`;
}

function fold(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
