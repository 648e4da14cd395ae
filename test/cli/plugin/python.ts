import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pythonFolder } from "../../../tools/hermetic";

/** What runs a program in Python: variables and folders of commands. */
export interface PythonSetting {
  readonly environment: Record<string, string>;
  readonly path: readonly string[];
}

/**
 * An environment of its own for a project, which has all that the set-up's environment has: installing the SDK into it
 * needs no network, and changes no other. Null where there is no Python.
 * @param folder where it goes
 */
export function pythonSetting(folder: string): PythonSetting | null {
  const shared = pythonFolder();
  if (shared === null) return null;
  const packages = (environment: string): string => {
    const [version = ""] = readdirSync(join(environment, "lib"));
    return join(environment, "lib", version, "site-packages");
  };
  execFileSync(join(shared, "venv", "bin", "python"), ["-m", "venv", "--without-pip", folder]);
  writeFileSync(join(packages(folder), "shared.pth"), packages(join(shared, "venv")));
  return {
    environment: {
      VIRTUAL_ENV: folder,
      PYTHONDONTWRITEBYTECODE: "1",
      PIP_NO_INDEX: "1",
      // As pip reads it, this turns the isolation off: what builds the SDK is there.
      PIP_NO_BUILD_ISOLATION: "0",
      PIP_DISABLE_PIP_VERSION_CHECK: "1",
    },
    path: [join(folder, "bin"), join(shared, "bin")],
  };
}
