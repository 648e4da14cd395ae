import { access, constants, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { run } from "../run.mjs";
import { atLeast } from "../versions.mjs";

// The oldest CLI that this project has been seen to work with. 3.216, which the package's peer range asks of the SDK,
// is where a refresh began to take inputs from a provider.
const minimum = "3.220.0";

/** What must stand beside the CLI or on the PATH for a program in JavaScript with dynamic resources to run. */
export const hosts = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];

const runnable = (file) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

async function find(name, folders) {
  for (const folder of folders) {
    if (await runnable(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

/** The CLI on the PATH, if there is one that will do. */
export async function cliOnPath(path = process.env.PATH ?? "") {
  const folders = path.split(delimiter).filter((folder) => folder.startsWith("/"));
  const command = await find("pulumi", folders);
  if (!command) return undefined;

  const beside = dirname(await realpath(command));
  for (const host of hosts) {
    if (!(await find(host, [beside, ...folders]))) return undefined;
  }
  const { code, output } = await run(command, ["version"], {
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    seconds: 15,
  });
  const version = output.trim().split("\n").at(-1)?.replace(/^v/, "") ?? "";
  if (code !== 0 || !atLeast(version, minimum)) return undefined;
  return { folder: dirname(command), version, source: `${command}, from the PATH` };
}
