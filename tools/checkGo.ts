import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./hermetic";

/*
 * `npm run check:go`: compiles the example in Go and the program of docs/languages.md against the SDK that is made from
 * schema.json, and the whole SDK with them. The programs are not run.
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
  const [, documented] = /```go\n(.*?)```/s.exec(readFileSync(join(root, "docs", "languages.md"), "utf8")) ?? [];
  if (documented === undefined) throw new Error("docs/languages.md has no program in Go");
  mkdirSync(join(folder, "documented"));
  writeFileSync(join(folder, "documented", "main.go"), documented);
  go(join(root, "tools", "cli", "codegen"), ["run", ".", join(root, "schema.json"), "go", join(folder, "sdks", "sms")]);
  // A vet compiles nothing into a program, which would take the linker some seconds more.
  go(folder, ["vet", "./...", "example.com/OWNER/pulumi-sms/sdk/go/..."]);
  console.log(`the programs in Go and their SDK compile (${Math.round((Date.now() - started) / 1000)} s)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
