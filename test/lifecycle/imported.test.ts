import { expect } from "chai";
import { describePlan } from "../../provider/lifecycle/describePlan";
import { holdsDesired } from "../../provider/lifecycle/desired";
import { digestOf } from "../../provider/lifecycle/digest";
import { EMPTY_LEDGER, parseLedger, savedFrom } from "../../provider/lifecycle/ledger";
import type { Entry } from "../../provider/lifecycle/ledger";
import { plan } from "../../provider/lifecycle/plan";
import { simulatePlan } from "../../provider/lifecycle/simulate";
import { HUAWEI_RULES } from "../../provider/huawei/vendorRules";
import { JPUSH_RULES } from "../../provider/jpush/vendorRules";
import { desired, entry, NOW } from "./builders";

/** As an import leaves it: of what was filed only the text is known. */
function imported(status: Entry["status"]): Entry {
  return entry(1, "A", status, {
    partial: true,
    digests: { sign: digestOf("A") },
    sentAt: null,
    details: { signatureId: "b1" },
  });
}

const placed = (each: Entry) =>
  each.status === "approved" ? { ...EMPTY_LEDGER, serving: each } : { ...EMPTY_LEDGER, candidate: each };
const RULES = { ...HUAWEI_RULES, textField: "sign", uniqueBy: null };

describe("an imported submission", () => {
  for (const status of ["approved", "pending", "rejected", "unknown"] as const) {
    it(`that is ${status} is kept, and what is declared counts as what was filed`, () => {
      const ledger = placed(imported(status));
      const declared = desired("A", { resubmit: "again" });
      expect(holdsDesired(imported(status), declared, RULES)).to.equal(true);
      const steps = simulatePlan(ledger, declared, RULES, NOW);
      expect(steps.map((step) => step.do)).to.deep.equal(["record"]);
      expect(describePlan(steps, declared, RULES)?.text).to.include(
        "keeps 【A】 (b1) as it is: what is declared now counts as what was filed",
      );
      const step = plan(ledger, declared, RULES, NOW);
      if (step?.do !== "record") throw new Error("it is a record");
      const [kept] = [step.after.serving, step.after.candidate].filter((each) => each !== null);
      expect(kept).to.deep.include({ id: 1, digests: declared.digests, resubmit: "again", assumed: true });
      expect(kept).not.to.have.property("partial");
      expect(plan(step.after, declared, RULES, NOW)).to.equal(null);
    });
  }

  it("asks for nothing while nothing more is declared than the vendor tells, in whatever wire format", () => {
    const digests = { sign: digestOf("A"), apiRevision: "2018-11" };
    expect(plan(placed(imported("approved")), desired("A", { digests }), JPUSH_RULES, NOW)).to.equal(null);
  });

  it("makes way like any other where another text is declared", () => {
    expect(plan(placed(imported("approved")), desired("B"), RULES, NOW)).to.include({ do: "submit" });
    expect(plan(placed(imported("rejected")), desired("B"), RULES, NOW)).to.include({ do: "modify" });
  });

  it("is told from others in a saved ledger", () => {
    const ledger = placed(imported("approved"));
    const declared = desired("A");
    expect(parseLedger(JSON.parse(JSON.stringify(savedFrom(ledger, declared))), declared)).to.deep.equal(ledger);
  });
});
