import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../root.mjs";

const folderOf = (name) => join(root, "tools", "cli", name);

/** The Go modules whose commands make up the CLI: the command itself, the hosts that run programs, and what makes SDKs. */
export const modules = {
  command: folderOf("pulumi"),
  host: folderOf("language-nodejs"),
  yamlHost: folderOf("language-yaml"),
  languagePython: folderOf("language-python"),
  codegen: folderOf("codegen"),
};

/** The CLI's version as its go.mod pins it, and a key that changes with anything that goes into a build of it. */
export async function pinned() {
  const files = [modules.command, modules.host].flatMap((folder) => [join(folder, "go.mod"), join(folder, "go.sum")]);
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\d+\.\d+\.\d+)/.exec(texts[0])?.[1];
  if (!version) throw new Error(`${files[0]} names no version of github.com/pulumi/pulumi/pkg/v3`);
  const hash = createHash("sha256")
    .update([process.platform, process.arch, ...texts].join("\0"))
    .digest("hex");
  return { version, key: `${version}-${hash.slice(0, 12)}` };
}
