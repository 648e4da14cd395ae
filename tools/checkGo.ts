import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./hermetic";

/*
 * `npm run check:go`: compiles the example in Go against the SDK that is made from schema.json, and the whole SDK with it.
 * The program is not run.
 */

// A workspace file in some folder above would take the place of the example's modules.
const env = { ...process.env, GOWORK: "off" };
const go = (cwd: string, args: readonly string[]): void => {
  execFileSync("go", args, { cwd, env, stdio: "inherit" });
};

const folder = mkdtempSync(join(tmpdir(), "pulumi-sms-go-"));
try {
  const started = Date.now();
  cpSync(join(root, "examples", "go-quickstart"), folder, { recursive: true });
  go(join(root, "tools", "cli", "codegen"), ["run", ".", join(root, "schema.json"), "go", join(folder, "sdks", "sms")]);
  // A vet compiles nothing into a program, which would take the linker some seconds more.
  go(folder, ["vet", "./...", "example.com/OWNER/pulumi-sms/sdk/go/..."]);
  console.log(`examples/go-quickstart and its SDK compile (${Math.round((Date.now() - started) / 1000)} s)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
