import type { Context } from "../resource";
import { fileOf, readAllRecords, readSeen, writeSeen } from "./files";
import type { FilingRecord } from "./record";
import { keyOf, stackOf } from "./subject";
import type { Subject } from "./subject";
import { unclaimed } from "./words";

/**
 * Names each open record of the stack that an earlier run has seen already, and marks the others as seen. Marks are
 * kept apart from the records, which other calls may be writing. Another process of this very run, of which each
 * provider has one, tells nothing: neither what it is filing was left over, nor is what it has marked an earlier mark.
 * @param own the resource that is looking, under whose id or creation some records are about to be taken over
 */
export async function survey(
  folder: string,
  own: Subject,
  resource: string | null,
  { say, run }: Pick<Context, "say" | "run">,
): Promise<void> {
  for (const { subject, records } of await readAllRecords(folder)) {
    if (stackOf(subject) !== stackOf(own)) continue;
    const others = records
      .filter((record) => keyOf(subject) !== keyOf(own) || record.resource !== resource)
      .filter((record) => run === undefined || record.run !== run);
    if (others.length === 0) continue;
    const path = fileOf(folder, subject);
    const seen = await readSeen(path);
    const markOf = ({ sentAt }: FilingRecord) => seen.find((mark) => mark.sentAt === sentAt);
    for (const record of others) {
      const mark = markOf(record);
      if (mark !== undefined && (run === undefined || mark.run !== run)) say(unclaimed(subject, record));
    }
    if (others.every(markOf)) continue;
    await writeSeen(
      folder,
      path,
      others.map((record) => markOf(record) ?? { sentAt: record.sentAt, run: run ?? "" }),
    );
  }
}

/** The names under which the stack's journal holds filings of the resource, also one that a state does not tell yet. */
export async function namesOf(folder: string, own: Subject, resource: string): Promise<readonly Subject[]> {
  const files = await readAllRecords(folder);
  return files
    .filter(
      ({ subject, records }) =>
        stackOf(subject) === stackOf(own) &&
        subject.type === own.type &&
        records.some((record) => record.resource === resource),
    )
    .map(({ subject }) => subject);
}
