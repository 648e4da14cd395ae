import { createHash } from "node:crypto";
import { chmod, copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { place, placed } from "./cli/cache.mjs";
import { goBuild } from "./cli/goBuild.mjs";
import { modules } from "./cli/pinned.mjs";
import { run, tail } from "./run.mjs";
import { SetupError } from "./SetupError.mjs";

const host = "pulumi-language-python";
const { languagePython: module, codegen } = modules;

/**
 * What the tests of the plugin in Python need: the host, what makes the SDK, and an environment with Pulumi in it. Gives
 * its folder; never fails: without it the set-up says so, and the tests are skipped.
 */
export async function python(tell, { build }) {
  try {
    const key = await pinnedKey();
    const there = await placed(key, "bin");
    if (there || !build) return there?.folder ?? null;
    const { folder } = await tell.long(
      "setting up Python with Go and pip (the first time this takes about two minutes)",
      "Python set up",
      () => place(key, fill, "bin"),
    );
    return folder;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    if (build) tell.note(`no Python with Pulumi, so programs in Python are not tested: ${error.message}`);
    return null;
  }
}

async function fill(folder) {
  const environment = join(folder, "venv");
  await must("python3", ["-m", "venv", environment]);
  await must(join(environment, "bin", "python"), [
    ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
    ...["--requirement", join(module, "requirements.txt")],
  ]);
  const bin = join(folder, "bin");
  const pinned = join(bin, "pinned");
  await mkdir(pinned, { recursive: true });
  await goBuild(module, pinned);
  await goBuild(codegen, bin);
  await copyFile(join(bin, "codegen"), join(bin, host));
  const script = `${host}-exec`;
  const { code, output } = await run("go", ["list", "-m", "-f", "{{.Dir}}", "github.com/pulumi/pulumi/sdk/v3"], {
    cwd: module,
    env: { ...process.env, GOWORK: "off" },
    seconds: 60,
  });
  if (code !== 0) throw new SetupError(tail(output, 3));
  await copyFile(join(output.trim(), "python", "cmd", script), join(pinned, script));
  await chmod(join(pinned, script), 0o755);
}

async function must(command, args) {
  const { code, output } = await run(command, args, { seconds: 300 });
  if (code !== 0) throw new SetupError(tail(output, 3));
  return output;
}

/** Another Python needs another environment. */
async function pinnedKey() {
  const files = [module, codegen].flatMap((folder) => [join(folder, "go.mod"), join(folder, "go.sum")]);
  const all = [...files, join(module, "requirements.txt"), join(codegen, "main.go")];
  const hash = createHash("sha256").update(
    await must("python3", ["-c", "import sys; print(sys.version, sys.executable)"]),
  );
  for (const file of all) hash.update(await readFile(file));
  return `python-${hash.digest("hex").slice(0, 12)}`;
}
