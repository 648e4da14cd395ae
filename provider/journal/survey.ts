import type { Context } from "../resource";
import { fileOf, readAllRecords, readSeen, writeSeen } from "./files";
import { keyOf, stackOf } from "./subject";
import type { Subject } from "./subject";
import { unclaimed } from "./words";

/**
 * Names each open record of the stack that an earlier run has seen already, and marks the others as seen. Marks are
 * kept apart from the records, which other calls may be writing.
 * @param own the resource that is looking, under whose id or creation some records are about to be taken over
 */
export async function survey(folder: string, own: Subject, resource: string | null, say: Context["say"]): Promise<void> {
  for (const { subject, records } of await readAllRecords(folder)) {
    if (stackOf(subject) !== stackOf(own)) continue;
    const others = records.filter((record) => keyOf(subject) !== keyOf(own) || record.resource !== resource);
    if (others.length === 0) continue;
    const path = fileOf(folder, subject);
    const seen = await readSeen(path);
    for (const record of others.filter(({ sentAt }) => seen.includes(sentAt))) say(unclaimed(subject, record));
    if (others.some(({ sentAt }) => !seen.includes(sentAt))) await writeSeen(folder, path, records.map(({ sentAt }) => sentAt));
  }
}
