/** A row of the terminal, and the kind of the line that it belongs to. */
export interface Row {
  readonly text: string;
  readonly kind: Kind;
}

export type Kind = "command" | "title" | "step" | "said" | "warning" | "result";

const kinds: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/^\$ /, "command"],
  [/^\d+\. /, "step"],
  [/^ {3}\| warning: /, "warning"],
  [/^ {3}\| /, "said"],
  [/^ {3}/, "result"],
];

/** The rows that a line takes in a terminal of so many columns; what goes on in the next row is indented as the first. */
export function rowsOf(line: string, columns: number): readonly Row[] {
  const kind = kinds.find(([pattern]) => pattern.test(line))?.[1] ?? "title";
  const indent = " ".repeat(/^[\s|]*/.exec(line)?.[0].length ?? 0);
  const rows: Row[] = [];
  let text = "";
  for (const word of line.split(/(?<=\S )/)) {
    if (text.trim() !== "" && width(text + word.trimEnd()) > columns) {
      rows.push({ text: text.trimEnd(), kind });
      text = indent;
    }
    text += word;
  }
  return [...rows, { text, kind }];
}

/** In columns: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
}
