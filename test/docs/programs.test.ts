import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { parse } from "yaml";
import * as sdk from "../../sdk";
import { root } from "../../tools/hermetic";
import { blocksIn, PAGES, read, type Block } from "./pages";

/** Every block, and where it stands, for messages: `docs/guides/gates.md, block 2`. */
const blocks = PAGES.flatMap((page) =>
  blocksIn(read(page)).map((block, index) => ({ ...block, place: `${page}, block ${index + 1}` })),
);

/** What a piece of a program takes for granted: its declaration, by the name that the piece uses. */
const ASSUMED: { readonly [name: string]: string } = {
  pulumi: 'import * as pulumi from "@pulumi/pulumi";',
  config: 'declare const config: import("@pulumi/pulumi").Config;',
  company: 'declare const company: Omit<import("pulumi-sms").JPushSmsSignatureArgs202604, "sign">;',
  Service: "declare class Service { constructor(name: string, args: object); }",
  answers: "declare const answers: Record<string, object>;",
};

/** The piece as a module of its own. */
function moduleOf({ text }: Block): string {
  // A name behind a point is a property, but for that behind the three of a spread.
  const uses = (name: string) => new RegExp(`(?<!\\w|(?<!\\.\\.)\\.)${name}\\b`).test(text);
  const says = (name: string) => new RegExp(`\\b(const|import) [^;]*\\b${name}\\b[^;=]*( =|from)`).test(text);
  const missing = (name: string) => uses(name) && !says(name);
  const imported = Object.keys(sdk).filter(missing);
  const brand = `declare const brand: import("pulumi-sms").${text.includes("Huawei") ? "Huawei" : "JPush"}SmsSignature;`;
  return [
    ...(imported.length === 0 ? [] : [`import { ${imported.join(", ")} } from "pulumi-sms";`]),
    ...Object.entries({ ...ASSUMED, brand }).flatMap(([name, declaration]) => (missing(name) ? [declaration] : [])),
    text,
    "export {};",
  ].join("\n");
}

/** What the compiler says of the modules, by their names. */
function compile(modules: ReadonlyMap<string, string>): readonly string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => modules.has(name) || fileExists.call(host, name);
  host.readFile = (name) => modules.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, target, ...others) => {
    const text = modules.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, target, ...others)
      : ts.createSourceFile(name, text, target);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}

describe("the documents' programs", function () {
  this.timeout(120_000);

  it("in TypeScript compile", () => {
    // A piece with … leaves something out.
    const programs = blocks.filter(
      ({ language, text }) => ["ts", "typescript"].includes(language) && !text.includes("…"),
    );
    expect(programs).not.to.be.empty;
    const nameOf = (place: string) => join(root, "docs", `${place.replace(/\W+/g, "-")}.ts`);
    const modules = new Map(programs.map((block) => [nameOf(block.place), moduleOf(block)]));
    // The program that a unit test loads.
    modules.set(join(root, "docs/index.ts"), "export {};");
    const wrong = nameOf("wrong");
    modules.set(wrong, 'import { JPushProvider } from "pulumi-sms"; new JPushProvider("a", { key: "k" });');
    const [found = "", ...others] = [...compile(modules)].sort(
      (one, other) => Number(other.startsWith(wrong)) - Number(one.startsWith(wrong)),
    );
    expect(found, "the compiler finds what is wrong").to.include("'key' does not exist");
    expect(others).to.deep.equal([]);
  });

  interface Declared {
    readonly type: string;
    readonly properties?: { readonly [name: string]: unknown };
  }

  const schema = JSON.parse(readFileSync(join(root, "schema.json"), "utf8"));
  const yamls = blocks.filter(({ language, text }) => language === "yaml" && /^resources:/m.test(text));

  for (const { place, text } of yamls)
    it(`in YAML have the schema's names: ${place}`, () => {
      const { resources } = parse(text) as { resources: { [name: string]: Declared } };
      for (const [name, { type, properties = {} }] of Object.entries(resources)) {
        if (type === "pulumi:providers:sms") continue;
        const { inputProperties, requiredInputs, properties: outputs } = schema.resources[type];
        expect(Object.keys(inputProperties), type).to.include.members(Object.keys(properties));
        expect(Object.keys(properties), type).to.include.members(requiredInputs);
        const used = [...text.matchAll(new RegExp(`\\$\\{${name}\\.(\\w+)\\}`, "g"))].map(([, output]) => output);
        expect(Object.keys(outputs), type).to.include.members(used);
      }
    });

  it("in YAML are looked at", () => {
    expect(yamls.map(({ place }) => place.split(",")[0])).to.include.members([
      "docs/languages.md",
      "docs/reference/jpush-signature.md",
      "docs/reference/huaweicloud-signature-approval.md",
    ]);
  });
});
