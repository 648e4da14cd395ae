import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { root } from "../../tools/hermetic";
import { emulator, sampleDocuments } from "../support";
import { sha256 } from "../provider/support/wire";
import { PRIVATE } from "./samples";
import { yamlProgram } from "./support/YamlProgram";

const read = (file: string): string => readFileSync(join(root, "docs", file), "utf8");

/** The pieces of YAML in a document. */
function yamlIn(file: string): readonly { readonly [key: string]: unknown }[] {
  return [...read(file).matchAll(/```yaml\n(.*?)```/gs)].map(([, text = ""]) => parse(text));
}

describe("the documents' programs in YAML", function () {
  this.timeout(300_000);
  const vendor = emulator();
  const app = yamlProgram({}, { environment: () => vendor.environment });
  before(async () => {
    for (const [name, content] of Object.entries(sampleDocuments)) app.write(name, content);
    const [legalPersonName = "", legalPersonIdNumber = ""] = PRIVATE;
    // In quotes of its own: the host for YAML takes digits for a number.
    const quoted = JSON.stringify(legalPersonIdNumber);
    await app.pulumi.configure({ legalPersonName, legalPersonIdNumber: quoted }, { secret: true });
  });

  it("file a signature with its documents, and preview the gate", async () => {
    const [program, gate] = yamlIn("languages.md");
    await app.declare({ ...program, name: "program" });
    await app.pulumi.up();
    expect((await vendor.control.signatures()).map(({ status }) => status)).to.deep.equal(["pending"]);
    await app.declare({ ...program, name: "program", resources: { ...(program?.["resources"] as object), ...gate } });
    const { output } = await app.pulumi.preview();
    expect(output).to.include("sms:jpush:SignatureApproval approved create");
  });

  it("take a document by its content, which is the same as the file", async () => {
    const [program] = yamlIn("languages.md") as [{ resources: { brand: { properties: object } } }];
    const { brand } = program.resources;
    const licence = (sha256: string) => ({ businessLicenseImage: { sha256, path: "documents/licence.png" } });
    const declare = (changes: object) =>
      app.declare({
        ...program,
        name: "program",
        resources: { brand: { ...brand, properties: { ...brand.properties, ...changes } } },
      });
    await declare({});
    await app.pulumi.up();
    await declare(licence(sha256(sampleDocuments["documents/licence.png"])));
    await app.pulumi.preview({ flags: ["--expect-no-changes"] });
    await declare(licence("0".repeat(64)));
    const { output } = await app.pulumi.preview({ fails: true });
    expect(output).to.include("businessLicenseImage: the file at its path is not the one that is declared");
  });

  it("give a second account to a provider of their own", async () => {
    const [provider] = yamlIn("installation-configuration.md");
    await app.declare({ ...provider, name: "program" });
    expect((await app.pulumi.preview()).output).to.include("pulumi:providers:sms subsidiary create");
  });
});

describe("the Registry's pages of the plugin", () => {
  for (const file of ["_index.md", "installation-configuration.md"])
    it(`have in ${file} what the Registry asks for`, () => {
      const [, head = ""] = /^---\n(.*?)\n---\n/s.exec(read(file)) ?? [];
      const { title, meta_desc: description, layout } = parse(head);
      expect({ title: typeof title, layout }).to.deep.equal({ title: "string", layout: "package" });
      expect(description.length).to.be.below(161);
    });
});
