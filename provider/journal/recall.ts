import type { Digests } from "../lifecycle/digest";
import type { Entry, Ledger } from "../lifecycle/ledger";
import { entriesOf, idsOf } from "../lifecycle/ledger";
import { candidateSuperseded } from "../lifecycle/transitions";
import type { FilingRecord } from "./record";

/** What a record tells of what was filed; blank where it cannot be told in the program's present terms. */
export interface Content {
  readonly digests: Digests;
  readonly text: string;
  readonly resubmit: string | null;
  readonly assumed?: true;
}

/** A ledger with what the journal knows beyond it. */
export interface Recalled {
  readonly ledger: Ledger;
  /** Records that the ledger did not know. */
  readonly takenOver: readonly FilingRecord[];
  /** Records that stay open: those, and the ones of which the ledger knows too little. */
  readonly open: readonly FilingRecord[];
  /** Records of which the ledger knows everything: nothing is lost without them. */
  readonly settled: readonly FilingRecord[];
  /** Filings without an answer that the ledger has left behind: it holds a later one. */
  readonly overtaken: readonly FilingRecord[];
}

/**
 * Adds to a ledger what a killed run filed without saving it, in the order in which it was filed. An id that came back
 * becomes the candidate; a request without an answer becomes an unconfirmed one, as if its answer had been lost.
 */
export function recall(
  ledger: Ledger,
  records: readonly FilingRecord[],
  contentOf: (record: FilingRecord) => Content,
): Recalled {
  const recalled = {
    takenOver: [] as FilingRecord[],
    open: [] as FilingRecord[],
    settled: [] as FilingRecord[],
    overtaken: [] as FilingRecord[],
  };
  let next = ledger;
  for (const record of [...records].sort((left, right) => left.sentAt.localeCompare(right.sentAt))) {
    const content = contentOf(record);
    const known = entriesOf(next).find((entry) => isOf(entry, record));
    if (known !== undefined) {
      recalled[isBlank(known) ? "open" : "settled"].push(record);
      if (isBlank(known) && !isBlankContent(content)) next = replaced(next, known, filled(known, content));
      continue;
    }
    const taken =
      record.operation === "submit" ? withSubmission(next, record, content) : withModification(next, record, content);
    if (taken === "settled" || taken === "overtaken") {
      recalled[taken].push(record);
    } else {
      recalled.takenOver.push(record);
      recalled.open.push(record);
      next = taken;
    }
  }
  return { ledger: next, ...recalled };
}

/** Whether the entry came about by the record's filing. */
export function isOf(entry: Entry, record: FilingRecord): boolean {
  return entry.sentAt === record.sentAt || entry.unconfirmed?.sentAt === record.sentAt;
}

function withSubmission(ledger: Ledger, record: FilingRecord, content: Content): Ledger | "settled" | "overtaken" {
  const { sentAt, id } = record;
  if (id !== null && idsOf(ledger).includes(id)) return "settled";
  const entry: Entry = { ...content, id, status: id === null ? "unknown" : "pending", vendorStatus: null, sentAt };
  if (hasLater(ledger, sentAt)) {
    // Filed since by somebody who did not have this journal: this one was left over.
    return id === null ? "overtaken" : { ...ledger, superseded: [entry, ...ledger.superseded] };
  }
  if (id !== null) return { ...withRoom(ledger), candidate: entry };
  // The first of several keeps its place.
  if (unsettledIn(ledger) !== null) return ledger;
  return { ...candidateSuperseded(ledger), candidate: { ...entry, unconfirmed: unconfirmedOf(content, sentAt) } };
}

function withModification(ledger: Ledger, record: FilingRecord, content: Content): Ledger | "settled" {
  const { sentAt, target, id } = record;
  const modified = entriesOf(ledger).find((entry) => entry.id === target);
  if (modified === undefined && hasLater(ledger, sentAt)) return "settled";
  if (modified?.sentAt && modified.sentAt > sentAt) return "settled";
  // To be modified, a filing whose answer was lost must have been found first: it is the target.
  const found = unsettledIn(ledger);
  const before: Entry = modified ?? {
    ...(found ?? { ...BLANK, sentAt: null }),
    id: target,
    status: "rejected",
    vendorStatus: null,
  };
  const { unconfirmed: _, rejectionReason: _reason, ...rest } = before;
  const after: Entry =
    id === null
      ? { ...before, unconfirmed: unconfirmedOf(content, sentAt) }
      : { ...rest, ...content, text: content.text || before.text, status: "pending", vendorStatus: null, sentAt };
  return modified === undefined ? { ...withRoom(ledger), candidate: after } : replaced(ledger, modified, after);
}

/** The candidate whose filing was not answered, where nobody knows its id yet. */
function unsettledIn({ candidate }: Ledger): Entry | null {
  return candidate?.unconfirmed !== undefined && candidate.id === null ? candidate : null;
}

/** For a new candidate, which is what became of an unsettled one; another makes way for it. */
function withRoom(ledger: Ledger): Ledger {
  return unsettledIn(ledger) === null ? candidateSuperseded(ledger) : ledger;
}

const BLANK: Content = { digests: {}, text: "", resubmit: null };

function unconfirmedOf({ digests, text, resubmit }: Content, sentAt: string): NonNullable<Entry["unconfirmed"]> {
  return { digests, text, resubmit, sentAt };
}

function hasLater(ledger: Ledger, sentAt: string): boolean {
  return entriesOf(ledger).some((entry) =>
    [entry.sentAt, entry.unconfirmed?.sentAt].some((each) => each && each > sentAt),
  );
}

/** Taken over by a read, which did not know what the program declares now. */
function isBlank(entry: Entry): boolean {
  return isBlankContent(entry.unconfirmed ?? entry);
}

function isBlankContent({ digests }: Pick<Content, "digests">): boolean {
  return Object.keys(digests).length === 0;
}

function filled(entry: Entry, content: Content): Entry {
  const { digests, resubmit, assumed } = content;
  return entry.unconfirmed === undefined
    ? { ...entry, digests, resubmit, ...(assumed ? { assumed } : {}) }
    : { ...entry, unconfirmed: { ...entry.unconfirmed, ...unconfirmedOf(content, entry.unconfirmed.sentAt) } };
}

function replaced(ledger: Ledger, old: Entry, entry: Entry): Ledger {
  const replace = (each: Entry | null) => (each === old ? entry : each);
  return {
    ...ledger,
    serving: replace(ledger.serving),
    candidate: replace(ledger.candidate),
    superseded: ledger.superseded.map((each) => (each === old ? entry : each)),
  };
}
