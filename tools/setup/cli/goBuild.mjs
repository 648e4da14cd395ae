import { chmod, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../root.mjs";
import { run, tail } from "../run.mjs";
import { SetupError } from "../SetupError.mjs";
import { modules } from "./pinned.mjs";

const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
const limitSeconds = 30 * 60;

/** Builds the CLI and its host for Node from their pinned modules; the third part ships in npm's @pulumi/pulumi. */
export async function goBuildCli(tell, folder, version) {
  if (!(await hasGo())) {
    throw new SetupError(
      "no Pulumi CLI could be had: none that will do is on the PATH, the official release could not be downloaded, " +
        "and there is no Go to build one with. Install one of them and run this again: " +
        "https://www.pulumi.com/docs/install/ or https://go.dev/dl/",
    );
  }
  await tell.long(
    `building the Pulumi CLI ${version} with Go (the first time this takes about five minutes)`,
    "Pulumi CLI built",
    async () => {
      await goBuild(modules.command, folder, `-s -w -X ${versionVariable}=${version}`);
      await goBuild(modules.host, folder);
    },
  );
  const script = "pulumi-resource-pulumi-nodejs";
  await copyFile(join(root, "node_modules", "@pulumi", "pulumi", script), join(folder, script));
  await chmod(join(folder, script), 0o755);
}

async function hasGo() {
  return (await run("go", ["version"], { seconds: 15 })).code === 0;
}

/** Builds the command that a module pins as its tool. */
export async function goBuild(module, folder, linkerFlags = "-s -w") {
  if (!(await hasGo())) throw new SetupError("there is no Go to build it with: https://go.dev/dl/");
  const { code, output } = await run("go", ["build", "-ldflags", linkerFlags, "-o", `${folder}/`, "tool"], {
    cwd: module,
    // A workspace file in some folder above would take the place of the pinned modules.
    env: { ...process.env, GOWORK: "off" },
    seconds: limitSeconds,
  });
  if (code !== 0) throw new SetupError(`the Go build failed in ${module}:\n${tail(output)}`);
}
