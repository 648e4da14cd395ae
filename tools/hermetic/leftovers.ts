import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/**
 * Kills every process whose environment names this folder as the CLI's home: the CLI starts its hosts and plugins in
 * process groups of their own, and when it is killed itself, they live on as nobody's children.
 * @returns the ids of those that it found
 */
export function reap(home: string): number[] {
  const mark = `PULUMI_HOME=${home}`;
  const found = (process.platform === "linux" ? fromProc(mark) : fromPs(mark)).filter((id) => id !== process.pid);
  return found.filter(kill);
}

function kill(id: number): boolean {
  try {
    return process.kill(id, "SIGKILL");
  } catch {
    // It has ended meanwhile.
    return false;
  }
}

function fromProc(mark: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, "utf8").split("\0").includes(mark);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function fromPs(mark: string): number[] {
  const lines = execFileSync("ps", ["-axwwE", "-o", "pid=,command="], { encoding: "utf8", maxBuffer: 1 << 26 });
  return lines
    .split("\n")
    .filter((line) => `${line} `.includes(` ${mark} `))
    .map((line) => Number.parseInt(line, 10));
}
