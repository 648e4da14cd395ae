import { expect } from "chai";
import { recall, type Content } from "../../provider/journal/recall";
import type { FilingRecord } from "../../provider/journal/record";
import { ago, digests, ledger, lost } from "../lifecycle/builders";

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

const holding = (text: string) => (): Content => ({ text, digests: digests(text), resubmit: null });

describe("a filing whose answer was lost, which a killed run found and filed again", () => {
  const before = ledger({ candidate: lost("甲", 3) });

  for (const [name, id] of [
    ["is the one that was modified", 100],
    ["is the one that was modified, also where that was not answered either", null],
  ] as const) {
    it(name, () => {
      const { ledger: after, takenOver } = recall(before, [record("modify", 1, { target: 100, id })], holding("乙"));
      expect(takenOver).to.have.lengthOf(1);
      expect(after.superseded, "nothing else stands at the vendor").to.deep.equal([]);
      expect(after.candidate).to.include({ id: 100 });
      expect(id === null ? after.candidate?.unconfirmed : after.candidate).to.include({ text: "乙", sentAt: ago(1) });
    });
  }

  it("is the one that was submitted after it had not been found", () => {
    const { ledger: after } = recall(before, [record("submit", 1, { target: null, id: 101 })], holding("乙"));
    expect(after).to.have.property("superseded").that.is.deep.equal([]);
    expect(after.candidate).to.include({ id: 101, text: "乙" }).and.not.have.property("unconfirmed");
  });
});
