import { expect } from "chai";
import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type typescript from "typescript";
import { root } from "../../tools/hermetic";
import { bundledCompiler, currentCompiler, programOf } from "../package/compile";

const PROGRAM = `
import { HuaweiSmsSignature, JPushSignatureType, JPushSmsSignature, JPushSmsSignatureApproval } from "pulumi-sms";
const signature = new JPushSmsSignature("brand", {
  sign: "极光推送",
  type: JPushSignatureType.Company,
  legalPersonName: "样本姓名",
  legalPersonIdNumber: "99000119900307001X",
  socialCreditCode: "91350100M000100Y43",
  idCardImage: "documents/id-card.jpg",
  businessLicenseImage: "documents/licence.png",
});
new JPushSmsSignatureApproval("usable", { signature, timeout: "1h" }).servingSignId.apply((id: number) => id);
HuaweiSmsSignature.get("theirs", "an-id").status.apply((status) => status === "inactive");
`;

/** A project in which nobody has installed Node's types. */
function withoutNodeTypes(ts: typeof typescript, options: typescript.CompilerOptions): typescript.CompilerHost {
  const host = ts.createCompilerHost(options);
  const isHidden = (path: string) => path.split(/[/\\]/).join("/").includes("/@types/node");
  return {
    ...host,
    fileExists: (path) => !isHidden(path) && host.fileExists(path),
    directoryExists: (path) => !isHidden(path) && (host.directoryExists?.(path) ?? true),
  };
}

describe("the declarations of the classes, in a project without Node's types", function () {
  this.timeout(60_000);

  for (const [compiler, load] of [
    ["the current TypeScript", currentCompiler],
    ["the TypeScript that the Pulumi SDK brings along", bundledCompiler],
  ] as const) {
    it(`compile with ${compiler}, and refuse a wrong input`, () => {
      const ts = load();
      const folder = mkdtempSync(join(realpathSync(tmpdir()), "declarations-"));
      const file = (name: string, text: string) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      const right = file("right.ts", PROGRAM);
      const wrong = file("wrong.ts", PROGRAM.replace('"极光推送"', "7"));
      const program = programOf(
        ts,
        [right, wrong],
        {
          moduleResolution: ts.ModuleResolutionKind.NodeJs,
          baseUrl: root,
          paths: {
            "pulumi-sms": ["dist/sdk/index.d.ts"],
            "@pulumi/pulumi": ["node_modules/@pulumi/pulumi/index.d.ts"],
          },
        },
        withoutNodeTypes,
      );
      const sources = program.getSourceFiles();
      expect(sources.filter(({ fileName }) => fileName.includes("@types/node"))).to.deep.equal([]);
      const said = (files: readonly typescript.SourceFile[]) =>
        files
          .flatMap((each) => [...program.getSyntacticDiagnostics(each), ...program.getSemanticDiagnostics(each)])
          .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
      const ours = sources.filter(({ fileName }) => fileName === right || fileName.includes("/dist/sdk/"));
      expect(ours.length).to.be.greaterThan(5);
      expect(said(ours)).to.deep.equal([]);
      expect(said(sources.filter(({ fileName }) => fileName === wrong))).to.have.lengthOf(1);
    });
  }
});
