import { expect } from "chai";
import type { Exchange } from "../../provider/http/exchange";
import { brokenAfter, HTML, reply, table } from "../http/exchanges";
import type { Row } from "../http/exchanges";
import { readFiling, readQuery, readRemoval } from "../../provider/jpush/answers";
import { REVISIONS } from "../../provider/jpush/revisions";

const WIRE = REVISIONS["2026-04"];

const error = (code: unknown, message: unknown = "said so") => ({ error: { code, message } });
const notSent: Exchange = { kind: "not-sent", reason: "refused" };

/** What every call reads alike. */
const COMMON: readonly Row[] = [
  ["nothing was sent", notSent, "not-sent"],
  ["the answer broke off", brokenAfter(200), "unknown"],
  ["401 whose body cannot be read", brokenAfter(401), "refused"],
  ["413 whose body cannot be read", brokenAfter(413), "refused"],
  ["429 whose body cannot be read", brokenAfter(429), "refused"],
  ["403 whose body cannot be read", brokenAfter(403), "unknown"],
  ["the envelope with 400", reply(400, error(50003)), "refused"],
  ["the envelope with 401", reply(401, error(50002)), "refused"],
  ["the envelope with 403", reply(403, error(50103)), "refused"],
  ["the envelope with 404", reply(404, error(50016)), "refused"],
  ["the envelope with a code nobody knows", reply(418, error(1)), "refused"],
  ["the envelope without a message", reply(403, { error: { code: 50007 } }), "refused"],
  ["the envelope with a message that is no text", reply(403, error(50007, { a: 1 })), "refused"],
  ["the envelope with more than is known", reply(403, { ...error(50007), trace: 1 }), "refused"],
  ["401 of a gateway", reply(401, HTML, { "content-type": "text/html" }), "refused"],
  ["413 of a gateway", reply(413, HTML), "refused"],
  ["429 without a body", reply(429, ""), "refused"],
  ["the envelope with 500", reply(500, error(50019)), "unknown"],
  ["the envelope with 502", reply(502, error(50103)), "unknown"],
  ["the envelope of a refusal with 200", reply(200, error(50103)), "unknown"],
  ["the envelope of a success with 403", reply(403, error(50000)), "unknown"],
  ["a code that is a text", reply(403, error("50103")), "unknown"],
  ["a code that is a fraction", reply(403, error(50103.5)), "unknown"],
  ["an error that is a text", reply(403, { error: "no" }), "unknown"],
  ["HTML with 200", reply(200, HTML), "unknown"],
  ["HTML with 403", reply(403, HTML), "unknown"],
  ["HTML with 502", reply(502, HTML), "unknown"],
  ["a bare 404", reply(404, ""), "unknown"],
  ["a redirect", reply(302, "", { location: "/v1/sign/1" }), "unknown"],
  ["a redirect that holds an id", reply(307, { sign_id: 1 }), "unknown"],
  ["half of the JSON", reply(200, '{"sign_id":37582'), "unknown"],
];

describe("JPush's answer to a filing is", () => {
  const rows: readonly Row[] = [
    ...COMMON,
    ["200 and an id", reply(200, { sign_id: 37582 }), "success"],
    ["200 and the largest id", reply(200, { sign_id: 2147483647 }), "success"],
    ["200 and an id among other things", reply(200, { sign_id: 1, more: true }), "success"],
    ["an empty 200", reply(200, ""), "unknown"],
    ["200 without an id", reply(200, {}), "unknown"],
    ["200 and an id of 0", reply(200, { sign_id: 0 }), "unknown"],
    ["200 and a negative id", reply(200, { sign_id: -1 }), "unknown"],
    ["200 and an id past the largest", reply(200, { sign_id: 2147483648 }), "unknown"],
    ["200 and an id that is a text", reply(200, { sign_id: "37582" }), "unknown"],
    ["200 and an id that is a fraction", reply(200, { sign_id: 37582.5 }), "unknown"],
    ["200 and an id that is null", reply(200, { sign_id: null }), "unknown"],
    ["200 and null", reply(200, "null"), "unknown"],
    ["200 and a list", reply(200, [{ sign_id: 1 }]), "unknown"],
    ["201 and an id", reply(201, { sign_id: 37582 }), "unknown"],
  ];
  table(rows, (exchange) => readFiling(exchange, null, WIRE));

  it("a success only under the id that was modified", () => {
    expect(readFiling(reply(200, { sign_id: 37582 }), 37582, WIRE)).to.deep.equal({ kind: "success", value: 37582 });
    expect(readFiling(reply(200, { sign_id: 37583 }), 37582, WIRE).kind).to.equal("unknown");
  });
});

describe("JPush's answer to a query is", () => {
  const present = { sign_id: 7, sign: "极光", status: 1, is_default: 1, use_status: 0 };
  const rows: readonly Row[] = [
    ...COMMON,
    ["what is documented", reply(200, present), "success"],
    ["the same of another id", reply(200, { ...present, sign_id: 8 }), "unknown"],
    ["no id", reply(200, { ...present, sign_id: undefined }), "unknown"],
    ["an id that is a text", reply(200, { ...present, sign_id: "7" }), "unknown"],
    ["no text", reply(200, { ...present, sign: undefined }), "unknown"],
    ["no status", reply(200, { ...present, status: undefined }), "unknown"],
    ["a status of null", reply(200, { ...present, status: null }), "unknown"],
    ["a filing's answer", reply(200, { sign_id: 7 }), "unknown"],
    ["an empty 200", reply(200, ""), "unknown"],
  ];
  table(rows, (exchange) => readQuery(exchange, 7, WIRE));

  const flags: [sent: object, read: object][] = [
    [
      { is_default: 1, use_status: 0 },
      { isDefault: true, inUse: false },
    ],
    [
      { is_default: 0, use_status: 1 },
      { isDefault: false, inUse: true },
    ],
    [{}, {}],
    [{ is_default: null, use_status: "1" }, {}],
    [{ status: 9 }, { vendorStatus: "9" }],
    [{ status: "frozen" }, { vendorStatus: "frozen" }],
  ];
  for (const [sent, read] of flags) {
    it(`read as ${JSON.stringify(read)} from ${JSON.stringify(sent)}`, () => {
      const answer = readQuery(reply(200, { sign_id: 7, sign: "极光", status: 1, ...sent }), 7, WIRE);
      expect(answer).to.deep.equal({ kind: "success", value: { text: "极光", vendorStatus: "1", ...read } });
    });
  }
});

describe("JPush's answer to a deletion is", () => {
  const rows: readonly Row[] = [
    ...COMMON,
    ["an empty 200", reply(200, ""), "success"],
    ["200 and a line's end", reply(200, "\r\n"), "success"],
    ["200 and the envelope of a success", reply(200, error(50000, "success")), "success"],
    ["200 and something else", reply(200, { sign_id: 7 }), "unknown"],
    ["an empty 204", reply(204, ""), "unknown"],
  ];
  table(rows, (exchange) => readRemoval(exchange, WIRE));
});
