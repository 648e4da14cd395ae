import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { SetupError } from "../SetupError.mjs";
import { cacheFolder } from "./cache.mjs";
import { goBuild } from "./goBuild.mjs";
import { modules } from "./pinned.mjs";

const name = "pulumi-language-yaml";
const isThere = (file) =>
  stat(file).then(
    () => true,
    () => false,
  );

/**
 * The folder of the host that runs programs in YAML, as which the plugin's tests are written; null where there is none.
 * An official CLI brings one. Beside a CLI that was built here one is built, too, where that is asked for: a host that is
 * only on the PATH makes the CLI warn at every command.
 */
export async function yamlHost(tell, cliFolder, { build, path = process.env.PATH ?? "" }) {
  const own = cliFolder.startsWith(cacheFolder());
  const key = await pinnedKey();
  const place = own ? cliFolder : join(cacheFolder(), `yaml-${key}`);
  // What was built from other pins is built anew.
  if (await isThere(join(place, `.${name}-${key}`))) return place;
  const folders = [cliFolder, ...path.split(delimiter).filter((folder) => folder.startsWith("/"))];
  if (!own) for (const folder of folders) if (await isThere(join(folder, name))) return folder;
  if (!build) return null;
  try {
    await tell.long(
      "building the host for programs in YAML with Go (the first time this takes about two minutes)",
      "host for YAML built",
      () => buildInto(place, key),
    );
    return place;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    tell.note(`no host for programs in YAML, so the plugin's programs are not tested: ${error.message}`);
    return null;
  }
}

/** Its file comes with its last step, so that an interruption leaves no half of it. */
async function buildInto(place, key) {
  await mkdir(place, { recursive: true });
  const temporary = await mkdtemp(join(place, ".unfinished-"));
  try {
    await goBuild(modules.yamlHost, temporary);
    await rename(join(temporary, name), join(place, name));
    await writeFile(join(place, `.${name}-${key}`), "");
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function pinnedKey() {
  const files = ["go.mod", "go.sum"].map((file) => readFile(join(modules.yamlHost, file), "utf8"));
  const hash = createHash("sha256").update((await Promise.all(files)).join("\0"));
  return hash.digest("hex").slice(0, 12);
}
