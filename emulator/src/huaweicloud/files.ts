import { z } from "zod";
import type { Clock } from "../clock";
import { HuaweiError } from "./errors";
import { made } from "./ids";

/** A document that was uploaded; nothing deletes it. */
export interface StoredFile {
  id: string;
  projectId: string;
  fileName: string;
  /** Extension of the name, in small letters. */
  format: string;
  description: string;
  content: Buffer;
  /** Milliseconds of the emulator's clock. */
  at: number;
}

const longestName = 64;
const formats = ["jpg", "png", "gif", "jpeg", "pdf"];

const stored = z.array(
  z.object({
    id: z.string(),
    projectId: z.string(),
    fileName: z.string(),
    format: z.string(),
    description: z.string(),
    content: z.base64().transform((text) => Buffer.from(text, "base64")),
    at: z.number(),
  }),
);

/** The uploaded files of all projects. */
export class Files {
  readonly #files = new Map<string, StoredFile>();

  constructor(
    private readonly clock: Clock,
    private readonly changed: () => void,
  ) {}

  find(projectId: string, id: string): StoredFile | undefined {
    const file = this.#files.get(id);
    return file?.projectId === projectId ? file : undefined;
  }

  /** Keeps it, or throws the vendor's refusal. */
  upload(projectId: string, file: Pick<StoredFile, "fileName" | "description" | "content">, limit: number): StoredFile {
    const format = formatOf(file.fileName);
    if (file.content.length === 0) throw new HuaweiError("MSGSMS.0002", "file: is empty");
    if (file.content.length > limit) {
      throw new HuaweiError("MSGSMS.0002", `file: has ${file.content.length} bytes, ${limit} are the most`);
    }
    const id = made(`file ${this.#files.size}`).replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    const kept = { id, projectId, format, at: this.clock.now(), ...file };
    this.#files.set(id, kept);
    this.changed();
    return kept;
  }

  clear(): void {
    this.#files.clear();
  }

  dump(): unknown {
    return [...this.#files.values()].map(({ content, ...rest }) => ({ ...rest, content: content.toString("base64") }));
  }

  restore(json: unknown): void {
    for (const file of stored.parse(json)) this.#files.set(file.id, file);
  }
}

/** The format that a name tells; the page names formats by extension and says nothing of the content. */
function formatOf(name: string): string {
  if (name === "" || [...name].length > longestName || /\s/.test(name)) {
    throw new HuaweiError("MSGSMS.0132", `file: its name is empty, has a space or more than ${longestName} characters`);
  }
  if (/["#'$%&*/|<>{}[\];?!]/.test(name))
    throw new HuaweiError("MSGSMS.0133", "file: its name has a character that is not allowed");
  const format = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (!formats.includes(format))
    throw new HuaweiError("MSGSMS.0002", `file: its name ends in none of ${formats.join(", ")}`);
  return format;
}
