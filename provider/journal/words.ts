import type { Context } from "../resource";
import type { FilingRecord } from "./record";
import type { Subject } from "./subject";

type Line = Parameters<Context["say"]>[0];

const warning = (text: string): Line => ({ warning: true, text });

export function unusableJournal(folder: string, error: unknown): Line {
  const cause = error instanceof Error ? ("code" in error ? String(error.code) : error.message) : String(error);
  return warning(
    `The journal in ${folder} cannot be used (${cause}): were this run killed while it files a signature, the next one could not know of it. Set PULUMI_SMS_JOURNAL to a folder that can be written.`,
  );
}

export function damagedFile(subject: Subject, aside: string): Line {
  return warning(
    `The journal of "${subject.name}" is damaged and was set aside as ${aside}. If a run was interrupted while it filed a signature, look for that at the vendor before you file it again.`,
  );
}

export function damagedKey(folder: string, aside: string): Line {
  return warning(
    `The key of the journal in ${folder} is damaged and was set aside as ${aside}. What an interrupted run filed before can be compared with the program by its text alone.`,
  );
}

/** A filing without an answer, after which another one went through. */
export function overtaken(subject: Subject | undefined, record: FilingRecord): Line {
  return warning(
    `A run that was interrupted after ${record.sentAt} was filing "${subject?.name}", and whether that arrived was never known. Another filing has gone through since, so nothing depends on it; should one of that time stand at the vendor that is in no state, delete it there.`,
  );
}

/** Of a resource that has not claimed it: it is no longer declared, or no run has come to it since. */
export function unclaimed(subject: Subject, record: FilingRecord): Line {
  const id = record.id === null ? "" : ` (${record.id})`;
  return warning(
    `What was filed for "${subject.name}"${id} at ${record.sentAt} has not been seen in the state by any run since. ` +
      "If that resource is still declared, the next run that comes to it settles this; if not, a run was interrupted there: " +
      "look for it at the vendor, and delete it if no state has it. `pulumi-sms status` lists all of these.",
  );
}
