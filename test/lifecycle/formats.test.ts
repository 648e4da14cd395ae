import { expect } from "chai";
import { digestOf } from "../../provider/lifecycle/digest";
import type { Digests } from "../../provider/lifecycle/digest";
import { simulatePlan } from "../../provider/lifecycle/simulate";
import type { Entry, Ledger } from "../../provider/lifecycle/ledger";
import { holdsDesired } from "../../provider/lifecycle/desired";
import type { Desired } from "../../provider/lifecycle/desired";
import { describePlan } from "../../provider/lifecycle/describePlan";
import { ago, entry, ledger, NOW, desired } from "./builders";
import { ModelEngine } from "./ModelEngine";
import { ModelVendor, RULES } from "./ModelVendor";

/*
 * A vendor with two wire formats: both have sign, kind and remark (for the reviewers alone), "old" has body, "new" paper.
 */

function content(format: string, fields: { readonly [field: string]: string }): Digests {
  return { ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, digestOf(value)])), format };
}

const OLD = content("old", { sign: "甲", kind: "k", body: "b", remark: "r" });
const NEW = content("new", { sign: "甲", kind: "k", paper: "p", remark: "r" });

const declared = (digests: Digests, more: Partial<Desired> = {}) => desired("甲", { digests, ...more });
const filed = (status: Entry["status"], digests = OLD, more: Partial<Entry> = {}) =>
  entry(1, "甲", status, { digests, ...more });
const steps = (of: Ledger, wants: Desired) =>
  simulatePlan(of, wants, RULES, NOW).map((step) => (step.do === "record" ? step.what : step.do));

describe("a content in another wire format", () => {
  for (const [what, digests, holds] of [
    ["is held where all that both have is the same", NEW, true],
    [
      "is held whatever the other has alone",
      content("new", { sign: "甲", kind: "k", paper: "another", remark: "r" }),
      true,
    ],
    ["is held although it lacks what the other has alone", content("new", { sign: "甲", kind: "k" }), true],
    [
      "is held with another word to the reviewers",
      content("new", { sign: "甲", kind: "k", paper: "p", remark: "another" }),
      true,
    ],
    [
      "is not held where what both have differs",
      content("new", { sign: "甲", kind: "another", paper: "p", remark: "r" }),
      false,
    ],
    ["is not held where only one gives what both have", content("new", { sign: "甲", paper: "p", remark: "r" }), false],
    ["is not held in a format that nobody knows", content("newest", { sign: "甲" }), false],
  ] satisfies [string, Digests, boolean][]) {
    it(what, () => {
      for (const status of ["pending", "approved", "unknown"] as const) {
        expect(holdsDesired(filed(status), declared(digests), RULES), status).to.equal(holds);
      }
    });
  }

  it("is not held by a rejected one: the other format may be the cure", () => {
    expect(holdsDesired(filed("rejected"), declared(NEW), RULES)).to.equal(false);
  });

  it("is not held by one of which nothing is known", () => {
    expect(holdsDesired(filed("pending", {}), declared(NEW), RULES)).to.equal(false);
  });

  it("is not held where the text at the vendor is another", () => {
    expect(holdsDesired(filed("approved", OLD, { text: "乙" }), declared(NEW), RULES)).to.equal(false);
  });
});

describe("changing the wire format", () => {
  for (const [what, of, wants, expected] of [
    ["keeps an approved one", ledger({ serving: filed("approved") }), declared(NEW), ["accepted-as-filed"]],
    ["keeps a pending one", ledger({ candidate: filed("pending") }), declared(NEW), ["accepted-as-filed"]],
    ["keeps one of unknown status", ledger({ candidate: filed("unknown") }), declared(NEW), ["accepted-as-filed"]],
    [
      "keeps it whether its review may be withdrawn or not",
      ledger({ candidate: filed("pending") }),
      declared(NEW, { whilePending: "withdraw" }),
      ["accepted-as-filed"],
    ],
    ["files a rejected one again in place", ledger({ candidate: filed("rejected") }), declared(NEW), ["modify"]],
    [
      "files what differs beside it",
      ledger({ serving: filed("approved", content("old", { sign: "甲", kind: "another", body: "b" })) }),
      declared(NEW),
      ["submit"],
    ],
    [
      "reinstates a former one",
      ledger({
        serving: entry(2, "乙", "approved", { digests: content("old", { sign: "乙" }), publishedAt: ago(1) }),
        superseded: [filed("approved")],
      }),
      declared(NEW),
      ["reinstated", "accepted-as-filed", "published"],
    ],
    ["is nothing where it is in that format already", ledger({ serving: filed("approved", NEW) }), declared(NEW), []],
    [
      "keeps it and goes on",
      ledger({ serving: filed("approved", OLD, { publishedAt: ago(48) }), superseded: [entry(2, "乙", "approved")] }),
      declared(NEW),
      ["accepted-as-filed", "remove"],
    ],
  ] satisfies [string, Ledger, Desired, string[]][]) {
    it(`${what}: ${expected.join(", ") || "nothing"}`, () => {
      expect(steps(of, wants)).to.deep.equal(expected);
    });
  }

  it("says in the preview that it is kept, and why", () => {
    const of = ledger({ serving: filed("approved") });
    const line = describePlan(simulatePlan(of, declared(NEW), RULES, NOW), declared(NEW), RULES);
    expect(line).to.deep.equal({
      warning: false,
      text: 'Model, as of the last refresh: keeps 【甲】 (1) as it is: all that format "old" and "new" have in common is the same, and what is declared now counts as what was filed.',
    });
  });

  it("says in the preview that it is not kept, and which field differs", () => {
    const of = ledger({
      serving: filed("approved", content("old", { sign: "乙", kind: "k", body: "b" }), { text: "乙" }),
    });
    const line = describePlan(simulatePlan(of, declared(NEW), RULES, NOW), declared(NEW), RULES);
    expect(line?.text).to.equal(
      "Model, as of the last refresh: will file 【甲】 for review; an update keeps 【乙】 (1) serving until 【甲】 is approved. " +
        'What is declared does not count as what was filed: of all that format "old" and "new" have in common, sign differs.',
    );
  });
});

describe("a signature kept over a change of its wire format", () => {
  const inputs = { sign: "甲", body: "b", paper: "p", remark: "r", format: "old", supersededAfter: "0s" };

  async function approved(): Promise<ModelEngine> {
    const engine = new ModelEngine(new ModelVendor());
    await engine.up(inputs);
    for (const each of engine.vendor.signatures.values()) each.status = "approved";
    await engine.refresh();
    return engine;
  }

  it("is filed no second time, in however many formats it is declared", async () => {
    const engine = await approved();
    for (const format of ["new", "old", "new"]) {
      expect(await engine.up({ ...inputs, format })).to.equal(null);
      expect(await engine.differs({ ...inputs, format })).to.equal(false);
    }
    expect(engine.vendor.filings).to.have.length(1);
    expect(engine.ledger?.serving).to.include({ status: "approved", assumed: true });
  });

  it("is like any other from there: a later change of what only that format has is filed", async () => {
    const engine = await approved();
    await engine.up({ ...inputs, format: "new" });
    await engine.up({ ...inputs, format: "new", paper: "another" });
    expect(engine.vendor.filings).to.have.length(2);
    expect(engine.state?.outputs).to.include({ status: "pending", servingSignId: 100, signId: 101 });
  });
});
