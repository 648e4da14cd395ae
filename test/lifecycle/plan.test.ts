import { expect } from "chai";
import type { Ledger } from "../../provider/lifecycle/ledger";
import { plan } from "../../provider/lifecycle/plan";
import type { VendorRules } from "../../provider/lifecycle/vendor";
import type { Desired } from "../../provider/lifecycle/desired";
import { ago, digests, entry, ledger, lost, NOW, desired } from "./builders";
import { RULES } from "./ModelVendor";

/** The rows of docs/lifecycle.md, one after the other: `A` serves or served, `B` is on its way, `W` is desired. */
interface Row {
  readonly row: string;
  readonly of: Ledger;
  readonly wants?: Desired;
  readonly rules?: Partial<VendorRules>;
  readonly tried?: readonly number[];
  readonly step: string | null;
}

const A = entry(1, "A", "approved", { publishedAt: ago(48) });
const W = desired("W");

const rows: Row[] = [
  {
    row: "1 another account",
    of: ledger({ serving: A }),
    wants: desired("W", { otherAccount: true }),
    step: "refuse other-account 1",
  },

  {
    row: "2 lost a moment ago: filed again, which settles it",
    of: ledger({ candidate: lost("W", 0.5) }),
    step: "submit settling",
  },
  { row: "2 lost an hour ago", of: ledger({ candidate: lost("W", 1) }), step: "refuse unsettled null" },
  {
    row: "2 lost over an hour ago: only a person can tell",
    of: ledger({ candidate: lost("W", 2) }),
    step: "refuse unsettled null",
  },
  {
    row: "2 some review was open when it was filed again",
    of: ledger({ candidate: lost("W", 0.5, { blocked: true }) }),
    step: "refuse unsettled null",
  },
  { row: "2 another content is desired meanwhile", of: ledger({ candidate: lost("B", 0.5) }), step: "submit settling" },
  {
    row: "2 another one serves",
    of: ledger({ serving: A, candidate: lost("W", 0.5), superseded: [entry(3, "B", "approved")] }),
    step: "submit settling",
  },
  {
    row: "2 the one that it has is named",
    of: ledger({ serving: A, candidate: lost("W", 0.5) }),
    wants: desired("W", { adoptId: 1 }),
    step: "submit settling",
  },
  {
    row: "2 the serving one is what is desired: nothing is sent",
    of: ledger({ serving: entry(1, "W", "approved"), candidate: lost("B", 0.5) }),
    step: "refuse unsettled null",
  },
  {
    row: "2 an approved superseded one is what is desired: nothing is sent",
    of: ledger({ serving: A, candidate: lost("B", 0.5), superseded: [entry(3, "W", "approved")] }),
    step: "refuse unsettled null",
  },
  {
    row: "2 resubmit was changed: it counts as not filed",
    of: ledger({ candidate: lost("W", 2) }),
    wants: desired("W", { resubmit: "not there" }),
    step: "record not-filed null",
  },
  {
    row: "2 a person found it",
    of: ledger({ candidate: lost("W", 2) }),
    wants: desired("W", { adoptId: 9 }),
    step: "adopt 9",
  },
  { row: "2 the vendor lists", of: ledger({ candidate: lost("W", 2) }), rules: { lists: true }, step: "find null" },
  {
    row: "2 the vendor lists, and nobody knows the text: there is nothing to look for",
    of: ledger({ candidate: lost("", 0.5, { digests: {} }) }),
    rules: { lists: true, reviewsAtOnce: "many" },
    step: "refuse unsettled null",
  },
  {
    row: "2 many reviews at once: filing again would settle nothing",
    of: ledger({ candidate: lost("W", 0.5) }),
    rules: { reviewsAtOnce: "many" },
    step: "refuse unsettled null",
  },

  { row: "adoption with nothing filed", of: ledger(), wants: desired("W", { adoptId: 9 }), step: "adopt 9" },
  {
    row: "adoption of the one that it has",
    of: ledger({ candidate: entry(9, "W", "pending") }),
    wants: desired("W", { adoptId: 9 }),
    step: null,
  },
  {
    row: "adoption of a second one",
    of: ledger({ serving: A }),
    wants: desired("A", { adoptId: 9 }),
    step: "refuse adopted 1",
  },

  ...(
    [
      [{ shown: 9 }, null],
      [{ shown: 8 }, "refuse adopted 1"],
    ] as const
  ).map(([details, step]) => ({
    row: `adoption by the id that people are shown, beside ${JSON.stringify(details)}`,
    of: ledger({ serving: entry(1, "W", "approved", { details }) }),
    wants: desired("W", { adoptId: 9 }),
    rules: { shownId: "shown" },
    step,
  })),

  ...(["rejected", "unknown"] as const).map((status) => ({
    row: `3 a ${status} candidate that is no longer declared`,
    of: ledger({ serving: entry(1, "W", "approved"), candidate: entry(2, "B", status) }),
    step: "remove 2 undeclared",
  })),
  {
    row: "3 tried before in this run",
    of: ledger({ serving: entry(1, "W", "approved"), candidate: entry(2, "B", "rejected") }),
    tried: [2],
    step: null,
  },
  {
    row: "3 tried before in this run, and the serving one has lapsed",
    of: ledger({ serving: entry(1, "W", "inactive"), candidate: entry(2, "B", "rejected") }),
    tried: [2],
    step: "activate 1",
  },
  {
    row: "3 tried before in this run, and a superseded one is due",
    of: ledger({
      serving: entry(1, "W", "approved", { publishedAt: ago(24) }),
      candidate: entry(2, "B", "rejected"),
      superseded: [entry(3, "C", "approved")],
    }),
    tried: [2],
    step: "remove 3 superseded",
  },
  {
    row: "3 a lapsed candidate that is what serves",
    of: ledger({ serving: entry(1, "W", "approved"), candidate: entry(2, "W", "inactive") }),
    step: null,
  },
  {
    row: "3 a pending candidate, after",
    of: ledger({ serving: entry(1, "W", "approved"), candidate: entry(2, "B", "pending") }),
    step: "wait for 2, then nothing",
  },
  {
    row: "3 a pending candidate, withdraw",
    of: ledger({ serving: entry(1, "W", "approved"), candidate: entry(2, "B", "pending") }),
    wants: desired("W", { whilePending: "withdraw" }),
    step: "remove 2 withdrawn",
  },

  {
    row: "6 what is desired could never stand beside the serving one: no review is waited for",
    of: ledger({
      serving: entry(1, "W", "approved", { digests: digests("W", "-", "other") }),
      candidate: entry(2, "B", "pending"),
    }),
    rules: { uniqueBy: ["sign"] },
    step: "refuse equal 1",
  },
  {
    row: "6 what is desired could stand beside nothing but a rejection",
    of: ledger({ candidate: entry(2, "W", "pending", { digests: digests("W", "-", "other") }) }),
    rules: { uniqueBy: ["sign"] },
    step: "wait for 2, then file-if-rejected",
  },

  {
    row: "6 what is desired could stand beside nothing but a rejection, and an outage is allowed",
    of: ledger({ candidate: entry(2, "W", "pending", { digests: digests("W", "-", "other") }) }),
    wants: desired("W", { allowOutage: true }),
    rules: { uniqueBy: ["sign"] },
    step: "wait for 2, then file",
  },

  { row: "4 pending as desired", of: ledger({ candidate: entry(2, "W", "pending") }), step: null },
  {
    row: "4 pending as desired, but for the remark",
    of: ledger({ candidate: entry(2, "W", "pending", { digests: digests("W", "other") }) }),
    step: null,
  },
  { row: "4 rejected as desired", of: ledger({ candidate: entry(2, "W", "rejected") }), step: null },
  {
    row: "4 rejected as desired, resubmit changed",
    of: ledger({ candidate: entry(2, "W", "rejected") }),
    wants: desired("W", { resubmit: "again" }),
    step: "modify 2",
  },
  {
    row: "4 pending as desired, resubmit changed",
    of: ledger({ candidate: entry(2, "W", "pending") }),
    wants: desired("W", { resubmit: "again" }),
    step: null,
  },
  { row: "4 of unknown status, as desired", of: ledger({ candidate: entry(2, "W", "unknown") }), step: null },
  { row: "4 inactive as desired", of: ledger({ candidate: entry(2, "W", "inactive") }), step: "activate 2" },
  { row: "4 inactive as desired, tried", of: ledger({ candidate: entry(2, "W", "inactive") }), tried: [2], step: null },

  {
    row: "5 a former one is desired again",
    of: ledger({ serving: A, superseded: [entry(3, "W", "approved")] }),
    step: "record reinstated 3",
  },
  {
    row: "5 the newest of several",
    of: ledger({ serving: A, superseded: [entry(3, "W", "approved"), entry(4, "W", "approved")] }),
    step: "record reinstated 4",
  },
  {
    row: "5 a former one is as desired as the serving one",
    of: ledger({
      serving: entry(1, "W", "approved", { publishedAt: ago(1) }),
      superseded: [entry(3, "W", "approved")],
    }),
    step: null,
  },
  {
    row: "5 a former one is another",
    of: ledger({ serving: A, superseded: [entry(3, "B", "approved")] }),
    step: "submit",
  },
  {
    row: "5 a former one that is not approved",
    of: ledger({ serving: A, superseded: [entry(3, "W", "unknown")] }),
    step: "submit",
  },
  {
    row: "5 while another review is open",
    of: ledger({ serving: A, candidate: entry(2, "B", "pending"), superseded: [entry(3, "W", "approved")] }),
    step: "record reinstated 3",
  },

  { row: "6 after", of: ledger({ serving: A, candidate: entry(2, "B", "pending") }), step: "wait for 2, then file" },
  {
    row: "6 withdraw",
    of: ledger({ serving: A, candidate: entry(2, "B", "pending") }),
    wants: desired("W", { whilePending: "withdraw" }),
    step: "remove 2 withdrawn",
  },
  {
    row: "6 withdraw, tried",
    of: ledger({ candidate: entry(2, "B", "pending") }),
    wants: desired("W", { whilePending: "withdraw" }),
    tried: [2],
    step: "wait for 2, then file",
  },
  {
    row: "6 withdraw one on its way back",
    of: ledger({ candidate: entry(2, "B", "pending", { vendorStatus: "BACK" }) }),
    wants: desired("W", { whilePending: "withdraw" }),
    rules: { neverWithdrawn: ["BACK"] },
    step: "wait for 2, then file",
  },
  {
    row: "6 refuse",
    of: ledger({ candidate: entry(2, "B", "pending") }),
    wants: desired("W", { whilePending: "refuse" }),
    step: "refuse pending 2",
  },

  {
    row: "7 rejected, and the content was changed",
    of: ledger({ serving: A, candidate: entry(2, "B", "rejected") }),
    step: "modify 2",
  },
  {
    row: "7 rejected, and only the remark was changed",
    of: ledger({ candidate: entry(2, "W", "rejected", { digests: digests("W", "other") }) }),
    step: "modify 2",
  },
  {
    row: "7 rejected, and the answer to its modification was lost",
    of: ledger({ candidate: { ...lost("W", 0.5), id: 2, status: "rejected", digests: digests("B") } }),
    step: "modify 2",
  },
  ...(
    [
      [false, "refuse equal 1"],
      [true, "remove 1 outage"],
    ] as const
  ).map(([allowOutage, step]) => ({
    row: `7 rejected, and what is desired now cannot stand beside the serving one, outage ${allowOutage ? "" : "not "}allowed`,
    of: ledger({
      serving: entry(1, "W", "approved", { digests: { ...digests("W"), body: "other" } }),
      candidate: entry(2, "B", "rejected"),
    }),
    wants: desired("W", { allowOutage }),
    rules: { uniqueBy: ["sign"] },
    step,
  })),
  {
    row: "8 of unknown status, and the content was changed",
    of: ledger({ candidate: entry(2, "B", "unknown") }),
    step: "record superseded 2",
  },

  { row: "9 inactive as desired", of: ledger({ serving: entry(1, "W", "inactive") }), step: "activate 1" },
  { row: "9 serving as desired", of: ledger({ serving: entry(1, "W", "approved") }), step: null },
  {
    row: "9 serving as desired, but for the remark",
    of: ledger({ serving: entry(1, "W", "approved", { digests: digests("W", "other") }) }),
    step: null,
  },

  { row: "10 beside the serving one", of: ledger({ serving: A }), step: "submit" },
  {
    row: "10 its text was changed at the vendor",
    of: ledger({ serving: entry(1, "W", "approved", { text: "changed" }) }),
    step: "submit",
  },
  {
    row: "9 the text that somebody gave it at the vendor is declared",
    of: ledger({
      serving: entry(1, "A", "approved", { text: "W", digests: { ...digests("W"), sign: digests("A")["sign"]! } }),
    }),
    step: null,
  },
  {
    row: "10 equals cannot stand side by side",
    of: ledger({ serving: entry(1, "W", "approved", { digests: { ...digests("W"), body: "other" } }) }),
    rules: { uniqueBy: ["sign"] },
    step: "refuse equal 1",
  },
  {
    row: "10 equals cannot stand side by side, and an outage is allowed",
    of: ledger({ serving: entry(1, "W", "approved", { digests: { ...digests("W"), body: "other" } }) }),
    wants: desired("W", { allowOutage: true }),
    rules: { uniqueBy: ["sign"] },
    step: "remove 1 outage",
  },
  {
    row: "10 equals cannot stand side by side, and the deletion was tried before in this run",
    of: ledger({ serving: entry(1, "W", "approved", { digests: { ...digests("W"), body: "other" } }) }),
    wants: desired("W", { allowOutage: true }),
    rules: { uniqueBy: ["sign"] },
    tried: [1],
    step: "refuse equal 1",
  },
  {
    row: "10 an equal one is superseded",
    of: ledger({ serving: A, superseded: [entry(3, "W", "unknown", { digests: { ...digests("W"), body: "other" } })] }),
    rules: { uniqueBy: ["sign"] },
    step: "refuse equal 3",
  },
  {
    row: "10 others may stand beside where equals cannot",
    of: ledger({ serving: A }),
    rules: { uniqueBy: ["sign"] },
    step: "submit",
  },
  { row: "11 nothing filed", of: ledger(), step: "submit" },

  {
    row: "12 a promotion that no update has told",
    of: ledger({ serving: entry(1, "W", "approved"), superseded: [entry(3, "B", "approved")] }),
    step: "record published 1",
  },
  {
    row: "12 nothing serves",
    of: ledger({ candidate: entry(2, "W", "pending"), superseded: [entry(3, "B", "rejected")] }),
    step: null,
  },
  {
    row: "13 within the grace",
    of: ledger({
      serving: entry(1, "W", "approved", { publishedAt: ago(23) }),
      superseded: [entry(3, "B", "approved")],
    }),
    step: null,
  },
  {
    row: "13 the grace is over",
    of: ledger({
      serving: entry(1, "W", "approved", { publishedAt: ago(24) }),
      superseded: [entry(3, "B", "approved")],
    }),
    step: "remove 3 superseded",
  },
  {
    row: "13 oldest first",
    of: ledger({
      serving: entry(1, "W", "approved", { publishedAt: ago(24) }),
      superseded: [entry(3, "B", "approved"), entry(4, "C", "approved")],
    }),
    step: "remove 3 superseded",
  },
  {
    row: "13 tried: the next",
    of: ledger({
      serving: entry(1, "W", "approved", { publishedAt: ago(24) }),
      superseded: [entry(3, "B", "approved"), entry(4, "C", "approved")],
    }),
    tried: [3],
    step: "remove 4 superseded",
  },
  {
    row: "13 kept",
    of: ledger({
      serving: entry(1, "W", "approved", { publishedAt: ago(24) }),
      superseded: [entry(3, "B", "approved")],
    }),
    wants: desired("W", { superseded: "keep" }),
    step: null,
  },
  {
    row: "13 the default one is left",
    of: ledger({
      serving: entry(1, "W", "approved", { publishedAt: ago(24) }),
      superseded: [entry(3, "B", "approved", { leftBecause: "default" })],
    }),
    step: null,
  },
  {
    row: "13 the successor's status became unknown",
    of: ledger({
      serving: entry(1, "W", "unknown", { publishedAt: ago(24) }),
      superseded: [entry(3, "B", "approved")],
    }),
    step: null,
  },
  {
    row: "13 while the next is under review",
    of: ledger({ serving: A, candidate: entry(2, "W", "pending"), superseded: [entry(3, "B", "approved")] }),
    step: "remove 3 superseded",
  },
];

describe("plan", () => {
  for (const { row, of, wants, rules, tried, step } of rows) {
    it(`${row}: ${step ?? "nothing"}`, () => {
      const next = plan(of, wants ?? W, { ...RULES, ...rules }, NOW, new Set(tried));
      expect(next === null ? null : inShort(next)).to.equal(step);
    });
  }
});

function inShort(step: NonNullable<ReturnType<typeof plan>>): string {
  switch (step.do) {
    case "submit":
      return step.settling ? "submit settling" : "submit";
    case "remove":
      return `remove ${step.entry.id} ${step.why}`;
    case "refuse":
      return `refuse ${step.why} ${step.entry?.id}`;
    case "record":
      return `record ${step.what} ${step.entry.id}`;
    case "wait":
      return `wait for ${step.entry.id}, then ${step.then}`;
    case "adopt":
      return `adopt ${step.id}`;
    case "modify":
    case "activate":
    case "find":
      return `${step.do} ${step.entry.id}`;
  }
}
