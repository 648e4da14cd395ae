import { expect } from "chai";
import { LONGEST_RETRY_AFTER, parseRetryAfter, pauseBeforeNextTry, type Cause } from "../../provider/http/pauses";

const NOW = Date.parse("2026-04-23T10:00:00Z");

describe("the pause before the next try", () => {
  const pauses: [made: number, cause: Cause, retryAfter: number | null, random: number, milliseconds: number][] = [
    [1, "interrupted", null, 0, 250],
    [1, "interrupted", null, 0.5, 375],
    [2, "interrupted", null, 0, 500],
    [3, "interrupted", null, 0.5, 1_500],
    [9, "interrupted", null, 0.5, 6_000],
    [1, "busy", null, 0, 1_000],
    [2, "busy", null, 0.5, 3_000],
    [9, "busy", null, 0.5, 22_500],
    [1, "busy", 0, 0.5, 1_500],
    [1, "busy", 5_000, 0, 5_000],
    [1, "busy", 5_000, 0.5, 5_500],
    [1, "busy", 3_600_000, 0.5, LONGEST_RETRY_AFTER + 500],
    [400, "busy", null, 0, 15_000],
  ];
  for (const [made, cause, retryAfter, random, milliseconds] of pauses) {
    it(`is ${milliseconds} ms after ${made} (${cause}), asked for ${retryAfter}, at random ${random}`, () => {
      expect(pauseBeforeNextTry(made, cause, retryAfter, random)).to.equal(milliseconds);
    });
  }
});

describe("Retry-After", () => {
  const headers: [header: string | string[] | undefined, milliseconds: number | null][] = [
    [undefined, null],
    ["", null],
    ["0", 0],
    ["120", 120_000],
    [" 7 ", 7_000],
    ["1.5", null],
    ["-1", null],
    ["soon", null],
    ["2026", 2_026_000],
    [["1", "2"], null],
    ["Thu, 23 Apr 2026 10:00:30 GMT", 30_000],
    ["Thu, 23 Apr 2026 09:00:00 GMT", 0],
    ["Thu, 99 Apr 2026 09:00:00 GMT", null],
    ["2026-04-23T10:00:30Z", null],
  ];
  for (const [header, milliseconds] of headers) {
    it(`${JSON.stringify(header)} asks for ${milliseconds}`, () => {
      expect(parseRetryAfter(header, NOW)).to.equal(milliseconds);
    });
  }
});
