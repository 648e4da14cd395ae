import { COMMAND_NAMES, CONTENDER_NAMES, CONTENDERS } from "./contenders";
import { median } from "./results";
import type { PointResults } from "./results";

export const PICTURE_FILE = "docs/bench.svg";

const COLOURS = ["#0b6e4f", "#2f9e73", "#7cc4a4", "#c9ced6", "#8d96a3", "#b5651d"];
const [LEFT, BAR, GAP, WIDTH] = [90, 11, 16, 760];
/** The legend has two columns, each filled from top to bottom: a name must not be cut at the right edge. */
const [LEGEND_TOP, LEGEND_COLUMN, LEGEND_ROW] = [36, 310, 18];
const LEGEND_ROWS = Math.ceil(CONTENDER_NAMES.length / 2);
const TOP = LEGEND_TOP + LEGEND_ROWS * LEGEND_ROW + 2;

/** Bars of the base point's medians: one group for each command. */
export function picture(point: PointResults, what: string): string {
  const medians = COMMAND_NAMES.map((command) =>
    CONTENDER_NAMES.map((contender) => median(point.contenders[contender]?.[command]?.seconds ?? [])),
  );
  const longest = Math.max(...medians.flat().filter(Number.isFinite));
  const scale = (WIDTH - LEFT - 60) / longest;
  const group = CONTENDER_NAMES.length * BAR + GAP;
  const height = TOP + medians.length * group + 8;
  const legend = CONTENDER_NAMES.map((contender, position) => {
    const [x, y] = [
      LEFT + Math.floor(position / LEGEND_ROWS) * LEGEND_COLUMN,
      LEGEND_TOP + (position % LEGEND_ROWS) * LEGEND_ROW,
    ];
    return `<rect x="${x}" y="${y - 9}" width="10" height="10" fill="${COLOURS[position]}"/>${text(x + 15, y, CONTENDERS[contender])}`;
  });
  const bars = COMMAND_NAMES.flatMap((command, row) => [
    text(LEFT - 10, TOP + row * group + (CONTENDER_NAMES.length * BAR) / 2 + 4, command, ' text-anchor="end"'),
    ...(medians[row] ?? []).flatMap((seconds, position) => {
      if (!Number.isFinite(seconds)) return [];
      const [y, width] = [TOP + row * group + position * BAR, Math.round(seconds * scale)];
      return [
        `<rect x="${LEFT}" y="${y}" width="${width}" height="${BAR - 1}" fill="${COLOURS[position]}"/>`,
        text(LEFT + width + 5, y + 9, `${seconds.toFixed(1)} s`, ' font-size="10"'),
      ];
    }),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img">`,
    `<title>${what}</title>`,
    `<style>text { fill: #24292f } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }</style>`,
    text(LEFT, 16, what, ' font-weight="600"'),
    ...legend,
    ...bars,
    "</svg>",
    "",
  ].join("\n");
}

function text(x: number, y: number, content: string, more = ""): string {
  return `<text x="${x}" y="${y}"${more}>${content}</text>`;
}
