import type { Measured } from "./measure";
import type { Role } from "./ProcessWatch";
import { median } from "./results";
import type { Figures } from "./results";

const ROLES: readonly Role[] = ["engine", "host", "program", "provider"];

/** The figures of one command, from what each round took. */
export function figuresOf(rounds: readonly Measured[]): Figures {
  const of = (value: (round: Measured) => number | undefined): number =>
    rounded(median(rounds.flatMap((round) => value(round) ?? [])));
  const roles = ROLES.filter((role) => rounds.some(({ processes }) => processes[role] !== undefined));
  return {
    seconds: rounds.map(({ seconds }) => rounded(seconds)),
    processes: Object.fromEntries(
      roles.map((role) => [
        role,
        {
          cpuSeconds: of(({ processes }) => processes[role]?.cpuSeconds),
          peakMegabytes: of(({ processes }) => processes[role]?.peakMegabytes),
          readMegabytes: of(({ processes }) => processes[role]?.readMegabytes),
        },
      ]),
    ),
    requests: of(({ requests }) => requests),
    connections: of(({ connections }) => connections),
    sentKilobytes: of(({ bytes }) => bytes / 1000),
    stateKilobytes: of(({ stateBytes }) => stateBytes / 1000),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
