import { expect } from "chai";
import { noSuchName, quoted, suggest } from "../../provider/nearest";

const INPUTS = ["sign", "legalPersonName", "legalPersonIdNumber", "idCardImage", "otherImage", "whenBusy", "timeout"];

describe("what somebody most likely meant", () => {
  for (const [given, meant] of [
    ["whenbusy", "whenBusy"],
    ["WHENBUSY", "whenBusy"],
    ["whneBusy", "whenBusy"],
    ["wehnBuys", "whenBusy"],
    ["timout", "timeout"],
    ["timeouts", "timeout"],
    ["signe", "sign"],
    ["idCard", "idCardImage"],
    ["legalPersonIdNumbre", "legalPersonIdNumber"],
    ["legalPersonId", "legalPersonIdNumber"],
    ["SIGN", "sign"],
  ] as const) {
    it(`by ${given} is ${meant}`, () => {
      expect(suggest(given, INPUTS, "the inputs are these")).to.equal(`did you mean ${meant}? The inputs are these`);
    });
  }

  for (const given of ["", "s", "si", "legalPerson", "volume", "image", "constructor", 7, true, null, undefined, {}]) {
    it(`by ${JSON.stringify(given)} cannot be told`, () => {
      expect(suggest(given, INPUTS, "the inputs are these")).to.equal("the inputs are these");
    });
  }

  it("is shown as a program writes it, and what was given is not", () => {
    expect(suggest("que", ["queue", "fail"], "write one", quoted)).to.equal('did you mean "queue"? Write one');
  });

  it("stands before all names that there are", () => {
    expect(noSuchName("input", "timout", ["signature", "timeout"])).to.equal(
      "there is no such input: did you mean timeout? The inputs are signature, timeout",
    );
    expect(noSuchName("input", "volume", ["signature", "timeout"])).to.equal(
      "there is no such input: the inputs are signature, timeout",
    );
  });
});
