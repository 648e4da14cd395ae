import type {
  ApprovalTable,
  Choice,
  Enumeration,
  Input,
  Inputs,
  Outputs,
  PropertyType,
  ProviderTable,
  Setting,
  Settings,
  SignatureTable,
} from "../../properties";
import { inputsOf } from "../../properties";
import { inPluginsWords } from "../../provider/plugin/wording";

/*
 * The schema of the plugin `sms`, from which the SDKs of every language and the Pulumi Registry's pages are made:
 * https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema/
 *
 * No input has its default here: an SDK would then declare it, and what was declared without it would differ. The
 * descriptions tell the defaults.
 */

type Json = { readonly [key: string]: unknown };

export interface SchemaVendor {
  readonly signature: SignatureTable;
  readonly approval: ApprovalTable;
  readonly provider: ProviderTable;
}

/** What package.json says of this package. */
export interface PackageFacts {
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly keywords: readonly string[];
  readonly homepage: string;
  /** The repository's page. */
  readonly repository: string;
  readonly publisher: string;
}

/*
 * Every type of a resource's inputs is in the resource's own module, also where both vendors have it: Go's SDK would import
 * another module of a union and not use it. The settings are beside the provider: vendors' modules import the provider's,
 * and Go takes no imports in a circle.
 */
const INDEX = "sms:index:";

/** The text of `schema.json`. */
export function schemaOf(facts: PackageFacts, vendors: readonly SchemaVendor[]): string {
  const providerProperties = Object.fromEntries(
    vendors.map(({ provider }) => [
      provider.namespace,
      { $ref: ref(settingsToken(provider)), secret: true, description: provider.description },
    ]),
  );
  const schema = {
    name: "sms",
    displayName: "SMS signatures",
    ...facts,
    // The CLI puts in the version, and looks there for the archive of its own system.
    pluginDownloadURL: `${facts.repository}/releases/download/v\${VERSION}`,
    keywords: [...facts.keywords, "category/cloud", "kind/native"],
    config: { variables: providerProperties },
    types: Object.assign({}, ...vendors.map(typesOf)) as Json,
    provider: {
      description:
        "An account of JPush, of Huawei Cloud, or one of each, beside those that the environment or the stack's configuration names.",
      inputProperties: providerProperties,
      properties: {},
    },
    resources: Object.fromEntries(
      vendors.flatMap((vendor) => [
        [vendor.signature.token, signatureResource(vendor)],
        [vendor.approval.token, approvalResource(vendor)],
      ]),
    ),
    functions: Object.fromEntries(vendors.map((vendor) => [functionToken(vendor), getFunction(vendor)])),
    language: {
      nodejs: { dependencies: { "@pulumi/pulumi": "^3.0.0" }, respectSchemaVersion: true },
      python: { requires: { pulumi: ">=3.0.0,<4.0.0" }, pyproject: { enabled: true }, respectSchemaVersion: true },
      go: {
        importBasePath: `${new URL(facts.repository).host}${new URL(facts.repository).pathname}/sdk/go/sms`,
        generateResourceContainerTypes: true,
        respectSchemaVersion: true,
      },
      csharp: { packageReferences: { Pulumi: "3.*" }, respectSchemaVersion: true },
      java: { buildFiles: "gradle" },
    },
  };
  return `${inPluginsWords(JSON.stringify(schema, null, 2))}\n`;
}

function signatureResource({ signature, approval }: SchemaVendor): Json {
  const inputs = inputsOf(signature);
  return {
    description: withPage(signature.description, signature.page),
    inputProperties: inputProperties(inputs, signature),
    requiredInputs: required(inputs),
    properties: { ...echoedProperties(inputs, signature), ...outputProperties(signature.outputs) },
    required: [...required(inputs), ...present(signature.outputs)],
    // Every language's SDK has a method that reads one.
    stateInputs: {
      properties: { [approval.gated.text]: { type: "string", description: "The text." } },
      type: "object",
    },
  };
}

function approvalResource({ signature, approval }: SchemaVendor): Json {
  const { timeout, ...others } = approval.inputs;
  const inputs = {
    ...others,
    timeout: {
      ...(timeout as Input),
      description:
        "How long one run waits, at most `24d`: `90s`, `45m`, `24h`, `3d`; with `0s` it asks once. A run that is interrupted ends its wait first. The resource option `customTimeouts` counts too: the shorter one.",
    },
  };
  return {
    description: `${approval.description} Where a wait takes longer than its run may, nothing is lost: the next run goes on waiting.`,
    inputProperties: inputProperties(inputs, signature),
    requiredInputs: required(inputs),
    properties: { ...echoedProperties(inputs, signature), ...outputProperties(approval.outputs) },
    required: [...required(inputs), ...present(approval.outputs)],
  };
}

