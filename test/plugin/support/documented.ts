import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../tools/hermetic";

/** A document of this project. */
export function read(file: string): string {
  return readFileSync(join(root, "docs", file), "utf8");
}

/** The part of a document below a heading, to the next heading. */
export function sectionOf(file: string, heading: string): string {
  const [, text] = new RegExp(`\\n#+ ${heading}\\n(.*?)(?:\\n#|$)`, "s").exec(read(file)) ?? [];
  if (text === undefined) throw new Error(`${file} has no heading ${heading}`);
  return text;
}

/** What stands in a text's code blocks of a language. */
export function blocksIn(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, block = ""]) => block);
}

/**
 * The commands of a text's first block for a shell, each as its words.
 * @param values what stands for each `<name>`, and for whatever else is named
 */
export function commandsIn(text: string, values: { readonly [placeholder: string]: string }): readonly string[][] {
  const [block = ""] = blocksIn(text, "sh");
  const filled = Object.entries(values).reduce((all, [name, value]) => all.replaceAll(name, value), block);
  return filled
    .trim()
    .split("\n")
    .map((line) => [...line.matchAll(/(?:[^\s']+|'[^']*')+/g)].map(([word]) => word.replaceAll("'", "")));
}
