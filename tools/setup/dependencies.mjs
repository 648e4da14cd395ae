import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./root.mjs";
import { run, tail } from "./run.mjs";
import { SetupError } from "./SetupError.mjs";

const lock = join(root, "package-lock.json");
// npm writes this one when an installation is complete, so an interrupted one is seen.
const installed = join(root, "node_modules", ".package-lock.json");
const stamp = join(root, "node_modules", ".set-up-for");

const readOrEmpty = (file) => readFile(file, "utf8").catch(() => "");

/** Installs what package-lock.json says, unless it is installed already. */
export async function dependencies(tell) {
  const wanted = await readFile(lock, "utf8");
  const hash = createHash("sha256").update(wanted).digest("hex");
  const there = await readOrEmpty(installed);
  if (there !== "" && (await readOrEmpty(stamp)) === hash) return;

  // Somebody's own `npm install` is as good as ours, and needs no second one.
  if (there === "" || !agree(JSON.parse(wanted).packages, JSON.parse(there).packages)) {
    await tell.long("installing the npm dependencies", "npm dependencies installed", install);
  }
  await writeFile(stamp, hash);
}

async function install() {
  const { code, output } = await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, seconds: 900 });
  if (code !== 0) throw new SetupError(`npm ci failed:\n${tail(output)}`);
}

function agree(wanted, there) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || (!path.startsWith("node_modules/") && !path.includes("/node_modules/"))) return true;
    const have = there[path];
    if (!have) return Boolean(entry.optional ?? entry.devOptional ?? entry.peer ?? false);
    return have.version === entry.version && have.integrity === entry.integrity && have.link === entry.link;
  });
}
