import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { yamlFolder } from "../../../tools/hermetic";
import { systemName } from "../../../tools/plugin/archive";
import { Shown } from "../support";
import { emulator, sampleDocuments, samplePair } from "../../support";
import { sha256 } from "../../provider/support/wire";
import { PRIVATE } from "./samples";
import { codeIn, read, sectionOf } from "../../docs/pages";
import { pythonSetting } from "./python";
import { ReleasePage } from "./ReleasePage";
import { yamlProgram, YamlProgram } from "./YamlProgram";

const [legalPersonName = "", legalPersonIdNumber = ""] = PRIVATE;
const RELEASES = /https:\/\/example\.com\S+\/releases\/download\/\S+/.exec(read("docs/languages.md"))?.[0] ?? "";

/** The pieces of YAML in a text. */
function yamlIn(text: string): readonly { readonly [key: string]: unknown }[] {
  return codeIn(text, "yaml").map((block) => parse(block));
}

/**
 * The commands of a text's first block for a shell, each as its words.
 * @param values what stands for each `<name>`, and for whatever else is named
 */
function commandsIn(text: string, values: { readonly [placeholder: string]: string }): readonly string[][] {
  const [block = ""] = codeIn(text, "sh");
  const filled = Object.entries(values).reduce((all, [name, value]) => all.replaceAll(name, value), block);
  return filled
    .trim()
    .split("\n")
    .map((line) => [...line.matchAll(/(?:[^\s']+|'[^']*')+/g)].map(([word]) => word.replaceAll("'", "")));
}

/** Runs the commands of a section in a program's folder, as a person does who has the vendor's credentials. */
async function runCommands(app: YamlProgram, section: string, page: ReleasePage, shown: Shown): Promise<string[][]> {
  const commands = commandsIn(section, {
    [RELEASES]: page.address,
    "<key>": samplePair.appKey,
    "<secret>": samplePair.masterSecret,
    "<name>": legalPersonName,
    "<number>": legalPersonIdNumber,
  });
  for (const [command, ...args] of commands) {
    expect(command).to.equal("pulumi");
    const unattended = args[0] === "up" ? ["--yes", "--skip-preview"] : [];
    const result = await shown.by(app.pulumi.run([...args, ...unattended]));
    expect(result.code, `${args.join(" ")}: ${result.output}`).to.equal(0);
  }
  return commands.map(([, ...args]) => args);
}

describe("the four commands from nothing to `pulumi up`", function () {
  this.timeout(300_000);
  const vendor = emulator();
  const page = new ReleasePage();
  const shown = new Shown();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-venv-"));
  const started: YamlProgram[] = [];
  before(() => page.open());
  afterEach(() => {
    for (const app of started.splice(0)) app.remove();
  });
  after(() => {
    page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A folder with the files of a section and the documents, and nothing else. */
  async function project(files: { readonly [name: string]: string }, options = {}): Promise<YamlProgram> {
    const app = new YamlProgram({}, { environment: () => ({ JPUSH_ENDPOINT: vendor.url }), bare: true, ...options });
    started.push(app);
    await app.create();
    for (const [name, content] of Object.entries({ ...sampleDocuments, ...files })) app.write(name, content);
    return app;
  }

  async function expectFiled(app: YamlProgram): Promise<void> {
    const archive = `-${systemName()}.tar.gz`;
    expect(page.downloaded.splice(0).filter((name) => name.endsWith(archive))).to.have.length(1);
    const filed = await vendor.control.signatures();
    expect(filed.map(({ text, status }) => `${text} ${status}`)).to.deep.equal(["极光推送 pending"]);
    const secrets = [...PRIVATE, samplePair.masterSecret];
    const { text } = await app.pulumi.export();
    for (const secret of secrets) expect(text.includes(secret), secret).to.equal(false);
    expect(shown.including(secrets)).to.deep.equal([]);
  }

  it("file a signature in YAML", async function () {
    if (yamlFolder() === null) return this.skip();
    const section = sectionOf("docs/languages.md", "YAML");
    const [program = ""] = codeIn(section, "yaml");
    const app = await project({ "Pulumi.yaml": program });
    expect(await runCommands(app, section, page, shown)).to.have.length(4);
    await expectFiled(app);
  });

  it("file a signature in Python", async function () {
    const python = pythonSetting(folder);
    if (python === null) return this.skip();
    const section = sectionOf("docs/languages.md", "Python");
    const [[manifest = ""], [program = ""]] = [codeIn(section, "yaml"), codeIn(section, "python")];
    const [, requirement = ""] = /`requirements.txt` with the line `(.*?)`/.exec(section) ?? [];
    const app = await project(
      { "Pulumi.yaml": manifest, "requirements.txt": requirement, "__main__.py": program },
      { environment: () => ({ JPUSH_ENDPOINT: vendor.url, ...python.environment }), path: () => python.path },
    );
    expect(await runCommands(app, section, page, shown)).to.have.length(4);
    await expectFiled(app);
  });
});

describe("the documents' programs in YAML", function () {
  this.timeout(300_000);
  const vendor = emulator();
  const app = yamlProgram({}, { environment: () => vendor.environment });
  before(async () => {
    for (const [name, content] of Object.entries(sampleDocuments)) app.write(name, content);
    // In quotes of its own: the host for YAML takes digits for a number.
    const quoted = JSON.stringify(legalPersonIdNumber);
    await app.pulumi.configure({ legalPersonName, legalPersonIdNumber: quoted }, { secret: true });
  });

  // First, for nothing may stand in the stack yet: their resources have the names of those below.
  for (const vendorName of ["jpush", "huaweicloud"])
    it(`of the reference preview a signature and its gate: ${vendorName}`, async () => {
      const pages = [`docs/reference/${vendorName}-signature.md`, `docs/reference/${vendorName}-signature-approval.md`];
      const programs = pages.flatMap((page) => yamlIn(read(page)));
      const merged = (part: string) => Object.assign({}, ...programs.map((each) => each[part]));
      const [resources, config] = [merged("resources"), merged("config")];
      await app.declare({ name: "program", config, resources, outputs: merged("outputs") });
      const { output } = await app.pulumi.preview();
      expect(output).to.include(`sms:${vendorName}:Signature brand create`);
      expect(output).to.include(`sms:${vendorName}:SignatureApproval approved create`);
      expect(output).to.include("will file 【极光推送】 for review");
    });

  it("file a signature with its documents, and preview the gate", async () => {
    const [program] = yamlIn(sectionOf("docs/languages.md", "YAML"));
    const [gate] = yamlIn(sectionOf("docs/languages.md", "An approval gate"));
    await app.declare({ ...program, name: "program" });
    await app.pulumi.up();
    expect((await vendor.control.signatures()).map(({ status }) => status)).to.deep.equal(["pending"]);
    await app.declare({ ...program, name: "program", resources: { ...(program?.["resources"] as object), ...gate } });
    const { output } = await app.pulumi.preview();
    expect(output).to.include("sms:jpush:SignatureApproval approved create");
  });

  it("take a document by its content, which is the same as the file", async () => {
    const [program] = yamlIn(sectionOf("docs/languages.md", "YAML")) as [
      { resources: { brand: { properties: object } } },
    ];
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
    const [provider] = yamlIn(read("docs/installation-configuration.md"));
    await app.declare({ ...provider, name: "program" });
    expect((await app.pulumi.preview()).output).to.include("pulumi:providers:sms subsidiary create");
  });
});
