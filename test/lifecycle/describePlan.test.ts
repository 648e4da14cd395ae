import { expect } from "chai";
import { describePlan } from "../../provider/lifecycle/describePlan";
import type { Desired } from "../../provider/lifecycle/desired";
import type { Entry, Ledger } from "../../provider/lifecycle/ledger";
import { observe } from "../../provider/lifecycle/observe";
import { simulatePlan } from "../../provider/lifecycle/simulate";
import type { VendorRules } from "../../provider/lifecycle/vendor";
import { ago, desired, digests, entry, ledger, lost, NOW } from "./builders";
import { OTHER_RULES, RULES } from "./ModelVendor";

const W = desired("W");
const served = { promotedAt: ago(60) };
const published = { ...served, publishedAt: ago(48) };

/** What a preview says of a ledger that a state can hold. */
function lineOf(of: Ledger, wants: Desired, rules: VendorRules = RULES): ReturnType<typeof describePlan> {
  const observed = observe(of, wants, rules, new Map(), NOW);
  return describePlan(simulatePlan(observed, wants, rules, NOW), wants, rules);
}

describe("the line of a preview", () => {
  for (const { what, of, wants = W, rules = RULES, says } of [
    {
      what: "says once that a signature serves, where it stays beside what is filed and leaves another one behind",
      of: ledger({ serving: entry(1, "A", "approved", served), superseded: [entry(3, "C", "approved", served)] }),
      says: "will file 【W】 for review; an update keeps 【A】 (1) serving until 【W】 is approved; 【C】 (3) will be deleted 24h after this is published",
    },
    {
      what: "says once that a signature serves which serves again",
      of: ledger({ serving: entry(1, "A", "approved", published), superseded: [entry(3, "W", "approved", served)] }),
      says: "【W】 (3), which is still approved, serves again; 【A】 (1) will be deleted 24h after this is published",
    },
    {
      what: "says once that a signature serves which serves again, where a review is left to end",
      of: ledger({
        serving: entry(1, "A", "approved", published),
        candidate: entry(2, "B", "pending"),
        superseded: [entry(3, "W", "approved", served)],
      }),
      says: "【W】 (3), which is still approved, serves again; 【B】 (2) is under review and no longer declared: its review is left to end",
    },
    {
      what: "says of a lapsed signature not that it serves",
      of: ledger({ serving: entry(1, "W", "inactive", served), superseded: [entry(3, "C", "rejected", served)] }),
      rules: OTHER_RULES,
      says: "will ask for 【W】 (1), which has lapsed, to be activated again; 【C】 (3) will be deleted 24h after this is published",
    },
    {
      what: "names an imported signature once that is to be activated again",
      of: ledger({ candidate: entry(2, "W", "inactive", { partial: true, digests: {} }) }),
      rules: OTHER_RULES,
      says: "keeps 【W】 (2) as it is: what is declared now counts as what was filed; will ask for that signature, which has lapsed, to be activated again",
    },
    {
      what: "says once of a signature without a grace that it is deleted",
      of: ledger({ serving: entry(1, "W", "approved", served), superseded: [entry(3, "C", "approved", served)] }),
      wants: desired("W", { supersededAfter: 0 }),
      says: "【W】 (1) serves; will delete 【C】 (3), which has a successor",
    },
    {
      what: "says once of a submission that makes way that nothing declares it",
      of: ledger({ serving: entry(1, "A", "approved", published), candidate: entry(2, "B", "unknown") }),
      wants: desired("W", { supersededAfter: 0 }),
      says: "will file 【W】 for review; an update keeps 【A】 (1) serving until 【W】 is approved; will delete 【B】 (2), which is no longer declared",
    },
    {
      what: "promises no deletion of what was left for good",
      of: ledger({
        serving: entry(1, "W", "approved", served),
        superseded: [entry(3, "C", "approved", { ...served, leftBecause: "default" })],
      }),
      says: "【W】 (1) serves",
    },
  ] satisfies { what: string; of: Ledger; wants?: Desired; rules?: VendorRules; says: string }[]) {
    it(what, () => {
      expect(lineOf(of, wants, rules)).to.deep.equal({
        warning: false,
        text: `Model, as of the last refresh: ${says}.`,
      });
    });
  }

  it("names each signature once, whatever the ledger holds", () => {
    const servings = ["A", "W"].flatMap((text) =>
      (["approved", "inactive"] as const).flatMap((status) =>
        [served, published].map((since) => entry(1, text, status, since)),
      ),
    );
    const candidates = [
      ...[0.5, 2].map((hours) => lost("W", hours)),
      ...["B", "W"].flatMap((text) =>
        (["approved", "unknown", "inactive", "pending", "rejected"] as const).map((status) => entry(2, text, status)),
      ),
      entry(2, "W", "rejected", { digests: digests("W", "-", "another") }),
    ];
    const supersededs = [
      [],
      [entry(3, "C", "approved", served)],
      [entry(3, "W", "approved", served)],
      [entry(3, "C", "approved", served), entry(4, "D", "unknown", served)],
    ];
    const declared: readonly Partial<Desired>[] = [
      {},
      { resubmit: "again" },
      { whilePending: "withdraw" },
      { whilePending: "refuse" },
      { superseded: "keep" },
      { supersededAfter: 0 },
      { adoptId: 9 },
    ];
    for (const rules of [RULES, OTHER_RULES])
      for (const serving of [null, ...servings] satisfies (Entry | null)[])
        for (const candidate of [null, ...candidates])
          for (const superseded of supersededs)
            for (const each of declared) {
              const text = lineOf(ledger({ serving, candidate, superseded }), desired("W", each), rules)?.text ?? "";
              const names = text.match(/【\w】 \(\d\)/g) ?? [];
              expect(names, text).to.have.lengthOf(new Set(names).size);
            }
  });

  it("is a warning where what messages are sent with is deleted", () => {
    const of = ledger({ serving: entry(1, "W", "approved", { ...published, digests: digests("W", "-", "another") }) });
    const rules: VendorRules = { ...RULES, uniqueBy: ["sign"] };
    const line = lineOf(of, desired("W", { allowOutage: true }), rules);
    expect(line?.text).to.include("will delete 【W】 (1) first: NOTHING CAN BE SENT until the next approval");
    expect(line?.warning).to.equal(true);
  });
});
