import { expect } from "chai";
import fc from "fast-check";
import { validateCreditCode, normaliseCreditCode } from "../../provider/numbers/creditCode";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

describe("a unified social credit code", () => {
  for (const code of [
    "91999999000000000G",
    "91990000MA0000007X",
    "92990000MAAAAAAA1Q",
    "91350100M000100Y43",
    "919900000000000860",
  ]) {
    it(`${code} is valid`, () => expect(validateCreditCode(code)).to.equal(null));
  }

  for (const code of ["91110000MA12345678", "91110000000000000A", "919900000000000861"]) {
    it(`${code} has a wrong check character`, () => expect(validateCreditCode(code)?.kind).to.equal("checkCharacter"));
  }

  it("91110000000000000A needs E, as documented", () => {
    expect(validateCreditCode("91110000000000000E")).to.equal(null);
  });

  for (const [code, why] of [
    ["91990000MI0000007X", "the letter I"],
    ["91990000MO0000007X", "the letter O"],
    ["91990000MS0000007X", "the letter S"],
    ["91990000MV0000007X", "the letter V"],
    ["91990000MZ0000007X", "the letter Z"],
    ["9199A000MA0000007X", "a letter among the digits 3 to 8"],
    ["91990000MA0000007", "17 characters"],
    ["91990000MA0000007XX", "19 characters"],
    ["91990000MA-000007X", "a hyphen"],
    ["91990000ma0000007x", "small letters, which normalising turns into capitals"],
    ["91999999000000000G\n", "a line break behind it"],
    ["", "nothing"],
  ] as const) {
    it(`${JSON.stringify(code)} has a wrong shape: ${why}`, () =>
      expect(validateCreditCode(code)?.kind).to.equal("shape"));
  }

  it("tells of a letter that no code has", () => {
    expect(validateCreditCode("91990000MI0000007X"))
      .to.have.property("reason")
      .that.contains("none of the letters I, O, S, V and Z");
  });

  it("is normalised by turning its letters into capitals", () => {
    expect(normaliseCreditCode("91990000ma0000007x")).to.equal("91990000MA0000007X");
    expect(normaliseCreditCode("ﬁ91990000ß")).to.equal("ﬁ91990000ß");
  });

  const completions = (body: string) =>
    [...ALPHABET].map((last) => body + last).filter((each) => validateCreditCode(each) === null);
  const bodies = fc.stringMatching(/^9[1-3]99[0-9]{4}[0-9A-HJ-NPQRTUWXY]{9}$/);

  it("has exactly one check character for each 17 characters", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(completions(body)).to.have.length(1);
      }),
    );
  });

  it("is no longer valid when any one character is changed", () => {
    fc.assert(
      fc.property(bodies, fc.nat(17), fc.integer({ min: 1, max: 30 }), (body, place, step) => {
        const code = completions(body)[0]!;
        const other = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(place)) + step) % 31);
        const changed = code.slice(0, place) + other + code.slice(place + 1);
        expect(validateCreditCode(changed)).not.to.equal(null);
      }),
    );
  });
});
