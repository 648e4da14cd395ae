import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../tools/hermetic";

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync("npm", [...args, "--loglevel=error"], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/**
 * An unrelated project with the packed package installed as npm installs it. The SDK and Node's types, which every
 * Pulumi project has, are linked: installing them takes longer than everything else.
 * @returns its folder
 */
export function installPacked(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-installed-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "unrelated", private: true }));
  npm(["pack", "--ignore-scripts", "--pack-destination", folder], root);
  const [archive = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  npm(
    [
      "install",
      "--prefer-offline",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      "--legacy-peer-deps",
      `./${archive}`,
    ],
    folder,
  );
  for (const name of ["@pulumi", "@types"]) mkdirSync(join(folder, "node_modules", name));
  for (const name of ["@pulumi/pulumi", "@types/node"]) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "dir");
  }
  return folder;
}