function getFunction({ signature, approval, provider }: SchemaVendor): Json {
  const { text } = approval.gated;
  const { description = "" } = inputsOf(signature)[text] ?? {};
  return {
    description: `Reads a signature that nobody has to declare. Nothing is ever filed, changed or deleted for it; the run fails where the account has none of that id.`,
    inputs: {
      type: "object",
      properties: {
        id: {
          type: "string",
          description:
            provider.namespace === "jpush"
              ? "The sign id."
              : "The signature_id that the console shows, or the primary key.",
        },
      },
      required: ["id"],
    },
    outputs: {
      type: "object",
      properties: {
        [text]: { type: "string", description: first(description) },
        ...outputProperties(signature.outputs),
      },
      required: [text, ...present(signature.outputs)],
    },
  };
}

function functionToken({ signature }: SchemaVendor): string {
  return signature.token.replace(/:(\w+)$/, ":get$1");
}

function typesOf({ signature, approval, provider }: SchemaVendor): Json {
  const inputs = inputsOf(signature);
  const types = Object.values(inputs).flatMap((input) => typesOfInput(input));
  const outputs = signature.outputs;
  const { text, newest, serving } = approval.gated;
  const told = [newest, serving, "status", "rejectionReason", "accountFingerprint"];
  return {
    ...documentTypes(
      signature,
      types.some((type) => type.kind === "document" && type.byId === true),
    ),
    ...Object.fromEntries(
      types.flatMap((type) => (type.kind === "enumeration" ? [[enumToken(type), enumType(type)]] : [])),
    ),
    ...choiceTypes(moduleOf(signature), inputs),
    ...choiceTypes(INDEX, provider.settings),
    [gatedToken(signature)]: {
      type: "object",
      description: "A signature as its approval gate is told of it: the signature's outputs of the same names.",
      properties: {
        [text]: { type: "string", description: first(inputsOf(signature)[text]?.description ?? "") },
        ...outputProperties(Object.fromEntries(Object.entries(outputs).filter(([name]) => told.includes(name)))),
      },
      required: [text, "status", "accountFingerprint"],
    },
    [settingsToken(provider)]: {
      type: "object",
      description: provider.description,
      properties: settingProperties(provider.settings),
    },
  };
}

function choiceTypes(module: string, inputs: Inputs | Settings): Json {
  return Object.fromEntries(
    Object.entries<Input | Setting>(inputs).flatMap(([name, { type, description }]) =>
      type.kind === "choice" ? [[choiceToken(module, name), choiceType(type, description)]] : [],
    ),
  );
}

function documentTypes(table: SignatureTable, byId: boolean): Json {
  const hash = {
    type: "string",
    description: "The SHA-256 of the file's bytes, 64 hexadecimal digits in lower case, as `sha256sum` prints it.",
  };
  const path = {
    type: "string",
    description:
      "Where the file is when it must be filed, relative to the program's folder. It is read only then, and its hash must agree.",
  };
  return {
    [documentToken(table)]: {
      type: "object",
      description:
        "A document by its content, so that the file itself need be on no machine but the one that files it.",
      properties: { sha256: hash, path },
      required: ["sha256"],
    },
    ...(byId ? { [documentByIdToken(table)]: documentById() } : {}),
  };
}

function documentById(): Json {
  const fileId = { type: "string", description: "The id that the vendor gave the document when it was uploaded." };
  return {
    type: "object",
    description: "A document that the vendor holds already.",
    properties: { fileId },
    required: ["fileId"],
  };
}

function inputProperties(inputs: Inputs, table: SignatureTable): Json {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      {
        ...inputType(name, input, table),
        description: describe(input, table),
        ...(input.secret ? { secret: true } : {}),
        ...(input.deprecated === undefined ? {} : { deprecationMessage: input.deprecated }),
      },
    ]),
  );
}

/** The inputs among the outputs. */
function echoedProperties(inputs: Inputs, table: SignatureTable): Json {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const isDocument = ["document", "documents", "signature"].includes(input.type.kind);
      const type = isDocument ? inputType(name, input, table) : plainType(input.type);
      return [name, { ...type, description: describe(input, table), ...(input.secret ? { secret: true } : {}) }];
    }),
  );
}

function outputProperties(outputs: Outputs): Json {
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([name]) => !name.startsWith("__"))
      .map(([name, { type, description, secret }]) => [
        name,
        { ...plainType(type), description: meanings(type, description), ...(secret ? { secret: true } : {}) },
      ]),
  );
}

function settingProperties(settings: Settings): Json {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [
      name,
      {
        ...(setting.type.kind === "choice" ? choiceRef(INDEX, name) : plainType(setting.type)),
        description: sentences(
          setting.description,
          setting.variable === undefined ? "" : `The environment's \`${setting.variable}\` can give it.`,
          defaultOf(setting.otherwise ?? setting.default),
        ),
        ...(setting.secret ? { secret: true } : {}),
      },
    ]),
  );
}

