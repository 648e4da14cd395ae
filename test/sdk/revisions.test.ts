import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type typescript from "typescript";
import { root } from "../../tools/hermetic";
import { JPushSignatureType2018, JPushSmsSignature } from "../../sdk";
import { bundledCompiler, currentCompiler, programOf } from "../package/compile";
import { Registrations } from "./registrations";

const COMPANY = `
  sign: "极光推送",
  type: JPushSignatureType.Company,
  legalPersonName: "王样例",
  legalPersonIdNumber: "99000119900307001X",
  socialCreditCode: "91999999000000000G",
  idCardImage: "documents/id-card.png",
  businessLicenseImage: "documents/licence.png",
`;

/** Arguments as a program writes them, and what the compiler says of them: nothing, or a text that names the reason. */
const CASES: readonly (readonly [what: string, args: string, refusal: RegExp | null])[] = [
  ["the current revision, not named", `{ ${COMPANY} }`, null],
  ["the current revision, named", `{ ${COMPANY} apiRevision: "2026-04", remark: "样例", whenBusy: "fail" }`, null],
  ["2018-11, the text alone", `{ apiRevision: "2018-11", sign: "极光推送" }`, null],
  [
    "2018-11, all of it",
    `{ apiRevision: "2018-11", sign: "极光推送", type: JPushSignatureType2018.Website, images: ["licence.png"], remark: "样例", adoptId: 37582 }`,
    null,
  ],
  ["2018-11, a type by its number", `{ apiRevision: "2018-11", sign: "极光推送", type: 3 }`, null],
  ["2018-03, the text alone", `{ apiRevision: "2018-03", sign: "极光推送" }`, null],
  [
    "2018-03, four documents in every form",
    `{ apiRevision: "2018-03", sign: "极光推送", images: ["a.png", new asset.FileAsset("b.png"), { sha256: "0" }, output("d.png")] }`,
    null,
  ],
  [
    "any revision, by its own type of arguments",
    `(((all: JPushSmsSignatureArgs) => all)({ apiRevision: "2018-03", sign: "极光推送" }))`,
    null,
  ],

  ["images where apiRevision is absent", `{ ${COMPANY} images: ["a.png"] }`, /images/],
  ["images in the current revision", `{ ${COMPANY} apiRevision: "2026-04", images: ["a.png"] }`, /images/],
  [
    "images that came by a variable",
    `((more: { images: string[] }) => ({ ${COMPANY} ...more }))({ images: ["a.png"] })`,
    /images/,
  ],
  [
    "nothing but a text where apiRevision is absent",
    `{ sign: "极光推送" }`,
    /type, legalPersonName, legalPersonIdNumber/,
  ],
  [
    "one document too few where apiRevision is absent",
    `{ ${COMPANY.replace(/idCardImage.*/, "")} }`,
    /'idCardImage' is missing/,
  ],
  ["2018-11's type where apiRevision is absent", `{ ${COMPANY} type: JPushSignatureType2018.Website }`, /type|'?2'?/],
  ["the withdrawn type 3", `{ ${COMPANY} type: 3 }`, /type|'?3'?/],
  ["a type that no revision has", `{ apiRevision: "2018-11", sign: "极光推送", type: 8 }`, /8/],
  [
    "a named document in 2018-11",
    `{ apiRevision: "2018-11", sign: "极光推送", businessLicenseImage: "a.png" }`,
    /businessLicenseImage/,
  ],
  [
    "the legal representative in 2018-11",
    `{ apiRevision: "2018-11", sign: "极光推送", legalPersonName: "王样例" }`,
    /legalPersonName/,
  ],
  ["a type in 2018-03", `{ apiRevision: "2018-03", sign: "极光推送", type: JPushSignatureType2018.Company }`, /type/],
  ["a remark in 2018-03", `{ apiRevision: "2018-03", sign: "极光推送", remark: "样例" }`, /remark/],
  [
    "a credit code in 2018-03",
    `{ apiRevision: "2018-03", sign: "极光推送", socialCreditCode: "91999999000000000G" }`,
    /socialCreditCode/,
  ],
  [
    "a remark in 2018-03 that came by a variable",
    `((more: { remark: string }) => ({ apiRevision: "2018-03" as const, sign: "极光推送", ...more }))({ remark: "a" })`,
    /remark/,
  ],
  ["a revision that there never was", `{ apiRevision: "2017-01", sign: "极光推送" }`, /2017-01/],
  ["a revision that the program computes", `{ apiRevision: String(2018), sign: "极光推送" }`, /string/],
  ["a revision that is an output", `{ apiRevision: output("2018-03" as const), sign: "极光推送" }`, /Output/],
];

