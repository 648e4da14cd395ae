import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../hermetic";

/** What puts a program into a copy of Node: https://nodejs.org/api/single-executable-applications.html */
const INJECTOR = join(root, "node_modules", "postject", "dist", "cli.js");
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** Where Node's own licence is, from the folder that Node is in: as nodejs.org, Windows and Linux distributions lay it. */
const LICENCES = ["../LICENSE", "LICENSE", "../share/doc/node/LICENSE", "../share/doc/nodejs/LICENSE"];

/**
 * Puts the packed plugin and this Node into one executable, beside its schema and the licences of all that it holds: for
 * machines without Node, of this machine's system alone.
 * @param packed where the plugin was packed
 * @param folder where the executable goes
 * @returns the executable's name
 */
export function makeExecutable(packed: string, folder: string): string {
  const licence = nodeLicence();
  const name = process.platform === "win32" ? "pulumi-resource-sms.exe" : "pulumi-resource-sms";
  const executable = join(folder, name);
  const work = mkdtempSync(join(tmpdir(), "pulumi-sms-executable-"));
  try {
    const [settings, blob] = [join(work, "settings.json"), join(work, "blob")];
    const main = join(packed, "index.js");
    writeFileSync(settings, JSON.stringify({ main, output: blob, disableExperimentalSEAWarning: true }));
    node(["--experimental-sea-config", settings]);
    copyFileSync(process.execPath, executable);
    const mac = process.platform === "darwin";
    if (mac) execFileSync("codesign", ["--remove-signature", executable]);
    const inject = [INJECTOR, executable, "NODE_SEA_BLOB", blob, "--sentinel-fuse", FUSE];
    node(mac ? [...inject, "--macho-segment-name", "NODE_SEA"] : inject);
    if (mac) execFileSync("codesign", ["--sign", "-", executable]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  for (const file of ["schema.json", "LICENSE", "NOTICES.txt"]) copyFileSync(join(packed, file), join(folder, file));
  copyFileSync(licence, join(folder, "NODE-LICENSE.txt"));
  return name;
}

function node(args: readonly string[]): void {
  execFileSync(process.execPath, args, { stdio: "pipe" });
}

function nodeLicence(): string {
  const places = LICENCES.map((place) => join(dirname(process.execPath), place));
  const licence = places.find((place) => existsSync(place));
  if (licence === undefined) {
    throw new Error(
      `Node's licence must go with the executable, and is in none of ${places.join(", ")}. Make the executable with a Node from https://nodejs.org/en/download.`,
    );
  }
  return licence;
}
