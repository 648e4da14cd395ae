import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What puts a program into a copy of Node: https://nodejs.org/api/single-executable-applications.html */
const INJECTOR = "postject@1.0.0-alpha.6";
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/**
 * Puts the packed plugin and this Node into one executable, beside its schema: for machines without Node, of this
 * machine's system alone.
 * @param packed where the plugin was packed
 * @param folder where the executable goes
 */
export function makeExecutable(packed: string, folder: string): string {
  const windows = process.platform === "win32";
  const executable = join(folder, windows ? "pulumi-resource-sms.exe" : "pulumi-resource-sms");
  const work = mkdtempSync(join(tmpdir(), "pulumi-sms-executable-"));
  try {
    const [settings, blob] = [join(work, "settings.json"), join(work, "blob")];
    const main = join(packed, "index.js");
    writeFileSync(settings, JSON.stringify({ main, output: blob, disableExperimentalSEAWarning: true }));
    execFileSync(process.execPath, ["--experimental-sea-config", settings], { stdio: "pipe" });
    copyFileSync(process.execPath, executable);
    const mac = process.platform === "darwin";
    if (mac) execFileSync("codesign", ["--remove-signature", executable]);
    const inject = ["--yes", INJECTOR, executable, "NODE_SEA_BLOB", blob, "--sentinel-fuse", FUSE];
    execFileSync("npx", mac ? [...inject, "--macho-segment-name", "NODE_SEA"] : inject, {
      stdio: "pipe",
      shell: windows,
    });
    if (mac) execFileSync("codesign", ["--sign", "-", executable]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  for (const name of ["schema.json", "LICENSE", "NOTICES.txt"]) copyFileSync(join(packed, name), join(folder, name));
  return executable;
}
