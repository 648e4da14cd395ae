import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../hermetic";
import type { GeneratedFile } from "./GeneratedFile";

/** A document with its tables put between their marks. */
export function reference(file: string, tables: { readonly [name: string]: string }): GeneratedFile {
  const text = Object.entries(tables).reduce(
    (document, [name, table]) => {
      const [begin, end] = [`<!-- generated: ${name} -->`, "<!-- end -->"];
      const from = document.indexOf(begin);
      const to = document.indexOf(end, from);
      if (from < 0 || to < 0)
        throw new Error(`${file} has no place for the table "${name}": write ${begin} and ${end}`);
      return `${document.slice(0, from)}${begin}\n${table}\n${document.slice(to)}`;
    },
    readFileSync(join(root, file), "utf8"),
  );
  return [file, text];
}
