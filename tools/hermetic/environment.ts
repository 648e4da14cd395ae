import { existsSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { cliFolder } from "./cli";

export type Environment = Record<string, string>;

/** Settings of the CLI, of the vendors and of the package itself: a person's own must not reach a hermetic run. */
const foreign = /^(PULUMI|JPUSH|HW)_/;

/** Chosen by whoever runs the command: without them an encrypted stack could not be read. */
const passphrases = ["PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"];

/** The names of the variables that a hermetic run leaves out. */
export function leftOut(given: NodeJS.ProcessEnv): string[] {
  return Object.keys(given).filter((name) => foreign.test(name) && !passphrases.includes(name));
}

/** The stack states of the hermetic folder, as the CLI lays them out. */
export function stateFolder(folder: string): string {
  return join(folder, "state");
}

/**
 * The environment in which the CLI knows nothing but what stands below one folder: its home, its states and the
 * journal of the package are there. Everything else of the environment given goes through.
 */
export function hermeticEnvironment(folder: string, given: NodeJS.ProcessEnv = process.env): Environment {
  const state = stateFolder(folder);
  mkdirSync(state, { recursive: true });
  const dropped = new Set(leftOut(given));
  const kept = Object.entries(given).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !dropped.has(entry[0]),
  );
  return {
    ...(passphrases.some((name) => given[name] !== undefined) ? {} : { PULUMI_CONFIG_PASSPHRASE: "" }),
    ...Object.fromEntries(kept),
    // The CLI looks for its hosts on the PATH before it looks beside itself; programs run in the Node that runs this.
    PATH: [nodeFolder(folder), cliFolder(), given["PATH"] ?? ""].join(delimiter),
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: pathToFileURL(state).href,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_SMS_JOURNAL: join(folder, "journal"),
  };
}

/** A folder with this Node alone: the one that it stands in may also hold another CLI's hosts. */
function nodeFolder(folder: string): string {
  const bin = join(folder, "bin");
  const link = join(bin, "node");
  mkdirSync(bin, { recursive: true });
  if (!existsSync(link) || readlinkSync(link) !== process.execPath) {
    rmSync(link, { force: true });
    symlinkSync(process.execPath, link);
  }
  return bin;
}