describe("the argument types of JPush's revisions", function () {
  this.timeout(60_000);
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-types-"));
    CASES.forEach(([, args], index) =>
      writeFileSync(
        join(folder, `${index}.ts`),
        `import { asset, output } from "@pulumi/pulumi";
         import { JPushSignatureType, JPushSignatureType2018, JPushSmsSignature, JPushSmsSignatureArgs } from "pulumi-sms";
         new JPushSmsSignature("brand", ${args});`,
      ),
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [compiler, load] of [
    ["the current TypeScript", currentCompiler],
    ["the TypeScript that the Pulumi SDK brings along", bundledCompiler],
  ] as const) {
    describe(`with ${compiler}`, () => {
      let said: string[];
      before(() => {
        said = compileAll(load(), folder);
      });

      CASES.forEach(([what, , refusal], index) => {
        it(`${refusal === null ? "take" : "refuse"} ${what}`, () => {
          if (refusal === null) expect(said[index]).to.equal("");
          else expect(said[index]).to.match(refusal);
        });
      });
    });
  }
});

/** What the compiler says of each case, with the package and the SDK resolved as in a project that has both. */
function compileAll(ts: typeof typescript, folder: string): string[] {
  const files = CASES.map((_, index) => join(folder, `${index}.ts`));
  const program = programOf(ts, files, {
    moduleResolution: ts.ModuleResolutionKind.NodeJs,
    baseUrl: root,
    paths: { "pulumi-sms": ["dist/sdk/index.d.ts"], "@pulumi/pulumi": ["node_modules/@pulumi/pulumi/index.d.ts"] },
  });
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n");
  });
}

describe("the class JPushSmsSignature of an older revision", () => {
  const registrations = new Registrations();
  beforeEach(() => registrations.install());

  it("registers its documents as a list, each as the engine takes it", async () => {
    const [first, second] = ["examples/quickstart/documents/id-card.jpg", "examples/quickstart/documents/licence.png"];
    const images = [first, pulumi.output(second), { sha256: "c".repeat(64) }, "nowhere.png"];
    for (const given of [images, pulumi.output(images), Promise.resolve(images)]) {
      const signature = new JPushSmsSignature("brand", { apiRevision: "2018-03", sign: "极光推送", images: given });
      const registered = (await registrations.of(signature)).inputs["images"] as unknown[];
      for (const [index, path] of [first, second].entries()) {
        expect(registered[index]).to.be.instanceOf(pulumi.asset.FileAsset);
        expect(await (registered[index] as pulumi.asset.FileAsset).path).to.equal(path);
      }
      expect(registered.slice(2)).to.deep.equal([{ sha256: "c".repeat(64) }, "nowhere.png"]);
    }
  });

  it("leaves what is no list to check, which names it beside every other fault", async () => {
    const given = JSON.parse('{ "apiRevision": "2018-03", "sign": "极光推送", "images": "a.png" }');
    const { inputs } = await registrations.of(new JPushSmsSignature("brand", given));
    expect(inputs).to.include({ images: "a.png" });
  });

  it("registers nothing that was not given, secret or not", async () => {
    const signature = new JPushSmsSignature("brand", {
      apiRevision: "2018-11",
      sign: "极光推送",
      type: JPushSignatureType2018.Shop,
    });
    const { inputs } = await registrations.of(signature);
    expect(Object.keys(inputs)).to.have.members(["apiRevision", "sign", "type", "__provider", "__resource"]);
    expect(inputs).to.include({ apiRevision: "2018-11", type: 5 });
  });
});
