import { expect } from "chai";
import { readSignature } from "../../provider/approval/signatureInput";
import { UNKNOWN } from "../../provider/values";

describe("what an approval gate is told of its signature", () => {
  const known = { text: "极光推送", newest: 37582, serving: 37582, status: "approved", account: "made-up" };

  it("is known also where a language gives a rejection's lacking reason as unknown", () => {
    expect(readSignature({ ...known, rejectionReason: UNKNOWN })).to.deep.equal({ ...known, rejectionReason: null });
  });

  for (const name of Object.keys(known)) {
    it(`is not known while its ${name} is not`, () => {
      expect(readSignature({ ...known, [name]: UNKNOWN })).to.equal(null);
    });
  }
});
