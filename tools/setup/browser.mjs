import { access, constants, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { run, tail } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser, and fonts in which the page's two languages can be read. */
const packages = ["chromium", "fonts-liberation2", "fonts-wqy-microhei"];

const runnable = (file) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/** A Chromium of this machine that starts, and its version; undefined where there is none. */
export async function findBrowser(path = process.env.PATH ?? "") {
  const folders = path.split(delimiter).filter((folder) => folder.startsWith("/"));
  const places = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere];
  for (const command of places) {
    if (!(await runnable(command))) continue;
    // Some systems have a script of that name that only tells how to get the browser.
    const { code, output } = await run(command, ["--version"], { seconds: 20 });
    const version = /(?:Chromium|Chrome|Edge) (\d[\d.]*)/.exec(output)?.[1];
    if (code === 0 && version) return { command, version };
  }
  return undefined;
}

/**
 * Finds a Chromium, or installs one where that is one command: as root on Debian. Never fails: without one, the tests
 * that look at the review console say so and are skipped.
 */
export async function browser(tell) {
  let found = await findBrowser();
  let reason = "not installed, and only as root on Debian does this install it";
  if (!found && (await isRootOnDebian())) {
    reason = await tell.long("installing Chromium", "Chromium: apt-get is done", install);
    found = await findBrowser();
  }
  tell.note(
    found
      ? `Chromium ${found.version}: ${found.command}`
      : `no Chromium (${reason}): the review console's tests are skipped`,
  );
}

async function isRootOnDebian() {
  if (process.getuid?.() !== 0) return false;
  return /^ID=debian$/m.test(await readFile("/etc/os-release", "utf8").catch(() => ""));
}

/** Returns why there may be none afterwards. */
async function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const get = (args, seconds) =>
    run("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=60", "-o", "Acquire::Retries=1", ...args], { env, seconds });
  // An old list of packages can be as good as none.
  await get(["update"], 60);
  const { code, output } = await get(["install", "--yes", "--no-install-recommends", ...packages], 300);
  return code === 0 ? "the one that was installed does not start" : tail(output, 1);
}
