import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { cliCommand, hermeticEnvironment, leftOut, Pulumi, root, stateFolder } from "./hermetic";
import { emulatorSettings, emulatorUrl, projectFolder } from "./quickstart/settings";
import { needsStack } from "./quickstart/stackNeed";

// `npm run pulumi -- <arguments>`: the CLI on the quickstart, in an environment of the project's own.

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function stacks(): string[] {
  const folder = join(stateFolder(projectFolder), ".pulumi", "stacks", "quickstart");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
}

/** In a fresh clone the first command finds a stack, and it speaks to the emulator, not to the vendor. */
async function ensureStack(): Promise<void> {
  if (stacks().length > 0) return;
  const stack = new Pulumi({ project: root, folder: projectFolder, stack: "dev" });
  const { plain, secret } = emulatorSettings(emulatorUrl);
  await stack.init();
  await stack.configure(plain);
  await stack.configure(secret, { secret: true });
  tell(
    `Created the stack dev; it speaks to the emulator at ${emulatorUrl}, which \`npx sms-emulator --port ${new URL(emulatorUrl).port}\` starts.`,
  );
}

function hand(args: readonly string[]): void {
  // A terminal interrupts the CLI itself, in its foreground group, and a second interrupt would end it at once.
  // Without one the CLI has a group of its own, and gets what this process is sent, once.
  const terminal = process.stdin.isTTY;
  const env = hermeticEnvironment(projectFolder);
  const child = spawn(cliCommand(), args, { cwd: root, env, stdio: "inherit", detached: !terminal });
  let interrupted = -Infinity;
  process.on("SIGINT", () => {
    // npm passes on what it gets itself, so one interrupt of a whole group arrives here twice.
    const again = performance.now() - interrupted < 1000;
    interrupted = performance.now();
    if (!terminal && !again) child.kill("SIGINT");
  });
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    tell(error.message);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const vendors = leftOut(process.env).filter((name) => !name.startsWith("PULUMI_"));
  if (vendors.length > 0)
    tell(`${vendors.join(", ")} of the environment do not count here; set the stack's config instead.`);
  if (needsStack(args)) await ensureStack();
  hand(args);
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
