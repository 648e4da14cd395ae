import { rowsOf, type Row } from "./rows";

/** A line of a run, and when it was printed. */
export interface Line {
  readonly at: number;
  readonly text: string;
}

const columns = 104;
const rowsShown = 27;
const rowHeight = 19;
const margin = 20;
const width = 860;
const height = rowsShown * rowHeight + 2 * margin;

/** A reader waits no longer than this for the next line, and looks so long at the last ones. */
const longestPause = 2.2;
const endPause = 6;

interface Moment {
  /** Seconds since the beginning. */
  readonly at: number;
  /** How many rows are there. */
  readonly rows: number;
}

/** A run as an animated picture of a terminal, which repeats. Where nothing moves it shows the end. */
export function picture(lines: readonly Line[], description: string): string {
  const rows: Row[] = [];
  const moments: Moment[] = [];
  let [at, former] = [0, lines[0]?.at ?? 0];
  for (const line of lines) {
    const pause = (line.at - former) / 1000;
    // Lines of one moment come a few milliseconds apart.
    if (pause > 0.1) at += Math.min(pause, longestPause);
    former = line.at;
    rows.push(...rowsOf(line.text, columns));
    if (moments.at(-1)?.at === at) moments.pop();
    moments.push({ at, rows: rows.length });
  }
  const seconds = at + endPause;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(description)}">
<style>
svg { --back: #f6f8fa; --edge: #d0d7de; --text: #1f2328; --soft: #59636e; --good: #1a7f37; --alarm: #9a6700; --mark: #0969da }
@media (prefers-color-scheme: dark) {
svg { --back: #161b22; --edge: #3d444d; --text: #e6edf3; --soft: #9198a1; --good: #3fb950; --alarm: #d29922; --mark: #4493f8 }
}
.frame { fill: var(--back); stroke: var(--edge) }
.curtain { fill: var(--back) }
.cursor { fill: var(--soft) }
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; fill: var(--text); white-space: pre }
.title, .step { font-weight: 600 }
.command { fill: var(--mark) }
.said { fill: var(--soft) }
.warning { fill: var(--alarm) }
.result { fill: var(--good) }
#scroll, #curtain { animation: scroll ${seconds.toFixed(1)}s step-end infinite }
#curtain { animation-name: reveal }
@keyframes scroll { ${frames(moments, seconds, scrolled)} }
@keyframes reveal { ${frames(moments, seconds, revealed)} }
@media (prefers-reduced-motion: reduce) { #scroll, #curtain { animation: none } }
</style>
<rect class="frame" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10"/>
<svg x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${height - 2 * margin}">
<g id="scroll" style="transform: translateY(${scrolled(rows.length)}px)">
${rows.map(textOf).filter(Boolean).join("\n")}
<g id="curtain" style="transform: translateY(${revealed(rows.length)}px)"><rect class="curtain" width="${width}" height="${rows.length * rowHeight}"/><rect class="cursor" y="3" width="8" height="14"/></g>
</g>
</svg>
</svg>
`;
}

function textOf({ text, kind }: Row, index: number): string {
  return text.trim() === ""
    ? ""
    : `<text class="${kind}" y="${(index * rowHeight + 14).toString()}">${escape(text)}</text>`;
}

const scrolled = (rows: number): number => -Math.max(0, rows + 1 - rowsShown) * rowHeight;
const revealed = (rows: number): number => rows * rowHeight;

function frames(moments: readonly Moment[], seconds: number, place: (rows: number) => number): string {
  return moments
    .map(({ at, rows }) => `${((100 * at) / seconds).toFixed(2)}% { transform: translateY(${place(rows)}px) }`)
    .join(" ");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
