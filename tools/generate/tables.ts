import type {
  Enumeration,
  Input,
  Inputs,
  Outputs,
  ProviderTable,
  ResourceTable,
  Setting,
  SignatureTable,
} from "../../properties";
import { inRevision } from "../../properties";

/*
 * The reference tables of docs/, in Markdown.
 */

/** What a vendor calls an input; several names where it is a list. */
export type WireNames = (input: string, revision?: string) => readonly string[];

/** What programs and states call a resource. */
export function namesTable({ className, type, token }: ResourceTable): string {
  return table(
    ["front end", "name"],
    [
      ["class of `pulumi-sms`", code(className)],
      ["type of the plugin `sms`", code(token)],
      ["type in the state of a program that uses the class", code(`pulumi-nodejs:dynamic/${type}`)],
    ],
  );
}

/** The inputs of each revision, and when they are needed. */
export function revisionTable({ filed, behaviour, revisions = [] }: SignatureTable): string {
  const { type, default: fallback } = behaviour["apiRevision"] as Input;
  const uses = type.kind === "choice" ? type.values : {};
  const isDefault = (revision: string) => (revision === fallback ? ", the default" : "");
  return table(
    ["input", ...revisions.map((revision) => `\`"${revision}"\`${isDefault(revision)}`), "meaning"],
    [
      ["*use it*", ...revisions.map((revision) => `*${uses[revision]}*`), ""],
      ...Object.entries(filed).map(([name, { description }]) => [
        code(name),
        ...revisions.map((revision) => {
          const input = inRevision(filed, revision)[name];
          return input === undefined ? "" : [needed(input), amount(input)].filter(Boolean).join(": ");
        }),
        description,
      ]),
    ],
  );
}

/** The names on the wire of each revision's inputs. */
export function wireTable({ filed, revisions = [] }: SignatureTable, wireNames: WireNames): string {
  return table(
    ["input", ...revisions],
    Object.keys(filed).map((name) => [
      code(name),
      ...revisions.map((revision) => {
        const names = wireNames(name, revision);
        return names.length > 1 ? `${code(names[0])} … ${code(names.at(-1))}` : names.map(code).join("");
      }),
    ]),
  );
}

/** The members of the revisions' enumerations, by their value. */
export function typeTable(columns: { readonly [heading: string]: Enumeration }): string {
  const all = Object.values(columns);
  const values = [...new Set(all.flatMap(({ members }) => Object.values(members).map(({ value }) => value)))].sort();
  return table(
    ["type", ...Object.keys(columns)],
    values.map((value) => [
      String(value),
      ...all.map(({ members, withdrawn = {} }) => {
        const found = Object.entries(members).find(([, member]) => member.value === value);
        if (found !== undefined) return `${code(found[0])}: ${found[1].label}`;
        const since = withdrawn[value];
        return since === undefined ? "" : `${since}: an error; a warning where it was filed before`;
      }),
    ]),
  );
}

/** A vendor's inputs with their names on the wire and their descriptions. */
export function inputTable({ filed }: SignatureTable, wireNames: WireNames): string {
  return table(
    ["input", "wire name", "needed", "meaning"],
    Object.entries(filed).map(([name, input]) => [
      code(name),
      wireNames(name).map(code).join(", "),
      needed(input),
      [input.description, members(input)].filter(Boolean).join(" "),
    ]),
  );
}

/** Inputs that no vendor is sent, with their defaults. */
export function behaviourTable(inputs: Inputs): string {
  return table(
    ["input", "default", "meaning"],
    Object.entries(inputs).map(([name, { default: fallback, required, description }]) => [
      code(name),
      required ? "required" : literal(fallback),
      description,
    ]),
  );
}

export function outputTable(outputs: Outputs): string {
  return table(
    ["output", "meaning"],
    Object.entries(outputs)
      .filter(([name]) => !name.startsWith("__"))
      .map(([name, { type, description }]) => [
        code(name),
        type.kind === "choice"
          ? `${description} ${Object.entries(type.values)
              .map(([value, meaning]) => `${code(value)}: ${meaning}`)
              .join("; ")}.`
          : description,
      ]),
  );
}

/** Every setting: where it can stand, and what it is. */
export function settingTable(providers: readonly ProviderTable[]): string {
  const names = new Map<Setting, string[]>();
  for (const { namespace, settings } of providers)
    for (const [name, setting] of Object.entries(settings))
      names.set(setting, [...(names.get(setting) ?? []), code(`${namespace}:${name}`)]);
  return table(
    ["configuration", "environment", "default", "meaning"],
    [...names].map(([{ variable, secret, otherwise, default: fallback, description }, all]) => [
      [...all, ...(secret ? ["secret"] : [])].join(", "),
      variable === undefined ? "" : code(variable),
      otherwise === undefined ? literal(fallback) : code(otherwise),
      description,
    ]),
  );
}

function needed({ required }: Input): string {
  if (required === undefined) return "optional";
  if (required === true) return "required";
  return `${required.advised ? "advised" : "required"} ${required.words}`;
}

/** How many there can be, or which. */
function amount({ type }: Input): string {
  if (type.kind === "documents") return type.most === 1 ? "one document" : `up to ${type.most} documents`;
  if (type.kind !== "enumeration") return "";
  return Object.values(type.members)
    .map(({ value }) => value)
    .join(", ");
}

function members({ type }: Input): string {
  if (type.kind !== "enumeration") return "";
  const named = Object.entries(type.members).map(
    ([member, { value, deprecated }]) => `${code(member)} ${value}${deprecated === undefined ? "" : " (discarded)"}`,
  );
  return `${code(type.name)}: ${named.join(", ")}.`;
}

export function code(text: string | undefined): string {
  return `\`${text}\``;
}

function literal(value: string | number | boolean | undefined): string {
  return value === undefined ? "" : code(JSON.stringify(value));
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`.replace(/ {2,}/g, " ");
  return [line(heads), `|${heads.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}
