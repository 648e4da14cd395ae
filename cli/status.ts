import { journalFolder, readAllRecords } from "../provider/journal/files";
import type { RecordFile } from "../provider/journal/record";

type Environment = { readonly [name: string]: string | undefined };

/** The journal's open records, in words or as JSON. Nothing in them is private. */
export async function status(environment: Environment, asJson: boolean): Promise<string> {
  const folder = journalFolder(environment);
  const open = (await readAllRecords(folder)).flatMap(openOf);
  if (asJson) return JSON.stringify({ folder, open }, null, 2);
  if (open.length === 0) return `No filing is open in ${folder}.`;
  return [`Open in ${folder}. After a run that went well, that means only that no run has seen its saved state yet:`, ...open.map(lineOf)].join("\n");
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
  return records.map(({ operation, sentAt, id, target }) => ({ stack: `${project}/${stack}`, type, name, operation, sentAt, id, target }));
}

function lineOf({ stack, type, name, operation, sentAt, id, target }: Open): string {
  const what = operation === "submit" ? "filed" : `filed ${target} again`;
  const outcome = id === null ? "no answer came" : `as ${id}`;
  return `- ${name} (${type}) of ${stack}: ${what} at ${sentAt}, ${outcome}. The next pulumi up or refresh of that stack settles it, and takes it over where a run was killed; if the resource is no longer declared, look for it at the vendor.`;
}
