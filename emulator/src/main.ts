import { help } from "./command/help";
import { flagOf, readArguments } from "./command/read";
import { runEmulator } from "./emulator";
import { OptionError } from "./option-error";

const limits = (
  url: string,
) => `A stand-in for JPush's and Huawei Cloud's signature APIs as their documents say; it reviews nothing and sends no message.
Whoever can reach this port can use the control plane from this machine: give it no real documents.
The review console, for a browser on this machine: ${consoleAt(url)}
`;

/** What listens everywhere is reached on the loopback too, and the console is answered only there. */
function consoleAt(url: string): string {
  const everywhere = /^http:\/\/(0\.0\.0\.0|\[::\])(?=:)/;
  return `${url.replace(everywhere, "http://127.0.0.1")}/`;
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (!asked) {
    process.stdout.write(help());
    return;
  }
  const emulator = await runEmulator(asked);
  process.stderr.write(limits(emulator.url));
  process.stdout.write(`listening on ${emulator.url}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void emulator.close());
}

function explain(error: unknown): string {
  if (error instanceof OptionError) {
    const lines = error.problems.map(({ option, message }) => (option ? `${flagOf(option)}: ${message}` : message));
    return `${lines.join("\n")}\nsms-emulator --help tells more`;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "the port is taken; name another one with --port, or 0 for a free one";
  }
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = error instanceof OptionError ? 2 : 1;
});
