import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { root } from "../hermetic";

/** The emulator as a process of its own, as a person has it in a second terminal. */
export interface EmulatorProcess {
  readonly url: string;
  readonly id: number;
  stop(): void;
}

const limitMs = 15_000;

/**
 * Starts `sms-emulator` and waits until it listens.
 * @param port 0 takes a free one
 * @param logFile what it prints; a file, since it may outlive this process
 */
export async function startEmulatorProcess(port: number, logFile: string): Promise<EmulatorProcess> {
  const log = openSync(logFile, "w");
  const command = join(root, "emulator", "bin", "sms-emulator.js");
  const child = spawn(process.execPath, [command, "--port", String(port)], {
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const id = child.pid;
  // A signal can end this process before anybody else knows of that one.
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const printed = (): string => readFileSync(logFile, "utf8");
  const until = Date.now() + limitMs;
  while (child.exitCode === null && Date.now() < until) {
    const url = /listening on (\S+)/.exec(printed())?.[1];
    if (url && id) {
      process.off("exit", kill);
      return { url, id, stop: () => void child.kill("SIGTERM") };
    }
    await setTimeout(20);
  }
  process.off("exit", kill);
  kill();
  throw new Error(`sms-emulator did not start:\n${printed()}`);
}
