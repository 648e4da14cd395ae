import { expect } from "chai";
import { recall, type Content } from "../../provider/journal/recall";
import type { FilingRecord } from "../../provider/journal/record";
import type { Entry, Ledger } from "../../provider/lifecycle/ledger";
import { ago, digests, entry, ledger, lost } from "../lifecycle/builders";

/** A filing as the journal has it; what it held the caller tells. */
function record(
  operation: FilingRecord["operation"],
  hours: number,
  parts: Pick<FilingRecord, "id" | "target">,
): FilingRecord {
  return {
    operation,
    sentAt: ago(hours),
    account: "account",
    resource: "100",
    seal: { key: null, content: null, resubmit: null },
    ...parts,
  };
}

const submission = (hours: number, id: number | null) => record("submit", hours, { target: null, id });
/** Of 100. */
const modification = (hours: number, id: 100 | null) => record("modify", hours, { target: 100, id });

/** What each record held. */
const HELD: Content = { text: "乙", digests: digests("乙"), resubmit: "again" };
/** Nobody knows what it held. */
const BLANK: Content = { text: "", digests: {}, resubmit: null };

/** What the vendor took from `HELD`, or from another content. */
const filed = (id: number, hours: number, content: Content = HELD): Entry => ({
  ...content,
  id,
  status: "pending",
  vendorStatus: null,
  sentAt: ago(hours),
});
const unconfirmed = (hours: number, content: Content = HELD) => ({ ...content, sentAt: ago(hours) });
/** A submission of `HELD` that was not answered. */
const unanswered = (hours: number): Entry => ({
  ...HELD,
  id: null,
  status: "unknown",
  vendorStatus: null,
  sentAt: ago(hours),
  unconfirmed: unconfirmed(hours),
});
const stands = (id: number, status: Entry["status"], hours: number | null, more: Partial<Entry> = {}) =>
  entry(id, "甲", status, { sentAt: hours === null ? null : ago(hours), ...more });

interface Row {
  readonly what: string;
  readonly of: Ledger;
  readonly left: FilingRecord;
  /** What it held, where that is not `HELD`. */
  readonly content?: Content;
  readonly outcome: "takenOver" | "open" | "settled" | "overtaken";
  /** Undefined where the ledger stays as it is. */
  readonly becomes?: Ledger;
}

const rejected = stands(100, "rejected", 9, { rejectionReason: "blurred" });
const { rejectionReason: _, ...unexplained } = rejected;

