import { spawn } from "node:child_process";

/**
 * Runs a program to its end, or to a time limit, and gathers what it prints. Never throws:
 * one that cannot be started or is stopped at the limit has the code null and a reason in its output.
 */
export function run(command, args, { cwd, env, seconds }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: seconds * 1000 });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.on("close", (code, signal) => {
      resolve({ code, output: signal ? `${output}stopped by ${signal} (limit ${seconds} s)` : output });
    });
  });
}

/** The end of a long output, where the reason usually stands. */
export function tail(output, lines = 30) {
  return output.trimEnd().split("\n").slice(-lines).join("\n");
}
