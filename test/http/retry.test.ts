import { expect } from "chai";
import type { Answer } from "../../provider/http/answers";
import { readAnswer } from "../../provider/http/answers";
import type { Exchange } from "../../provider/http/exchange";
import {
  LONGEST_RETRY_AFTER,
  parseRetryAfter,
  pauseBeforeNextTry,
  sendUpTo,
  type Cause,
} from "../../provider/http/retry";
import { Memory } from "../../provider/memory";
import { RawServer } from "./servers";

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

describe("trying again", () => {
  let server: RawServer | undefined;
  afterEach(() => server?.close());

  const read = (exchange: Exchange): Answer<string, number> =>
    readAnswer(exchange, {
      service: "the sample",
      value: ({ status, body }) => (status === 200 ? body : null),
      refusal: (status) => (status === 403 || status === 429 ? status : null),
      isBusy: (status) => status === 429,
    });

  /** Asks a server that gives one answer after the other. */
  async function trying(answers: readonly string[], { maxTries = 3, once = false } = {}) {
    const pauses: number[] = [];
    let made = 0;
    await server?.close();
    server = await RawServer.start((socket) =>
      socket.once("data", () => socket.end(`HTTP/1.1 ${answers[made - 1] ?? "500 x"}\r\nConnection: close\r\n\r\nok`)),
    );
    const { url } = server;
    const timing = {
      sleep: async (milliseconds: number) => void pauses.push(milliseconds),
      random: () => 0,
      now: () => NOW,
    };
    const { answer, tries } = await sendUpTo(
      () => ({ method: "GET", url: `${url}/${++made}`, headers: {}, once, proxy: null }),
      { connectTimeout: 2_000, requestTimeout: 5_000, maxTries },
      read,
      { memory: new Memory(), timing },
    );
    return { kind: answer.kind, tries, made, pauses };
  }

  it("ends with the first final answer, and makes the request anew for each try", async () => {
    expect(await trying(["200 OK"])).to.deep.equal({ kind: "success", tries: 1, made: 1, pauses: [] });
    expect(await trying(["502 No", "200 OK"])).to.deep.equal({ kind: "success", tries: 2, made: 2, pauses: [250] });
    expect(await trying(["403 No", "200 OK"])).to.deep.equal({ kind: "refused", tries: 1, made: 1, pauses: [] });
  });

  it("ends when the tries are used up, with the last answer and without a last pause", async () => {
    expect(await trying(["502 No", "429 No\r\nRetry-After: 7", "503 No"])).to.deep.equal({
      kind: "unknown",
      tries: 3,
      made: 3,
      pauses: [250, 7_000],
    });
    expect(await trying(["429 No"], { maxTries: 1 })).to.deep.equal({ kind: "refused", tries: 1, made: 1, pauses: [] });
  });

  it("does not send a second time what must not be sent twice, but for what was certainly refused", async () => {
    expect(await trying(["502 No", "200 OK"], { once: true })).to.include({ kind: "unknown", made: 1 });
    expect(await trying(["429 No", "200 OK"], { once: true })).to.include({ kind: "success", made: 2 });
  });
});
