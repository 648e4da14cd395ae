import { expect } from "chai";
import fc from "fast-check";
import { validateIdentityNumber, normaliseIdentityNumber } from "../../provider/numbers/identityNumber";

const VALID = [
  "999999199001010008",
  "990000198512319994",
  "990100200002290015",
  "99000119900307001X",
  "11010519491231002X",
];

describe("an identity number", () => {
  for (const number of VALID) {
    it(`${number} is valid`, () => expect(validateIdentityNumber(number)).to.equal(null));
  }

  for (const [number, why] of [
    ["990000198512319990", "a wrong last digit"],
    ["110101199001011234", "the vendor's own sample"],
    ["990001199003070011", "1 in place of X"],
    ["99000019851231999X", "X in place of 4"],
  ] as const) {
    it(`${number} has a wrong check character: ${why}`, () => {
      expect(validateIdentityNumber(number)?.kind).to.equal("checkCharacter");
    });
  }

  for (const [number, why] of [
    ["990100200102290012", "29 Feb 2001"],
    ["999999199013010008", "month 13"],
    ["999999199000010008", "month 0"],
    ["999999199004310008", "31 April"],
    ["999999199001000008", "day 0"],
    ["999999190002290008", "29 Feb 1900"],
    ["099999199001010008", "a leading 0"],
    ["99999919900101000", "17 characters"],
    ["9999991990010100080", "19 characters"],
    ["99999919900101000Y", "another letter"],
    ["9999X9199001010008", "X elsewhere"],
    ["99000119900307001x", "x, which normalising turns into a capital"],
    ["９99999199001010008", "a full-width digit"],
    ["999999199001010008\n", "a line break behind it"],
    ["", "nothing"],
  ] as const) {
    it(`${JSON.stringify(number)} has a wrong shape: ${why}`, () => {
      expect(validateIdentityNumber(number)?.kind).to.equal("shape");
    });
  }

  it("goes by the day in China: a child born today has one, a child of tomorrow has not", () => {
    const lateInChina = new Date("2026-05-01T15:59:59Z");
    expect(validateIdentityNumber("999999202605010004", lateInChina)?.kind).not.to.equal("shape");
    expect(validateIdentityNumber("999999202605020004", lateInChina)).to.include({ kind: "shape" });
    expect(validateIdentityNumber("999999202605020004", new Date("2026-05-01T16:00:00Z"))?.kind).not.to.equal("shape");
  });

  it("is normalised by turning a final x into a capital and nothing else", () => {
    expect(normaliseIdentityNumber("99000119900307001x")).to.equal("99000119900307001X");
    expect(normaliseIdentityNumber("999999199001010008")).to.equal("999999199001010008");
    expect(normaliseIdentityNumber(" 99000119900307001x ")).to.equal(" 99000119900307001x ");
  });

  /** Completes 17 digits by trying: independent of how the validation finds the check character. */
  const completions = (body: string) =>
    [..."0123456789X"].map((last) => body + last).filter((each) => validateIdentityNumber(each) === null);

  const bodies = fc
    .record({
      area: fc.integer({ min: 990000, max: 999999 }),
      day: fc.date({ min: new Date("1900-01-01"), max: new Date("2020-12-31"), noInvalidDate: true }),
      order: fc.integer({ min: 0, max: 999 }),
    })
    .map(
      ({ area, day, order }) =>
        `${area}${day.toISOString().slice(0, 10).replaceAll("-", "")}${String(order).padStart(3, "0")}`,
    );

  it("has exactly one check character for each 17 digits", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(completions(body)).to.have.length(1);
      }),
    );
  });

  it("is no longer valid when any one digit is changed", () => {
    fc.assert(
      fc.property(bodies, fc.nat(17), fc.integer({ min: 1, max: 9 }), (body, place, step) => {
        const number = completions(body)[0]!;
        const old = number.charAt(place);
        const other = old === "X" ? String(step) : String((Number(old) + step) % 10);
        const changed = number.slice(0, place) + other + number.slice(place + 1);
        expect(validateIdentityNumber(changed)).not.to.equal(null);
      }),
    );
  });

  it("is never told in a reason, not even a piece of it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          bodies.map((body) => `${body}0`),
          fc.stringMatching(/^[0-9X]{16,20}$/),
        ),
        (number) => {
          const issue = validateIdentityNumber(number);
          if (issue === null) return;
          for (let start = 0; start + 4 <= number.length; start++) {
            expect(issue.reason).not.to.contain(number.slice(start, start + 4));
          }
        },
      ),
    );
  });
});
