import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../tools/hermetic";

/** Every page below docs/, from the repository's root. */
export const PAGES: readonly string[] = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("docs", name))
  .sort();

export const READMES = ["README.md", "README.zh-CN.md"] as const;

/** The text of a page, which is named from the repository's root. */
export const read = (page: string): string => readFileSync(join(root, page), "utf8");

/** The part of a page below a heading, to the next heading. */
export function sectionOf(page: string, heading: string): string {
  const [, text] = new RegExp(`\\n#+ ${heading}\\n(.*?)(?:\\n#|$)`, "s").exec(read(page)) ?? [];
  if (text === undefined) throw new Error(`${page} has no heading ${heading}`);
  return text;
}

/** A fenced block of a text. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

export function blocksIn(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", block = ""]) => ({
    language,
    text: block,
  }));
}

/** What stands in a text's blocks of a language. */
export function codeIn(text: string, language: string): readonly string[] {
  return blocksIn(text)
    .filter((block) => block.language === language)
    .map((block) => block.text);
}

/** What stands in a page's first block of a language. */
export function firstCode(page: string, language: string): string {
  const [code] = codeIn(read(page), language);
  if (code === undefined) throw new Error(`${page} has no block of ${language}`);
  return code;
}

/** A text without its blocks. */
export const prose = (text: string): string => text.replace(/^```.*?^```$/gms, "");

/** Where a text's links and pictures lead, as they are written. */
export function linksIn(text: string): readonly string[] {
  const links = /\]\(([^()\s]+)\)|^\[[^\]]+\]: (\S+)|<(https?:[^>]+)>/gm;
  return [...prose(text).matchAll(links)].map(([, inline, reference, bare]) => inline ?? reference ?? bare ?? "");
}
