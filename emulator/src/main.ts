import { help } from "./command/help";
import { introduction } from "./command/introduction";
import { readArguments } from "./command/read";
import { runEmulator } from "./emulator";
import { OptionError } from "./option-error";

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (!asked) {
    process.stdout.write(help());
    return;
  }
  const emulator = await runEmulator(asked.options).catch((error: unknown) => {
    throw error instanceof OptionError
      ? new OptionError(error.problems.map((problem) => asked.rename(problem)))
      : error;
  });
  process.stdout.write(introduction(emulator));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void emulator.close());
}

function explain(error: unknown): string {
  if (error instanceof OptionError) {
    const lines = error.problems.map(({ option, message }) => (option ? `${option}: ${message}` : message));
    return `${lines.join("\n")}\nsms-emulator --help tells more`;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error) {
    return `port ${String(error.port)} is taken: end what listens there, or take a free port with --port 0 or another one`;
  }
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = error instanceof OptionError ? 2 : 1;
});
