import { createRequire } from "node:module";
import { join } from "node:path";
import type typescript from "typescript";
import { root } from "../../tools/hermetic";

const load = createRequire(join(root, "package.json"));

/** The compiler that the Pulumi SDK brings along for programs without one of their own. */
export const bundledCompiler = (): typeof typescript => load("@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js");

/** The compiler of this project. */
export const currentCompiler = (): typeof typescript => load("typescript");

/** Programs' files as a strict project compiles them, without writing anything. */
export function programOf(
  ts: typeof typescript,
  files: readonly string[],
  options: typescript.CompilerOptions = {},
  hostOf = (compiler: typeof typescript, all: typescript.CompilerOptions) => compiler.createCompilerHost(all),
): typescript.Program {
  const all = {
    target: ts.ScriptTarget.ES2018,
    module: ts.ModuleKind.CommonJS,
    strict: true,
    noEmit: true,
    types: [],
    ...options,
  };
  return ts.createProgram(files, all, hostOf(ts, all));
}

/** Other packages' declarations: newer ones of Node, which the SDK's ask for, are beyond the bundled compiler. */
const foreign = /\/node_modules\/(?!pulumi-sms\/)/;

/** Compiles programs' files, and returns what the compiler has to say of them and the package. */
export function compile(
  ts: typeof typescript,
  files: readonly string[],
  options: typescript.CompilerOptions,
): string[] {
  const program = programOf(ts, files, { types: ["node"], ...options });
  const checked = program.getSourceFiles().filter(({ fileName }) => !foreign.test(fileName));
  const own = checked.some(({ fileName }) => fileName.includes("/node_modules/pulumi-sms/"));
  if (!own) throw new Error("the program has not read the package's declarations");
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...checked.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  return diagnostics.map((diagnostic) => {
    const place = diagnostic.file ? `${diagnostic.file.fileName}:${diagnostic.start}: ` : "";
    return place + ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  });
}
