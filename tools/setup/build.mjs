import { join } from "node:path";
import { root } from "./root.mjs";
import { run, tail } from "./run.mjs";
import { SetupError } from "./SetupError.mjs";

/** Compiles the package and its emulator, incrementally. */
export async function build(tell) {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { code, output } = await run(process.execPath, [compiler, "-b"], { cwd: root, seconds: 300 });
  if (code !== 0) throw new SetupError(`the build failed:\n${tail(output)}`);
  tell.note("code compiled");
}
