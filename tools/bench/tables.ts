import { COMMAND_NAMES, CONTENDER_NAMES, CONTENDERS } from "./contenders";
import type { Command, Contender } from "./contenders";
import { median } from "./results";
import type { Figures, PointResults, Results } from "./results";

/** The tables of docs/figures.md, by their names there. */
export function benchTables(results: Results): { readonly [name: string]: string } {
  const { base } = results;
  if (base === undefined) throw new Error("There are no figures of the base point: run `npm run bench -- --quick`");
  return {
    "seconds of each command": [madeBy(base), perCommand(base, secondsIn)].join("\n\n"),
    "ratios and goals": ratios(results),
    "processor seconds and peak memory": perCommand(base, processesIn),
    "requests, connections, kilobytes sent": perCommand(base, trafficIn),
    "kilobytes of state": stateTable(base),
    "milliseconds of parts": table(
      ["", "milliseconds"],
      [
        ["loading `pulumi-sms/provider`", String(base.parts.loadProvider)],
        ["loading what the first call of JPush needs beside it", String(base.parts.loadJPush)],
        ["one write of the journal, with its two fsyncs", String(base.parts.journalWrite)],
      ],
    ),
  };
}

function madeBy({ machine, measured }: PointResults): string {
  return `Measured on ${measured}: ${machine}.`;
}

function perCommand(point: PointResults, cell: (figures: Figures) => string): string {
  return table(
    ["", ...COMMAND_NAMES],
    CONTENDER_NAMES.map((contender) => [
      CONTENDERS[contender],
      ...COMMAND_NAMES.map((command) => onFigures(point, contender, command, cell)),
    ]),
  );
}

function secondsIn({ seconds }: Figures): string {
  const shown = [Math.min(...seconds), Math.max(...seconds)].map((each) => each.toFixed(2));
  return `${median(seconds).toFixed(2)} (${shown.join("–")})`;
}

function processesIn({ processes }: Figures): string {
  return Object.entries(processes)
    .filter(([role]) => role !== "host")
    .map(
      ([role, { cpuSeconds, peakMegabytes }]) => `${role} ${cpuSeconds.toFixed(2)} s, ${Math.round(peakMegabytes)} MB`,
    )
    .join("<br>");
}

function trafficIn({ requests, connections, sentKilobytes }: Figures): string {
  return `${requests}, ${connections}, ${Math.round(sentKilobytes)} kB`;
}

function stateTable(point: PointResults): string {
  return table(
    ["", "after up", "ratio to empty ones with the same inputs"],
    CONTENDER_NAMES.map((contender) => [
      CONTENDERS[contender],
      onFigures(point, contender, "up", ({ stateKilobytes }) => String(Math.round(stateKilobytes))),
      ratioOf(point, "up", contender, "sameInputs", ({ stateKilobytes }) => stateKilobytes),
    ]),
  );
}

interface Goal {
  readonly commands: readonly Command[];
  readonly of: Contender;
  readonly to: Contender;
  readonly most: number;
}

const GOALS: readonly Goal[] = [
  { commands: ["preview", "up", "up again"], of: "classes", to: "sameInputs", most: 1 },
  { commands: ["refresh", "destroy"], of: "classes", to: "handwritten", most: 1.05 },
  { commands: ["preview", "up", "up again", "refresh", "destroy"], of: "yaml", to: "classes", most: 0.8 },
  { commands: ["preview", "up", "up again", "refresh", "destroy"], of: "plugin", to: "classes", most: 0.8 },
];

/** Ratios of medians, at every point that was measured. */
function ratios(results: Results): string {
  const seconds = (figures: Figures): number => median(figures.seconds);
  const rows = Object.entries(results).flatMap(([name, point]) =>
    GOALS.map(({ commands, of, to, most }) => [
      name,
      `${CONTENDERS[of]}, to: ${CONTENDERS[to]}`,
      most.toFixed(2),
      ...COMMAND_NAMES.map((command) => (commands.includes(command) ? ratioOf(point, command, of, to, seconds) : "")),
    ]),
  );
  return table(["point", "ratio", "goal", ...COMMAND_NAMES], rows);
}

function ratioOf(
  point: PointResults,
  command: Command,
  of: Contender,
  to: Contender,
  value: (figures: Figures) => number,
): string {
  const [ours, theirs] = [of, to].map((contender) => point.contenders[contender]?.[command]);
  return ours === undefined || theirs === undefined ? "" : (value(ours) / value(theirs)).toFixed(2);
}

function onFigures(
  point: PointResults,
  contender: Contender,
  command: Command,
  cell: (figures: Figures) => string,
): string {
  const found = point.contenders[contender]?.[command];
  return found === undefined ? "" : cell(found);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
