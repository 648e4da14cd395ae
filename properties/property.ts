/*
 * The shape of the property tables. They are data: the classes, the types of programs, check, the state's secrets, the
 * reference and the plugin's schema are made from them. Wire names and rules are the vendors' own (`provider/`).
 */

/** What a property holds. */
export type PropertyType =
  | { readonly kind: "text" | "integer" | "boolean" | "duration" | "object" | "signature" }
  | Choice
  | Enumeration
  | DocumentType
  | DocumentsType;

/** One of some words. */
export interface Choice {
  readonly kind: "choice";
  /** The name of its type in programs; absent where they write the words out. */
  readonly name?: string;
  /** What each word means. */
  readonly values: { readonly [value: string]: string };
}

/** One of the vendor's own values, each with a name in programs. */
export interface Enumeration {
  readonly kind: "enumeration";
  readonly name: string;
  /** What its values are, for messages: `JPush's types`. */
  readonly plural: string;
  readonly description: string;
  readonly members: { readonly [member: string]: Member };
  /** Values that the vendor takes no longer, and since when. */
  readonly withdrawn?: { readonly [value: string]: string };
  /** The vendor's page. */
  readonly page: string;
}

export interface Member {
  readonly value: string | number;
  /** In two or three words, for messages. */
  readonly label: string;
  readonly description: string;
  /** Why it should not be chosen any more. */
  readonly deprecated?: string;
}

export type DocumentFormat = "PNG" | "JPEG" | "GIF" | "PDF";

/** A scan, by its path or its content. */
export interface DocumentType {
  readonly kind: "document";
  readonly formats: readonly DocumentFormat[];
  /** The vendor keeps documents, and one that it holds already can be given by its id, as `{ fileId }`. */
  readonly byId?: true;
}

/** Several scans, in the program's order. */
export interface DocumentsType {
  readonly kind: "documents";
  readonly formats: readonly DocumentFormat[];
  readonly most: number;
}

/** Where one of some values of another input makes an input needed. */
export interface Condition {
  readonly input: string;
  readonly values: readonly (string | number)[];
  /** The condition in words: `for type 1 (company)`. */
  readonly words: string;
  /** The vendor documents it differently in different places: its absence is only warned of. */
  readonly advised?: true;
}

/** What a program declares. */
export interface Input {
  readonly type: PropertyType;
  readonly description: string;
  /** Always, or on a condition; absent for an optional input. */
  readonly required?: true | Condition;
  /** What to give, for the message that it is missing: `the legal representative's name`. */
  readonly what?: string;
  /** Never shown, and encrypted in the state whatever the program does. */
  readonly secret?: true;
  /** It helps the reviewers alone, so a change of it does not file an approved signature again by itself. */
  readonly reviewersOnly?: true;
  /** It decides which other inputs there are, so a program writes it out: it is never an output of a resource. */
  readonly literal?: true;
  readonly default?: string | number | boolean;
  /** Why it should not be used any more, and what to use instead. */
  readonly deprecated?: string;
  /** The revisions of the vendor's API that have it, and what differs there; absent where all have it alike. */
  readonly revisions?: { readonly [revision: string]: Partial<Input> };
}

export interface Output {
  readonly type: PropertyType;
  readonly description: string;
  readonly nullable?: true;
  readonly secret?: true;
}

/** A setting of a vendor, by its name without the namespace. */
export interface Setting {
  readonly type: PropertyType;
  readonly description: string;
  /** The environment's variable that can give it. */
  readonly variable?: string;
  /** It names an account or opens one: an explicit provider never takes it from the program's configuration. */
  readonly account?: true;
  readonly secret?: true;
  /** An explicit provider must have it. */
  readonly required?: true;
  readonly default?: string | number | boolean;
  /** The default in words, where it depends on something. */
  readonly otherwise?: string;
}

export type Inputs = { readonly [input: string]: Input };
export type Outputs = { readonly [output: string]: Output };
export type Settings = { readonly [setting: string]: Setting };

/** What every resource of this package has. */
export interface ResourceTable {
  readonly className: string;
  /** The type of the dynamic resource, without Pulumi's prefix. It stands in users' states. */
  readonly type: string;
  /** The type in the plugin `sms`. */
  readonly token: string;
  /** The export of `pulumi-sms/provider` that serves it. It stands in users' states. */
  readonly handler: string;
  readonly description: string;
  readonly outputs: Outputs;
}

export interface SignatureTable extends ResourceTable {
  /** The inputs that are sent to the vendor, in that order. */
  readonly filed: Inputs;
  /** The inputs that say how the resource behaves. */
  readonly behaviour: Inputs;
  /** The names of the revisions of the vendor's API, the default first; absent where there is one. */
  readonly revisions?: readonly string[];
  /** The vendor's page. */
  readonly page: string;
}

export interface ApprovalTable extends ResourceTable {
  readonly inputs: Inputs;
  /** The signature's outputs that a gate of the plugin is told, beside those that every vendor's signatures have. */
  readonly gated: { readonly text: string; readonly newest: string; readonly serving: string };
}

export interface ProviderTable {
  readonly className: string;
  /** The namespace of the settings in the stack's configuration. */
  readonly namespace: string;
  readonly description: string;
  readonly settings: Settings;
}

/** The inputs that a revision has, in its own terms. */
export function inRevision(inputs: Inputs, revision: string): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, { revisions, ...input }]) => {
      if (revisions === undefined) return [[name, input]];
      const own = revisions[revision];
      return own === undefined ? [] : [[name, { ...input, ...own }]];
    }),
  );
}

export function inputsOf({ filed, behaviour }: SignatureTable): Inputs {
  return { ...filed, ...behaviour };
}

/** The names of the rows that have a mark, as all of `secret`'s. */
export function namesWith(
  rows: { readonly [name: string]: object },
  mark: "secret" | "reviewersOnly" | "account",
): readonly string[] {
  return Object.entries(rows).flatMap(([name, row]) => (mark in row ? [name] : []));
}
