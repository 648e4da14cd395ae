import { journalFolder, readFolder } from "../provider/journal/files";
import type { RecordFile } from "../provider/journal/record";

type Environment = { readonly [name: string]: string | undefined };

/** The journal's open records and what in it cannot be read, in words or as JSON. Nothing in it is private. */
export async function status(environment: Environment, asJson: boolean): Promise<string> {
  const folder = journalFolder(environment);
  const { files, unreadable, setAside } = await readFolder(folder);
  const open = files.flatMap(openOf);
  if (asJson) return JSON.stringify({ folder, open, unreadable, setAside }, null, 2);
  const lines =
    open.length === 0
      ? [`No filing is open in ${folder}.`]
      : [
          `Open in ${folder}. After a run that went well, that means only that no run has seen its saved state yet:`,
          ...open.map(lineOf),
        ];
  return [...lines, ...unreadable.map(unreadableLine), ...setAside.map(asideLine)].join("\n");
}

function unreadableLine(name: string): string {
  return `- ${name} is damaged or cannot be read: what it held is not known here. The next run of its resource says whose it is.`;
}

function asideLine(name: string): string {
  return name.startsWith("key.")
    ? `- ${name} was the key, is damaged and was set aside: what was filed before is compared by its text alone. Nothing needs it any more.`
    : `- ${name} is damaged and was set aside. If a run was interrupted while it filed a signature, look for that at the vendor; then delete the file.`;
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
}

function openOf({ subject, records }: RecordFile): Open[] {
  const { project, stack, type, name } = subject;
  return records.map(({ operation, sentAt, id, target }) => ({
    stack: `${project}/${stack}`,
    type,
    name,
    operation,
    sentAt,
    id,
    target,
  }));
}

function lineOf({ stack, type, name, operation, sentAt, id, target }: Open): string {
  const what = operation === "submit" ? "filed" : `filed ${target} again`;
  const outcome = id === null ? "no answer came" : `as ${id}`;
  return `- ${name} (${type}) of ${stack}: ${what} at ${sentAt}, ${outcome}. The next pulumi up or refresh of that stack settles it, and takes it over where a run was killed; if the resource is no longer declared, look for it at the vendor.`;
}
