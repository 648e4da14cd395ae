import { createWriteStream } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { clearTimeout, setTimeout } from "node:timers";
import { run, tail } from "../run.mjs";
import { SetupError } from "../SetupError.mjs";
import { hosts } from "./onPath.mjs";

const defaults = {
  /** Where the official install script downloads from. */
  address: "https://get.pulumi.com/releases/sdk",
  answerSeconds: 5,
  pauseSeconds: 10,
  wholeSeconds: 600,
};

/** Downloads the official release into a folder; fails within seconds where the network does not let it. */
export async function officialRelease(tell, folder, version, options = {}) {
  const { address, ...limits } = { ...defaults, ...options };
  const architecture = { x64: "x64", arm64: "arm64" }[process.arch];
  const name = `pulumi-v${version}-${process.platform}-${architecture}.tar.gz`;
  const archive = join(folder, name);
  try {
    const body = await request(`${address}/${name}`, limits);
    await tell.long(`downloading the Pulumi CLI ${version}`, "Pulumi CLI downloaded", () =>
      save(body, archive, limits),
    );
  } catch (error) {
    const reason = error.cause?.code ?? error.cause?.message ?? error.message;
    throw new SetupError(`the official release of the Pulumi CLI could not be downloaded (${reason})`);
  }
  await unpack(archive, folder, version);
}

async function request(url, { answerSeconds }) {
  const bound = new globalThis.AbortController();
  const late = setTimeout(() => bound.abort(new Error(`no answer in ${answerSeconds} s`)), answerSeconds * 1000);
  const response = await globalThis.fetch(url, { signal: bound.signal }).finally(() => clearTimeout(late));
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
  return { stream: Readable.fromWeb(response.body), bound };
}

async function save({ stream, bound }, file, { pauseSeconds, wholeSeconds }) {
  const stop = (reason) => bound.abort(new Error(reason));
  const whole = setTimeout(stop, wholeSeconds * 1000, `not done in ${wholeSeconds} s`);
  const pause = setTimeout(stop, pauseSeconds * 1000, `nothing came for ${pauseSeconds} s`);
  stream.on("data", () => pause.refresh());
  try {
    await pipeline(stream, createWriteStream(file), { signal: bound.signal });
  } catch (error) {
    throw bound.signal.aborted ? bound.signal.reason : error;
  } finally {
    clearTimeout(whole);
    clearTimeout(pause);
  }
}

/** The archive holds one folder, `pulumi`, with everything in it. */
async function unpack(archive, folder, version) {
  const unpacked = await run("tar", ["-xzf", archive, "-C", folder], { seconds: 120 });
  if (unpacked.code !== 0)
    throw new SetupError(`the downloaded Pulumi CLI could not be unpacked: ${tail(unpacked.output, 3)}`);
  await rm(archive);
  const content = join(folder, "pulumi");
  const names = await readdir(content).catch(() => []);
  if (["pulumi", ...hosts].some((name) => !names.includes(name))) {
    throw new SetupError("the downloaded archive is not a Pulumi CLI with its host for Node");
  }
  // The folder bears the name of one of the files in it.
  const aside = join(folder, ".archive");
  await rename(content, aside);
  for (const name of names) await rename(join(aside, name), join(folder, name));
  await rm(aside, { recursive: true });

  const { code, output } = await run(join(folder, "pulumi"), ["version"], {
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    seconds: 15,
  });
  if (code !== 0 || !output.includes(version)) {
    throw new SetupError(`the downloaded Pulumi CLI does not run here: ${tail(output, 3)}`);
  }
}
