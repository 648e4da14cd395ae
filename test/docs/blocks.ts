import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../../tools/hermetic";

/** A piece of code in a page. */
export interface Block {
  /** Where it stands, for messages: `docs/guides/gates.md, block 2`. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

export function read(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** Every page below docs/ that people write, from the repository's root. */
export const PAGES: readonly string[] = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md") && !name.startsWith("api/"))
  .map((name) => relative(root, join(root, "docs", name)))
  .sort();

export function blocksOf(page: string): readonly Block[] {
  return [...read(page).matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", text = ""], index) => ({
    place: `${page}, block ${index + 1}`,
    language,
    text,
  }));
}

/** The page's first block of the language. */
export function firstBlock(page: string, language: string): string {
  const block = blocksOf(page).find((each) => each.language === language);
  if (block === undefined) throw new Error(`${page} has no block of ${language}`);
  return block.text;
}
