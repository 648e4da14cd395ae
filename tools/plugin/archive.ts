import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The names that Pulumi gives to systems: https://www.pulumi.com/docs/iac/guides/building-extending/packages/publishing-packages/ */
const SYSTEMS: { readonly [platform: string]: string } = { win32: "windows" };
const PROCESSORS: { readonly [arch: string]: string } = { x64: "amd64" };

/** This machine's system, as the name of an archive has it: `linux-amd64`. */
export function systemName({ platform, arch }: Pick<NodeJS.Process, "platform" | "arch"> = process): string {
  return `${SYSTEMS[platform] ?? platform}-${PROCESSORS[arch] ?? arch}`;
}

/**
 * Puts what a folder holds into an archive for `pulumi plugin install resource sms <version> --file`. With the system in
 * its name, the archive is also what the CLI looks for at a `pluginDownloadURL`.
 * @param into where the archive goes
 * @returns the archive's name
 */
export function archivePlugin(folder: string, into: string, system?: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")) as { version: string };
  const name = `${["pulumi-resource-sms", `v${version}`, ...(system === undefined ? [] : [system])].join("-")}.tar.gz`;
  execFileSync("tar", ["-czf", join(into, name), "-C", folder, ...readdirSync(folder)]);
  return name;
}

/** Writes `checksums.txt`, which `sha256sum --check` reads, of files below a folder. */
export function writeChecksums(folder: string, names: readonly string[]): void {
  const lines = names.map((name) => `${sha256(join(folder, name))}  ${name}\n`);
  writeFileSync(join(folder, "checksums.txt"), lines.join(""));
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
