import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

const dayMs = 24 * 60 * 60 * 1000;
const unfinished = ".unfinished-";

export const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-sms", "cli");

const found = (key) => ({
  folder: join(cacheFolder(), key),
  version: key.split("-")[0],
  source: join(cacheFolder(), key),
});

/** The CLI obtained before under this key. A folder of that name is always complete: see place. */
export async function placed(key, part = "pulumi") {
  const there = await stat(join(cacheFolder(), key, part)).catch(() => undefined);
  return there ? found(key) : undefined;
}

/**
 * Fills a temporary folder and gives it its name in one step, so that neither an interruption nor a second set-up
 * at the same time can leave half a CLI. Whoever is second keeps what the first one placed.
 */
export async function place(key, fill, part) {
  await mkdir(cacheFolder(), { recursive: true });
  await sweep();
  const temporary = await mkdtemp(join(cacheFolder(), unfinished));
  const interrupted = (signal) => {
    rmSync(temporary, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    await fill(temporary);
    await rename(temporary, join(cacheFolder(), key)).catch(async (error) => {
      if (!(await placed(key, part))) throw error;
    });
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await rm(temporary, { recursive: true, force: true });
  }
  return found(key);
}

/** Removes what killed set-ups left. A day is far longer than any set-up takes, wherever it runs. */
async function sweep() {
  for (const name of await readdir(cacheFolder())) {
    if (!name.startsWith(unfinished)) continue;
    const folder = join(cacheFolder(), name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > dayMs) await rm(folder, { recursive: true, force: true });
  }
}