function inputType(name: string, input: Input, table: SignatureTable): Json {
  const { type } = input;
  switch (type.kind) {
    case "document":
      return documentType(table, type.byId === true);
    case "documents":
      return { type: "array", items: documentType(table, false) };
    case "signature":
      return { $ref: ref(gatedToken(table)) };
    case "choice":
      return choiceRef(moduleOf(table), name);
    case "enumeration": {
      const plain = plainType(type);
      const enumerations = typesOfInput(input).filter((each) => each.kind === "enumeration");
      return { ...plain, oneOf: [plain, ...enumerations.map((each) => ({ ...plain, $ref: ref(enumToken(each)) }))] };
    }
    default:
      return plainType(type);
  }
}

function documentType(table: SignatureTable, byId: boolean): Json {
  const forms = [
    { $ref: "pulumi.json#/Asset" },
    { $ref: ref(documentToken(table)) },
    ...(byId ? [{ $ref: ref(documentByIdToken(table)) }] : []),
  ];
  return { oneOf: forms };
}

function plainType(type: PropertyType): Json {
  switch (type.kind) {
    case "integer":
      return { type: "integer" };
    case "boolean":
      return { type: "boolean" };
    case "enumeration":
      return { type: typeof Object.values(type.members)[0]?.value === "number" ? "integer" : "string" };
    default:
      return { type: "string" };
  }
}

/** The types of an input in every revision that has it. */
function typesOfInput({ type, revisions = {} }: Input): readonly PropertyType[] {
  return [...new Set([type, ...Object.values(revisions).flatMap((own) => own.type ?? [])])];
}

function enumType({ description, page, members, ...type }: Enumeration): Json {
  return {
    ...plainType({ ...type, description, page, members }),
    description: withPage(description, page),
    enum: Object.entries(members).map(([name, { value, description: text, deprecated }]) => ({
      name,
      value,
      description: text,
      ...(deprecated === undefined ? {} : { deprecationMessage: deprecated }),
    })),
  };
}

function choiceType({ values }: Choice, description: string): Json {
  return {
    type: "string",
    description: first(description),
    enum: Object.entries(values).map(([value, text]) => ({ name: nameOf(value), value, description: text })),
  };
}

/** `queue` → `Queue`, `2026-04` → `Revision2026_04`. */
function nameOf(value: string): string {
  const name = value.replace(/\W/g, "_");
  return /^\d/.test(name) ? `Revision${name}` : name.replace(/^./, (letter) => letter.toUpperCase());
}

function choiceRef(module: string, name: string): Json {
  return { type: "string", oneOf: [{ type: "string" }, { type: "string", $ref: ref(choiceToken(module, name)) }] };
}

function choiceToken(module: string, name: string): string {
  return `${module}${nameOf(name)}`;
}

/** `sms:jpush:` */
function moduleOf({ token }: SignatureTable): string {
  return token.replace(/\w+$/, "");
}

function documentToken(table: SignatureTable): string {
  return `${moduleOf(table)}Document`;
}

function documentByIdToken(table: SignatureTable): string {
  return `${moduleOf(table)}DocumentById`;
}

/** `JPushSignatureType` → `sms:jpush:SignatureType`. */
function enumToken({ name }: Enumeration): string {
  return name.startsWith("JPush") ? `sms:jpush:${name.slice(5)}` : `sms:huaweicloud:${name.replace("Huawei", "")}`;
}

function gatedToken(table: SignatureTable): string {
  return `${moduleOf(table)}GatedSignature`;
}

function settingsToken({ className }: ProviderTable): string {
  return `${INDEX}${className.replace(/Provider$/, "Settings")}`;
}

function ref(token: string): string {
  return `#/types/${token}`;
}

/** The inputs that every revision needs. */
function required(inputs: Inputs): readonly string[] {
  return Object.entries(inputs).flatMap(([name, input]) =>
    input.required === true && input.revisions === undefined ? [name] : [],
  );
}

/** The outputs that always have a value. */
function present(outputs: Outputs): readonly string[] {
  return Object.entries(outputs).flatMap(([name, { nullable }]) => (nullable || name.startsWith("__") ? [] : [name]));
}

function describe(input: Input, { revisions = [] }: Pick<SignatureTable, "revisions">): string {
  const [current = ""] = revisions;
  const having = Object.keys(input.revisions ?? {});
  const isRequired = input.required === true || input.revisions?.[current]?.required === true;
  const only =
    having.length > 0 && !having.includes(current)
      ? `Only with \`apiRevision\` ${having.map((each) => `\`${each}\``).join(" or ")}.`
      : "";
  return sentences(
    input.description,
    isRequired && having.length > 0 ? "Required." : "",
    only,
    defaultOf(input.default),
  );
}

function defaultOf(value: string | number | boolean | undefined): string {
  return value === undefined ? "" : `Default: \`${value}\`.`;
}

function meanings(type: PropertyType, description: string): string {
  if (type.kind !== "choice") return description;
  const each = Object.entries(type.values).map(([value, meaning]) => `\`${value}\`: ${meaning}`);
  return `${description} ${each.join("; ")}.`;
}

function withPage(description: string, page: string): string {
  return `${description} See ${page}`;
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

function first(description: string): string {
  return /^.*?\.(?= |$)/.exec(description)?.[0] ?? description;
}
