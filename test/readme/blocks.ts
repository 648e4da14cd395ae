import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../tools/hermetic";

export const readmes = ["README.md", "README.zh-CN.md"] as const;

export const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** A fenced block of a document. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

export function blocksOf(document: string): readonly Block[] {
  return [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => ({ language, text }));
}

/** A document without its blocks. */
export const prose = (document: string): string => document.replace(/^```.*?^```$/gms, "");

/** Where a document's links and pictures lead, in their order. */
export const linksOf = (document: string): readonly string[] =>
  [...prose(document).matchAll(/\]\(([^)\s]+)\)|<(https?:[^>]+)>/g)].map(([, target, bare]) => target ?? bare ?? "");

/** What a reader does with a block, which its first line or its language tells. */
export type Use =
  | { readonly kind: "save" | "add"; readonly file: string }
  | { readonly kind: "run" }
  | { readonly kind: "leave running" }
  | { readonly kind: "read" };

export function useOf({ language, text }: Block): Use {
  if (language === "sh") return { kind: text.startsWith("npx sms-emulator") ? "leave running" : "run" };
  if (language === "text") return { kind: "read" };
  const [, added, file] = /^(?:\/\/|#) (\D* )?([\w./-]+)$/m.exec(text.split("\n", 1)[0] ?? "") ?? [];
  if (file === undefined) throw new Error(`This block says in no first line which file it is:\n${text}`);
  return { kind: added === undefined ? "save" : "add", file };
}
