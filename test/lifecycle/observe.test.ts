import { expect } from "chai";
import type { Entry, Ledger } from "../../provider/lifecycle/ledger";
import { observe } from "../../provider/lifecycle/observe";
import type { Observation, QueryAnswer, VendorRules } from "../../provider/lifecycle/vendor";
import { digests, entry, ledger, lost, NOW, desired } from "./builders";
import { RULES } from "./ModelVendor";

const present = (text: string, status: Entry["status"], more: Partial<Observation> = {}): Observation => ({
  kind: "present",
  status,
  vendorStatus: status,
  text,
  ...more,
});
const absent: QueryAnswer = { kind: "absent" };

/** `W` is desired; a ledger in short is `serving < candidate | superseded…` by ids and statuses. */
interface Row {
  readonly what: string;
  readonly of: Ledger;
  readonly answers: { readonly [id: number]: QueryAnswer };
  readonly rules?: Partial<VendorRules>;
  readonly becomes: string;
}

const rows: Row[] = [
  {
    what: "a desired candidate is approved, the first one",
    of: ledger({ candidate: entry(2, "W", "pending") }),
    answers: { 2: present("W", "approved") },
    becomes: "2 approved < - |",
  },
  {
    what: "a desired candidate is approved beside a serving one",
    of: ledger({ serving: entry(1, "A", "approved"), candidate: entry(2, "W", "pending") }),
    answers: { 2: present("W", "approved") },
    becomes: "2 approved < - | 1 approved",
  },
  {
    what: "an approved candidate is no longer declared beside a serving one",
    of: ledger({ serving: entry(1, "A", "approved"), candidate: entry(2, "B", "pending") }),
    answers: { 2: present("B", "approved") },
    becomes: "1 approved < - | 2 approved",
  },
  {
    what: "an approved candidate is no longer declared, but nothing else serves",
    of: ledger({ candidate: entry(2, "B", "pending") }),
    answers: { 2: present("B", "approved") },
    becomes: "2 approved < - |",
  },
  {
    what: "an approved candidate is no longer declared, and the serving one has lapsed and is not desired either",
    of: ledger({ serving: entry(1, "A", "inactive"), candidate: entry(2, "B", "pending") }),
    answers: { 2: present("B", "approved") },
    becomes: "2 approved < - | 1 inactive",
  },
  {
    what: "a candidate is rejected",
    of: ledger({ candidate: entry(2, "W", "pending") }),
    answers: { 2: present("W", "rejected") },
    becomes: "- < 2 rejected |",
  },
  {
    what: "a candidate is gone",
    of: ledger({ serving: entry(1, "A", "approved"), candidate: entry(2, "W", "pending") }),
    answers: { 2: absent },
    becomes: "1 approved < - |",
  },
  {
    what: "one could not be asked",
    of: ledger({ candidate: entry(2, "W", "pending") }),
    answers: { 2: { kind: "failed", error: new Error("later") } },
    becomes: "- < 2 pending |",
  },
  {
    what: "the serving one became rejected",
    of: ledger({ serving: entry(1, "A", "approved") }),
    answers: { 1: present("A", "rejected") },
    becomes: "- < 1 rejected |",
  },
  {
    what: "the serving one became rejected beside a candidate",
    of: ledger({ serving: entry(1, "A", "approved"), candidate: entry(2, "W", "pending") }),
    answers: { 1: present("A", "rejected") },
    becomes: "- < 2 pending | 1 rejected",
  },
  {
    what: "the serving one became rejected beside a candidate and a former one",
    of: ledger({
      serving: entry(2, "A", "approved"),
      candidate: entry(3, "W", "pending"),
      superseded: [entry(1, "B", "unknown")],
    }),
    answers: { 2: present("A", "rejected") },
    becomes: "- < 3 pending | 1 unknown, 2 rejected",
  },
  {
    what: "the serving one became rejected, and a former one is still approved",
    of: ledger({ serving: entry(2, "W", "approved"), superseded: [entry(1, "A", "approved")] }),
    answers: { 2: present("W", "rejected"), 1: present("A", "approved") },
    becomes: "1 approved < 2 rejected |",
  },
  {
    what: "the serving one is gone, and of the former ones the newest approved serves",
    of: ledger({
      serving: entry(4, "W", "approved"),
      superseded: [entry(1, "A", "approved"), entry(2, "B", "approved"), entry(3, "C", "unknown")],
    }),
    answers: { 4: absent },
    becomes: "2 approved < - | 1 approved, 3 unknown",
  },
  {
    what: "the serving one is under review again",
    of: ledger({ serving: entry(1, "A", "approved") }),
    answers: { 1: present("A", "pending") },
    becomes: "- < 1 pending |",
  },
  {
    what: "the serving one is on its way back",
    of: ledger({ serving: entry(1, "A", "inactive") }),
    answers: { 1: present("A", "pending", { vendorStatus: "BACK" }) },
    rules: { neverWithdrawn: ["BACK"] },
    becomes: "1 pending < - |",
  },
  {
    what: "the serving one was asked back, and nobody has looked since",
    of: ledger({ serving: entry(1, "A", "pending", { vendorStatus: null }) }),
    answers: {},
    rules: { neverWithdrawn: ["BACK"] },
    becomes: "1 pending < - |",
  },
  {
    what: "the serving one's status is a new one",
    of: ledger({ serving: entry(1, "A", "approved") }),
    answers: { 1: present("A", "unknown") },
    becomes: "1 unknown < - |",
  },
  {
    what: "the serving one lapsed and is desired",
    of: ledger({ serving: entry(1, "W", "approved"), superseded: [entry(3, "A", "approved")] }),
    answers: { 1: present("W", "inactive") },
    becomes: "1 inactive < - | 3 approved",
  },
  {
    what: "the serving one lapsed and is not desired",
    of: ledger({ serving: entry(1, "B", "approved"), superseded: [entry(3, "A", "approved")] }),
    answers: { 1: present("B", "inactive") },
    becomes: "3 approved < - | 1 inactive",
  },
  {
    what: "an inactive candidate is no longer declared",
    of: ledger({ serving: entry(1, "A", "approved"), candidate: entry(2, "B", "pending") }),
    answers: { 2: present("B", "inactive") },
    becomes: "1 approved < - | 2 inactive",
  },
  {
    what: "a superseded one is gone",
    of: ledger({ serving: entry(1, "W", "approved"), superseded: [entry(3, "A", "approved")] }),
    answers: { 3: absent },
    becomes: "1 approved < - |",
  },
  {
    what: "a lost filing stays, whatever is observed",
    of: ledger({ serving: entry(1, "A", "approved"), candidate: lost("W", 9) }),
    answers: { 1: absent },
    becomes: "- < null unknown |",
  },
];

