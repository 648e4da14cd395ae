import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../tools/hermetic";
import { pack } from "./staged";

/**
 * An unrelated project with the packed package installed as npm installs it. The SDK and Node's types, which every
 * Pulumi project has, are linked: installing them takes longer than everything else.
 * @param staged the folder of which the package is packed
 * @returns the project's folder
 */
export function installPacked(staged: string): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-installed-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "unrelated", private: true }));
  const { filename } = pack(staged, "--pack-destination", folder);
  const options = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"];
  execFileSync("npm", ["install", "--loglevel=error", ...options, `./${filename}`], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  for (const name of ["@pulumi", "@types"]) mkdirSync(join(folder, "node_modules", name));
  for (const name of ["@pulumi/pulumi", "@types/node"]) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "dir");
  }
  return folder;
}
