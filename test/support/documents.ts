import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../tools/hermetic";

const read = (name: string): Buffer => readFileSync(join(root, "examples", "quickstart", "documents", name));

/** The quickstart's pictures, as files of a program. */
export const sampleDocuments = {
  "documents/id-card.jpg": read("id-card.jpg"),
  "documents/licence.png": read("licence.png"),
};

/** A picture that differs from the others in its bytes alone: what stands after a JPEG's end is nobody's business. */
export function anotherScan(mark: string): Buffer {
  return Buffer.concat([sampleDocuments["documents/id-card.jpg"], Buffer.from(`SAMPLE ${mark}`)]);
}
