import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import type typescript from "typescript";
import { bundledCompiler, currentCompiler, programOf } from "../package/compile";

const load = createRequire(__filename);
const home = dirname(load.resolve("sms-emulator/package.json"));
const read = (file: string): string => readFileSync(join(home, file), "utf8");

describe("the emulator's declarations", function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sms-emulator-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const program = `
    import { startEmulator, Emulator, EmulatorOptions, JPushAppOptions, OptionError, SignatureView } from ${JSON.stringify(home)};
    // Newer declarations of Node than an older compiler can read would say these.
    declare global {
      interface Buffer { length: number }
      interface Response { status: number }
      interface AbortSignal { aborted: boolean }
    }

    const second: JPushAppOptions = { key: "second", secret: "secret", revision: "2018-11" };
    const options: EmulatorOptions = {
      port: 0,
      apps: [second],
      revision: undefined,
      hwCreatedStatus: 201,
      hwHttpStatuses: { "MSGSMS.0002": 400 },
    };
    export const emulator: Promise<Emulator> = startEmulator(options);
    export const view = (one: SignatureView): "pending" | string => one.status;
    export const problems = (error: OptionError): string[] => error.problems.map(({ option }) => option);
  `;

  /** What the compiler says, with the line's number, and the packages whose declarations it has read. */
  function compile(
    ts: typeof typescript,
    text = program,
  ): { problems: [line: number, text: string][]; read: string[] } {
    const file = join(folder, "program.ts");
    writeFileSync(file, text);
    const compiled = programOf(ts, [file], {
      moduleResolution: ts.ModuleResolutionKind.NodeJs,
      // Not a browser's: it takes longer to check than everything else together.
      lib: ["lib.es2018.d.ts"],
    });
    return {
      problems: ts
        .getPreEmitDiagnostics(compiled)
        .map(({ file, start = 0, messageText }) => [
          file ? file.getLineAndCharacterOfPosition(start).line : -1,
          ts.flattenDiagnosticMessageText(messageText, "\n"),
        ]),
      read: compiled
        .getSourceFiles()
        .flatMap(({ fileName }) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(fileName)?.[1] ?? []),
    };
  }

  it("need no other package, with the oldest TypeScript that Pulumi programs have", () => {
    const { problems, read: packages } = compile(bundledCompiler());
    expect(problems).to.deep.equal([]);
    expect(packages.filter((name) => !/^(typescript|@pulumi)/.test(name))).to.deep.equal([]);
  });

  it("need no other package with this one, and know each option's type", () => {
    const wrong = [
      'port: "4010"',
      'revision: "2017"',
      'apps: [{ key: "a" }]',
      'hwHttpStatuses: { "MSGSMS.9999": 400 }',
      "hwCreatedStatus: 202",
      "prot: 1",
    ];
    const each = wrong.map((one, index) => `export const wrong${index}: EmulatorOptions = { ${one} };`);
    const { problems, read: packages } = compile(currentCompiler(), [program, ...each].join("\n"));
    const first = program.split("\n").length;
    expect(problems.map(([line]) => line)).to.deep.equal(wrong.map((_, index) => first + index));
    expect(packages.filter((name) => name !== "typescript")).to.deep.equal([]);
  });

  it("document every option, and the README's tables tell the same ones", () => {
    const declared = ["emulator-options", "jpush/options", "huaweicloud/options"].flatMap((name) => {
      const [, body = ""] =
        /\n(?:export )interface (?:EmulatorOptions|JPushOptions|HuaweiOptions) [^{]*\{\n([^]*?)\n\}/.exec(
          read(`src/${name}.ts`),
        ) ?? [];
      const documented = [...body.matchAll(/\*\/\n {2}(\w+)\?: /g)].map(([, option]) => option!);
      expect(documented, name).to.have.length([...body.matchAll(/^ {2}\w+\?: /gm)].length).and.not.empty;
      return documented;
    });
    const [, ...sections] = read("README.md").split(/^### (?=For both vendors|`jpush`|`huaweicloud`)|^## /m);
    const told = sections.flatMap((section) => {
      const [, prefix] = /^`?(For both vendors|jpush|huaweicloud)`?\n/.exec(section) ?? [];
      if (prefix === undefined) return [];
      const rows = section.split("\n").filter((line) => line.startsWith("| `"));
      const names = rows.flatMap((row) => [...row.split(" | ")[0]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
      expect(names, prefix).to.not.be.empty;
      return names.map((name) => (prefix === "huaweicloud" ? `hw${name[0]!.toUpperCase()}${name.slice(1)}` : name));
    });
    expect([...new Set(told)]).to.have.members(declared);
  });
});
