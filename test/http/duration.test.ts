import { expect } from "chai";
import { parseDuration } from "../../provider/duration";
import { InvalidDurationError } from "../../provider/errors";

describe("a duration", () => {
  const taken: [text: string, milliseconds: number][] = [
    ["0s", 0],
    ["90s", 90_000],
    ["45m", 2_700_000],
    ["24h", 86_400_000],
    ["3d", 259_200_000],
  ];
  for (const [text, milliseconds] of taken) {
    it(`can be ${text}`, () => {
      expect(parseDuration(text)).to.equal(milliseconds);
    });
  }

  for (const text of [
    "",
    "90",
    "s",
    "1.5h",
    "-1s",
    "+1s",
    "1 h",
    " 1h",
    "1h ",
    "1h\n",
    "1H",
    "1w",
    "1h30m",
    "٣d",
    "9999999999s",
    "1constructor",
  ]) {
    it(`cannot be ${JSON.stringify(text)}, and the error says so`, () => {
      expect(() => parseDuration(text)).to.throw(InvalidDurationError, JSON.stringify(text));
    });
  }
});
