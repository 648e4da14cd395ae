import { spawn, type ChildProcess } from "node:child_process";
import type { Environment } from "./environment";

/** How a command ended. */
export interface CommandResult {
  readonly command: string;
  /** The exit code, null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both in the order in which they came. */
  readonly output: string;
  /** Whether the time limit ended it. */
  readonly late: boolean;
}

/** A command that did not end as it should; the message holds everything that it printed. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";

  constructor(
    readonly result: CommandResult,
    expectation = "failed",
  ) {
    const end = result.late ? "the time limit" : (result.signal ?? `exit code ${result.code}`);
    super(`${result.command} ${expectation} (${end}):\n${result.output}`);
  }
}

/** A command under way. */
export interface Running {
  readonly process: ChildProcess;
  /** Resolves when it has ended, however it has. */
  readonly finished: Promise<CommandResult>;
  /** Resolves once the text has been printed; rejects if the command ends without it. */
  printed(text: string): Promise<void>;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env: Environment;
  readonly limitMs: number;
}

/** Starts a command in a process group of its own and gathers what it prints. */
export function start(command: string, args: readonly string[], { cwd, env, limitMs }: CommandOptions): Running {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { stdout: "", stderr: "", output: "" };
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, limitMs);
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
      texts.output += text;
      child.emit("printed");
    });
  }
  const finished = new Promise<CommandResult>((resolve, reject) => {
    child.once("error", reject);
    // Not "close": a plugin that outlives a killed CLI would hold the pipes open.
    child.once("exit", (code, signal) => {
      const end = (): void => {
        clearTimeout(limit);
        resolve({ command: [command, ...args].join(" "), code, signal, ...texts, late });
      };
      if (signal === null) child.once("close", end);
      else setImmediate(end);
    });
  });
  const printed = async (text: string): Promise<void> => {
    const seen = new Promise<true>((resolve) => {
      const look = (): void => {
        if (texts.output.includes(text)) resolve(true);
      };
      child.on("printed", look);
      look();
    });
    const result = await Promise.race([seen, finished]);
    if (result !== true && !result.output.includes(text)) throw new CommandFailure(result, `ended without "${text}"`);
  };
  return { process: child, finished, printed };
}