const rows: Row[] = [
  // What the ledger has of the record.
  {
    what: "a submission that the ledger has",
    of: ledger({ candidate: stands(100, "pending", 3) }),
    left: submission(3, 100),
    outcome: "settled",
  },
  {
    what: "a submission without an answer that the ledger has",
    of: ledger({ candidate: lost("甲", 3) }),
    left: submission(3, null),
    outcome: "settled",
  },
  {
    what: "a modification without an answer that the ledger has",
    of: ledger({ candidate: { ...rejected, unconfirmed: unconfirmed(3) } }),
    left: modification(3, null),
    outcome: "settled",
  },
  ...[
    (each: Entry) => ledger({ candidate: each, files: { a: "1" } }),
    (each: Entry) => ledger({ serving: each, superseded: [stands(99, "approved", 9)] }),
    (each: Entry) => ledger({ superseded: [stands(98, "approved", 9), each, stands(99, "approved", 1)] }),
  ].map((at, place): Row => ({
    what: `a submission of which the ledger has only the id, as ${["candidate", "serving", "superseded"][place]}`,
    of: at(filed(100, 3, { ...BLANK, text: "乙" })),
    left: submission(3, 100),
    outcome: "open",
    becomes: at(filed(100, 3)),
  })),
  {
    what: "a submission of which the ledger has only the id, and whose content is assumed",
    of: ledger({ candidate: filed(100, 3, { ...BLANK, text: "乙" }) }),
    left: submission(3, 100),
    content: { ...HELD, assumed: true },
    outcome: "open",
    becomes: ledger({ candidate: { ...filed(100, 3), assumed: true } }),
  },
  {
    what: "a submission of which neither ledger nor record tells the content",
    of: ledger({ candidate: { ...filed(100, 3, BLANK), text: "乙" } }),
    left: submission(3, 100),
    content: { ...BLANK, resubmit: "again" },
    outcome: "open",
  },
  {
    what: "a modification without an answer of which the ledger has nothing but that",
    of: ledger({ candidate: { ...rejected, unconfirmed: { ...unconfirmed(3, BLANK), blocked: true } } }),
    left: modification(3, null),
    outcome: "open",
    becomes: ledger({ candidate: { ...rejected, unconfirmed: { ...unconfirmed(3), blocked: true } } }),
  },

  // Submissions.
  {
    what: "a submission",
    of: ledger({ files: { a: "1" } }),
    left: submission(3, 100),
    outcome: "takenOver",
    becomes: ledger({ candidate: filed(100, 3), files: { a: "1" } }),
  },
  {
    what: "a submission without an answer",
    of: ledger(),
    left: submission(3, null),
    outcome: "takenOver",
    becomes: ledger({ candidate: unanswered(3) }),
  },
  {
    what: "a submission after the candidate, which makes way",
    of: ledger({ candidate: stands(100, "unknown", 3) }),
    left: submission(1, 101),
    outcome: "takenOver",
    becomes: ledger({ candidate: filed(101, 1), superseded: [stands(100, "unknown", 3)] }),
  },
  {
    what: "a submission after a candidate whose modification was not answered, which makes way too",
    of: ledger({ candidate: { ...rejected, unconfirmed: unconfirmed(3) } }),
    left: submission(1, 101),
    outcome: "takenOver",
    becomes: ledger({ candidate: filed(101, 1), superseded: [{ ...rejected, unconfirmed: unconfirmed(3) }] }),
  },
  {
    what: "a submission without an answer after the candidate, which makes way",
    of: ledger({ candidate: stands(100, "unknown", 3) }),
    left: submission(1, null),
    outcome: "takenOver",
    becomes: ledger({ candidate: unanswered(1), superseded: [stands(100, "unknown", 3)] }),
  },
  {
    what: "a submission after one whose answer was lost, which had not been found: it is that one",
    of: ledger({ candidate: lost("甲", 3) }),
    left: submission(1, 101),
    outcome: "takenOver",
    becomes: ledger({ candidate: filed(101, 1) }),
  },
  {
    what: "a submission without an answer after another, which keeps its place",
    of: ledger({ candidate: lost("甲", 3) }),
    left: submission(1, null),
    outcome: "takenOver",
  },

  // Another machine, which has a journal of its own, has gone on since with the state that both share.
  {
    what: "a submission that has been adopted since",
    of: ledger({ candidate: stands(100, "pending", null) }),
    left: submission(3, 100),
    outcome: "settled",
  },
  {
    what: "a submission that has been adopted since and serves",
    of: ledger({ serving: stands(100, "approved", null) }),
    left: submission(3, 100),
    outcome: "settled",
  },
  {
    what: "a submission before a later candidate, which it does not displace",
    of: ledger({ candidate: stands(101, "pending", 1) }),
    left: submission(3, 100),
    outcome: "takenOver",
    becomes: ledger({ candidate: stands(101, "pending", 1), superseded: [filed(100, 3)] }),
  },
  {
    what: "a submission before later superseded ones: it is the oldest",
    of: ledger({ serving: stands(102, "approved", 1), superseded: [stands(101, "approved", 2)] }),
    left: submission(3, 100),
    outcome: "takenOver",
    becomes: ledger({
      serving: stands(102, "approved", 1),
      superseded: [filed(100, 3), stands(101, "approved", 2)],
    }),
  },
  {
    what: "a submission before a later modification whose answer was lost",
    of: ledger({ candidate: { ...rejected, unconfirmed: unconfirmed(1) } }),
    left: submission(3, 101),
    outcome: "takenOver",
    becomes: ledger({ candidate: { ...rejected, unconfirmed: unconfirmed(1) }, superseded: [filed(101, 3)] }),
  },
  {
    what: "a submission without an answer before a later candidate",
    of: ledger({ candidate: stands(101, "pending", 1) }),
    left: submission(3, null),
    outcome: "overtaken",
  },
  {
    what: "a submission without an answer before a later one whose answer was lost",
    of: ledger({ candidate: lost("甲", 1) }),
    left: submission(3, null),
    outcome: "overtaken",
  },
  {
    what: "a modification of what is gone and has a later successor",
    of: ledger({ candidate: stands(101, "pending", 1) }),
    left: modification(3, 100),
    outcome: "settled",
  },
  {
    what: "a modification of what was modified later",
    of: ledger({ candidate: stands(100, "pending", 1) }),
    left: modification(3, 100),
    outcome: "settled",
  },

  // Modifications.
  {
    what: "a modification, which the reason of the rejection does not outlive",
    of: ledger({ candidate: rejected }),
    left: modification(3, 100),
    outcome: "takenOver",
    becomes: ledger({ candidate: { ...unexplained, ...filed(100, 3) } }),
  },
  {
    what: "a modification without an answer",
    of: ledger({ candidate: rejected }),
    left: modification(3, null),
    outcome: "takenOver",
    becomes: ledger({ candidate: { ...rejected, unconfirmed: unconfirmed(3) } }),
  },
  {
    what: "a modification after another whose answer was lost",
    of: ledger({ candidate: { ...rejected, unconfirmed: unconfirmed(5) } }),
    left: modification(3, 100),
    outcome: "takenOver",
    becomes: ledger({ candidate: { ...unexplained, ...filed(100, 3) } }),
  },
  {
    what: "a modification whose content nobody knows: the text is the one that was seen",
    of: ledger({ candidate: rejected }),
    left: modification(3, 100),
    content: BLANK,
    outcome: "takenOver",
    becomes: ledger({ candidate: { ...unexplained, ...filed(100, 3, { ...BLANK, text: "甲" }) } }),
  },
  {
    what: "a modification of what was adopted, which nobody sent at any time",
    of: ledger({ candidate: stands(100, "rejected", null) }),
    left: modification(3, 100),
    outcome: "takenOver",
    becomes: ledger({ candidate: filed(100, 3) }),
  },
  {
    what: "a modification of the candidate where another was filed later",
    of: ledger({ candidate: stands(100, "rejected", 9), superseded: [stands(101, "approved", 1)] }),
    left: modification(3, 100),
    outcome: "takenOver",
    becomes: ledger({ candidate: filed(100, 3), superseded: [stands(101, "approved", 1)] }),
  },
  {
    what: "a modification of what served when the state was saved",
    of: ledger({ serving: stands(100, "approved", 9) }),
    left: modification(3, null),
    outcome: "takenOver",
    becomes: ledger({ serving: { ...stands(100, "approved", 9), unconfirmed: unconfirmed(3) } }),
  },
  {
    what: "a modification of a superseded one: the others stay as they are",
    of: ledger({ superseded: [stands(99, "approved", 9), stands(100, "rejected", 9)] }),
    left: modification(3, 100),
    outcome: "takenOver",
    becomes: ledger({ superseded: [stands(99, "approved", 9), filed(100, 3)] }),
  },
  {
    what: "a modification of what no state knows beside a candidate, which makes way",
    of: ledger({ candidate: stands(99, "unknown", 9) }),
    left: modification(3, 100),
    outcome: "takenOver",
    becomes: ledger({ candidate: filed(100, 3), superseded: [stands(99, "unknown", 9)] }),
  },
  {
    what: "a modification without an answer of what no state knows",
    of: ledger(),
    left: modification(3, null),
    outcome: "takenOver",
    becomes: ledger({
      candidate: {
        ...BLANK,
        id: 100,
        status: "rejected",
        vendorStatus: null,
        sentAt: null,
        unconfirmed: unconfirmed(3),
      },
    }),
  },
  {
    what: "a modification of what had been found of a filing whose answer was lost: nothing else stands at the vendor",
    of: ledger({ candidate: lost("甲", 3) }),
    left: modification(1, 100),
    outcome: "takenOver",
    becomes: ledger({ candidate: filed(100, 1) }),
  },
  {
    what: "a modification without an answer of what had been found of a filing whose answer was lost",
    of: ledger({ candidate: lost("甲", 3) }),
    left: modification(1, null),
    outcome: "takenOver",
    becomes: ledger({
      candidate: entry(100, "甲", "rejected", {
        ...lost("甲", 3),
        id: 100,
        status: "rejected",
        unconfirmed: unconfirmed(1),
      }),
    }),
  },
];

describe("a record that a killed run left", () => {
  for (const { what, of, left, content = HELD, outcome, becomes = of } of rows) {
    it(`${what}: ${outcome}`, () => {
      const { ledger: after, ...records } = recall(of, [left], () => content);
      expect(after).to.deep.equal(becomes);
      const none = { takenOver: [], open: [], settled: [], overtaken: [] };
      // What is taken over stays open until the state has it.
      const open = outcome === "takenOver" ? [left] : [];
      expect(records).to.deep.equal({ ...none, open, [outcome]: [left] });
    });
  }

  it("is taken over after those that were filed before it, however the journal has them", () => {
    const { ledger: after } = recall(ledger(), [modification(1, 100), submission(3, 100)], () => HELD);
    expect(after).to.deep.equal(ledger({ candidate: filed(100, 1) }));
  });
});
