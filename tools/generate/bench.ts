import { picture, PICTURE_FILE } from "../bench/picture";
import { savedResults } from "../bench/results";
import { summaries } from "../bench/sentence";
import { benchTables } from "../bench/tables";
import type { GeneratedFile } from "./GeneratedFile";
import { reference } from "./reference";

/** What is made from the figures of `npm run bench`: their page, their picture, and a sentence of each README. */
export function benchFiles(): readonly GeneratedFile[] {
  const results = savedResults();
  const { base } = results;
  if (base === undefined) return [];
  const [page, text] = reference("docs/figures.md", benchTables(results));
  const what = "Seconds of each command for 100 resources, medians: less is better";
  return [
    [page, text],
    [PICTURE_FILE, picture(base, what)],
    ...Object.entries(summaries(base)).map(([file, speed]) => reference(file, { speed })),
  ];
}
