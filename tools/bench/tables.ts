import { COMMAND_NAMES, CONTENDER_NAMES, CONTENDERS } from "./contenders";
import type { Command, Contender } from "./contenders";
import { POINTS } from "./points";
import type { Point } from "./points";
import { median } from "./results";
import type { Figures, PointResults, Results } from "./results";

/** The tables of docs/figures.md, by their names there. */
export function benchTables(results: Results): { readonly [name: string]: string } {
  const { base } = results;
  if (base === undefined) throw new Error("There are no figures of the base point: run `npm run bench -- --quick`");
  return {
    "seconds of each command": [madeBy(base), perCommand(base, secondsIn)].join("\n\n"),
    "ratios and goals": ratios(results),
    "seconds at the other points": otherPoints(results),
    latency: latencies(results, base),
    "processor seconds and peak memory": perCommand(base, processesIn),
    "peak memory and its goal": peaks(results),
    "requests, connections, kilobytes sent, megabytes read": perCommand(base, trafficIn),
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

function trafficIn({ requests, connections, sentKilobytes, processes }: Figures): string {
  const read = processes.provider?.readMegabytes ?? 0;
  return `${requests}, ${connections}, ${Math.round(sentKilobytes)} kB, ${Math.round(read)} MB`;
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

const medianSeconds = ({ seconds }: Figures): number => median(seconds);

/** Ratios of medians, at every point that was measured. */
function ratios(results: Results): string {
  const rows = pointsOf(results).flatMap(([{ name }, point]) =>
    GOALS.filter(({ of, to }) => hasAll(point, of, to)).map(({ commands, of, to, most }) => [
      name,
      `${CONTENDERS[of]}, to: ${CONTENDERS[to]}`,
      most.toFixed(2),
      ...COMMAND_NAMES.map((command) =>
        commands.includes(command) ? ratioOf(point, command, of, to, medianSeconds) : "",
      ),
    ]),
  );
  return table(["point", "ratio", "goal", ...COMMAND_NAMES], rows);
}

/** The points that were measured, in the order in which they are. */
function pointsOf(results: Results): readonly (readonly [Point, PointResults])[] {
  return POINTS.flatMap((point) => {
    const measured = results[point.name];
    return measured === undefined ? [] : [[point, measured] as const];
  });
}

function hasAll({ contenders }: PointResults, ...names: readonly Contender[]): boolean {
  return names.every((name) => contenders[name] !== undefined);
}

function otherPoints(results: Results): string {
  const rows = pointsOf(results).flatMap(([{ name }, point]) =>
    CONTENDER_NAMES.filter((contender) => name !== "base" && hasAll(point, contender)).map((contender) => [
      name,
      CONTENDERS[contender],
      ...COMMAND_NAMES.map((command) =>
        onFigures(point, contender, command, (figures) => medianSeconds(figures).toFixed(2)),
      ),
    ]),
  );
  return table(["point", "", ...COMMAND_NAMES], rows);
}

/**
 * What the vendor's latency alone adds, in seconds. Submissions go one after the other, the query after each beside the
 * next submission; anything else goes as many at once as there are connections.
 */
function latencyAlone(command: Command, { signatures, latencyMs }: Point, { requests, connections }: Figures): number {
  if (requests === 0) return 0;
  const turns = command === "up" ? signatures + 1 : Math.ceil(requests / connections);
  return (turns * latencyMs) / 1000;
}

/** Ratios to what the same took without latency, plus the latency alone. */
function latencies(results: Results, base: PointResults): string {
  const rows = pointsOf(results).flatMap(([point, measured]) =>
    OURS.filter((contender) => point.latencyMs > 0 && hasAll(measured, contender)).map((contender) => [
      point.name,
      CONTENDERS[contender],
      "1.10",
      ...COMMAND_NAMES.map((command) => {
        const without = base.contenders[contender]?.[command];
        if (without === undefined) return "";
        return onFigures(measured, contender, command, (figures) => {
          const expected = medianSeconds(without) + latencyAlone(command, point, figures);
          return `${medianSeconds(figures).toFixed(2)} ÷ ${expected.toFixed(2)} = ${(medianSeconds(figures) / expected).toFixed(2)}`;
        });
      }),
    ]),
  );
  return table(["point", "", "goal", ...COMMAND_NAMES], rows);
}

const OURS: readonly Contender[] = ["classes", "yaml", "plugin"];

const FILING: readonly Contender[] = [...OURS, "handwritten"];

/** The highest peak of a provider's process in any command, above that of empty resources. */
function peaks(results: Results): string {
  const rows = pointsOf(results).flatMap(([{ name }, point]) => {
    const [empty] = (["empty", "sameInputs"] as const).filter((contender) => hasAll(point, contender));
    if (empty === undefined) return [];
    const floor = peakOf(point, empty);
    const above = (contender: Contender): string => {
      const peak = peakOf(point, contender);
      return Number.isFinite(peak) ? `${peak < floor ? "−" : "+"}${Math.abs(Math.round(peak - floor))}` : "";
    };
    return [[name, `${Math.round(floor)}`, ...FILING.map(above)]];
  });
  return table(["point", "MB of empty ones", ...FILING.map((each) => CONTENDERS[each])], rows);
}

function peakOf(point: PointResults, contender: Contender): number {
  return Math.max(
    ...COMMAND_NAMES.map(
      (command) => point.contenders[contender]?.[command]?.processes.provider?.peakMegabytes ?? -Infinity,
    ),
  );
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
