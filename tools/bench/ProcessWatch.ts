import { readFileSync, readdirSync } from "node:fs";

/** What a process of a command is there for. */
export type Role = "engine" | "host" | "program" | "provider";

/** What one process took. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** What it read from files and sockets. */
  readonly readMegabytes: number;
}

const EVERY_MS = 100;
/** Of a second, in which Linux counts processor time. */
const TICKS = 100;

/**
 * Watches the processes of one command, on Linux alone. What a process does after the last look, a tenth of a second
 * at most, is not counted.
 */
export class ProcessWatch {
  readonly #seen = new Map<number, { readonly role: Role; readonly usage: Usage }>();
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly root: number) {
    this.#timer = setInterval(() => this.#look(this.root), EVERY_MS);
  }

  /** Of several processes of one role the sum, and the largest peak. */
  end(): { readonly [role in Role]?: Usage } {
    clearInterval(this.#timer);
    const usages: { [role in Role]?: Usage } = {};
    for (const { role, usage } of this.#seen.values()) {
      const other = usages[role];
      usages[role] = {
        cpuSeconds: (other?.cpuSeconds ?? 0) + usage.cpuSeconds,
        peakMegabytes: Math.max(other?.peakMegabytes ?? 0, usage.peakMegabytes),
        readMegabytes: (other?.readMegabytes ?? 0) + usage.readMegabytes,
      };
    }
    return usages;
  }

  #look(pid: number): void {
    try {
      // A process that has just begun can still have the command of the one that began it.
      const role = pid === this.root ? "engine" : roleOf(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
      this.#seen.set(pid, { role, usage: usageOf(pid) });
      for (const child of childrenOf(pid)) this.#look(child);
    } catch {
      // It has ended meanwhile.
    }
  }
}

function roleOf(command: string): Role {
  if (/dynamic-provider|resource-sms|resource-pulumi-nodejs/.test(command)) return "provider";
  if (/cmd\/run/.test(command)) return "program";
  return "host";
}

function usageOf(pid: number): Usage {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
    .replace(/^.*\) /s, "")
    .split(" ");
  const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
  const read = /^rchar: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, "latin1"))?.[1];
  if (peak === undefined) throw new Error("It is ending");
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
    peakMegabytes: Number(peak) / 1000,
    readMegabytes: Number(read) / 1e6,
  };
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "latin1").split(" ").filter(Boolean).map(Number),
  );
}