describe("observe", () => {
  for (const { what, of, answers, rules, becomes } of rows) {
    it(`${what}: ${becomes}`, () => expect(inShort(refreshLedger(of, answers, rules))).to.equal(becomes));
  }

  it("keeps the text that the vendor shows", () => {
    expect(
      refreshLedger(ledger({ serving: entry(1, "W", "approved") }), { 1: present("changed", "approved") }).serving
        ?.text,
    ).to.equal("changed");
  });

  it("keeps what the vendor tells beside the status, and what it told before where it says nothing", () => {
    const told = { isDefault: true, inUse: false, details: { signId: "s1" } };
    const before = ledger({ serving: entry(1, "W", "approved"), files: { a: "1" } });
    const once = refreshLedger(before, { 1: present("W", "approved", told) });
    expect(once).to.deep.equal({ ...before, serving: { ...before.serving, ...told } });
    expect(refreshLedger(once, { 1: present("W", "approved") })).to.deep.equal(once);
    const after = refreshLedger(once, { 1: present("W", "approved", { isDefault: false, inUse: true, details: {} }) });
    expect(after.serving).to.deep.include({ isDefault: false, inUse: true, details: {} });
  });

  it("does not take a former promotion for published because an earlier one was", () => {
    const former = entry(1, "A", "approved", { promotedAt: NOW, publishedAt: NOW, leftBecause: "default" });
    const after = refreshLedger(ledger({ serving: entry(2, "W", "approved"), superseded: [former] }), { 2: absent });
    expect(after.serving).to.include({ id: 1, promotedAt: NOW });
    expect(after.serving).not.to.have.any.keys("publishedAt", "leftBecause");
  });

  it("takes a lost modification for taken when the submission is no longer rejected", () => {
    const candidate = entry(2, "A", "rejected", {
      unconfirmed: { digests: digests("W"), text: "W", sentAt: NOW, resubmit: "again" },
    });
    const after = refreshLedger(ledger({ candidate }), { 2: present("W", "pending") }).candidate;
    expect(after).to.deep.equal(entry(2, "W", "pending", { resubmit: "again", sentAt: NOW }));
  });

  it("takes what is on file for unknown when a submission is still rejected after a lost modification", () => {
    const candidate = entry(2, "A", "rejected", {
      unconfirmed: { digests: digests("W"), text: "W", sentAt: NOW, resubmit: null },
    });
    const after = refreshLedger(ledger({ candidate }), { 2: present("A", "rejected") }).candidate;
    expect(after).to.deep.equal(entry(2, "A", "rejected", { digests: {} }));
  });

  for (const [isDefault, leaves] of [
    [true, true],
    [undefined, true],
    [false, false],
  ] as const) {
    it(`${leaves ? "leaves alone" : "asks again for"} one that was left as the default where the vendor says ${isDefault} of it`, () => {
      const left = entry(3, "A", "approved", { leftBecause: "default" });
      const answer = present("A", "approved", isDefault === undefined ? {} : { isDefault });
      const after = refreshLedger(ledger({ serving: entry(1, "W", "approved"), superseded: [left] }), { 3: answer });
      expect(after.superseded[0]?.leftBecause).to.equal(leaves ? "default" : undefined);
    });
  }

  it("leaves alone one whose deletion was refused, whatever the vendor says of the default", () => {
    const left = entry(3, "A", "approved", { leftBecause: "refused" });
    const after = refreshLedger(ledger({ superseded: [left], serving: entry(1, "W", "approved") }), {
      3: present("A", "approved", { isDefault: false }),
    });
    expect(after.superseded[0]?.leftBecause).to.equal("refused");
  });

  it("keeps a rejection's reason only while it is rejected", () => {
    const once = refreshLedger(ledger({ candidate: entry(2, "W", "pending") }), {
      2: present("W", "rejected", { rejectionReason: "blurred" }),
    });
    expect(once.candidate?.rejectionReason).to.equal("blurred");
    expect(refreshLedger(once, { 2: present("W", "rejected") }).candidate?.rejectionReason, "told once").to.equal(
      "blurred",
    );
    expect(
      refreshLedger(once, { 2: present("W", "rejected", { rejectionReason: "cut off" }) }).candidate?.rejectionReason,
    ).to.equal("cut off");
    expect(refreshLedger(once, { 2: present("W", "pending") }).candidate).not.to.have.property("rejectionReason");
  });
});

function refreshLedger(of: Ledger, answers: Row["answers"], rules: Partial<VendorRules> = {}): Ledger {
  const byId = new Map(Object.entries(answers).map(([id, answer]) => [Number(id), answer]));
  return observe(of, desired("W"), { ...RULES, ...rules }, byId, NOW);
}

function inShort({ serving, candidate, superseded }: Ledger): string {
  const name = (each: Entry | null) => (each === null ? "-" : `${each.id} ${each.status}`);
  return `${name(serving)} < ${name(candidate)} | ${superseded.map(name).join(", ")}`.trim();
}
