#!/usr/bin/env node
// Makes a fresh clone ready to run: dependencies, the Pulumi CLI, compiled code. It runs before node_modules exists,
// so it and everything below setup/ uses Node's own modules only.
import { browser } from "./setup/browser.mjs";
import { build } from "./setup/build.mjs";
import { cli } from "./setup/cli.mjs";
import { dependencies } from "./setup/dependencies.mjs";
import { requireNode } from "./setup/node.mjs";
import { progress } from "./setup/progress.mjs";
import { SetupError } from "./setup/SetupError.mjs";

const tell = progress({ quiet: process.argv.includes("--quiet") });

try {
  requireNode(process.versions.node);
  await dependencies(tell);
  if (!process.argv.includes("--no-cli"))
    await cli(tell, {
      yaml: process.argv.includes("--yaml"),
      withPython: process.argv.includes("--python"),
    });
  await build(tell);
  // For the tests alone.
  if (process.argv.includes("--browser")) await browser(tell);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  tell.failed(error.message);
  process.exitCode = 1;
}
