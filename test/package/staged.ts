import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../tools/hermetic";
import { packedPlugin } from "../plugin/packed";

/** What npm tells of a package that it packs. */
export interface Packed {
  /** The archive's bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly entryCount: number;
  readonly filename: string;
}

/** A folder that holds what the package is packed of, the plugin among it, as `npm publish` makes it first. */
export async function stagedPackage(): Promise<string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-staged-"));
  const documents = readdirSync(root).filter((name) => name.endsWith(".md"));
  for (const name of ["package.json", "LICENSE", "dist", "docs", ...documents])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  cpSync(await packedPlugin(), join(folder, "dist-plugin"), { recursive: true });
  return folder;
}

/** Packs a folder as it is. `--dry-run` among the options writes nothing. */
export function pack(folder: string, ...options: string[]): Packed {
  const printed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--loglevel=error", ...options], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A list, or since npm 11 an object by the packages' names.
  const [packed] = Object.values(JSON.parse(printed) as { [key: string]: Packed });
  if (packed === undefined) throw new Error(`npm packed nothing in ${folder}: ${printed}`);
  return packed;
}
