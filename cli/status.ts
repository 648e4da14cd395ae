import { readFolder } from "../provider/journal/files";
import { fileOf, journalFolder } from "../provider/journal/place";
import type { ResourceFile } from "../provider/journal/record";

type Environment = { readonly [name: string]: string | undefined };

/** What killed runs left in the journal, and what in it cannot be read, in words or as JSON. Nothing in it is private. */
export async function status(environment: Environment, asJson: boolean): Promise<string> {
  const folder = journalFolder(environment);
  const { files, unreadable, setAside } = await readFolder(folder);
  const open = files.flatMap((each) => openIn(folder, each));
  if (asJson) return JSON.stringify({ folder, open, unreadable, setAside }, null, 2);
  const lines =
    open.length === 0
      ? [`No killed run has left a filing in ${folder}.`]
      : [`Left by killed runs, or by a run that goes on right now, in ${folder}:`, ...open.map(lineOf)];
  return [...lines, ...unreadable.map(unreadableLine), ...setAside.map(asideLine)].join("\n");
}

function unreadableLine(name: string): string {
  return `- ${name} is damaged or cannot be read: what it held is not known here. The next run of its resource says whose it is.`;
}

function asideLine(name: string): string {
  return `- ${name} is damaged and was set aside. If a run was killed while it filed a signature, look for that signature at the vendor; then delete the file.`;
}

interface Open {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  readonly operation: "submit" | "modify";
  readonly sentAt: string;
  /** The vendor's id of what was filed; null where no answer came. */
  readonly id: number | string | null;
  /** The vendor's id of the one that was to be filed again. */
  readonly target: number | string | null;
  /** Where the record stands. */
  readonly file: string;
}

function openIn(folder: string, { owner, records }: ResourceFile): Open[] {
  const { project, stack, type, name } = owner;
  return records.map(({ operation, sentAt, id, target }) => ({
    stack: `${project}/${stack}`,
    type,
    name,
    operation,
    sentAt,
    id,
    target,
    file: fileOf(folder, owner),
  }));
}

function lineOf({ stack, type, name, operation, sentAt, id, target, file }: Open): string {
  const what = operation === "submit" ? "filed" : `filed ${target} again`;
  const outcome = id === null ? "no answer came" : `as ${id}`;
  return `- ${name} (${type}) of ${stack}: ${what} at ${sentAt}, ${outcome}. The next pulumi up or refresh of that stack takes it over. If the resource is no longer declared, look for it at the vendor, delete it there, and then delete ${file}.`;
}
