import { expect } from "chai";
import {
  readApplications,
  readDone,
  readFiling,
  readQuery,
  readSignatures,
  readUpload,
} from "../../provider/huawei/answers";
import { readProjects, readToken } from "../../provider/huawei/iam";
import type { Exchange } from "../../provider/http/exchange";
import { brokenAfter, HTML, reply, table } from "../http/exchanges";
import type { Row } from "../http/exchanges";

const error = (code: unknown, message: unknown = "said so") => ({
  error_code: code,
  error_msg: message,
  error_detail: "",
});

/** What every call reads alike. */
const COMMON: readonly Row[] = [
  ["nothing was sent", { kind: "not-sent", reason: "refused" }, "not-sent"],
  ["the answer broke off", brokenAfter(200), "unknown"],
  ["the envelope with 400", reply(400, error("MSGSMS.0002")), "refused"],
  ["the envelope with 401", reply(401, error("APIGW.0301")), "refused"],
  ["the envelope with 403", reply(403, error("MSGSMS.0006")), "refused"],
  ["the envelope with 404", reply(404, error("MSGSMS.0014")), "refused"],
  ["the envelope with a code nobody knows", reply(418, error("MSGSMS.9999")), "refused"],
  ["the envelope without a message", reply(403, { error_code: "MSGSMS.0002" }), "refused"],
  ["the envelope with a message that is no text", reply(403, error("MSGSMS.0002", { a: 1 })), "refused"],
  ["the envelope of a listed refusal with 500, which may go with it", reply(500, error("MSGSMS.0006")), "refused"],
  ["the code of the current table with 500", reply(500, error("MSGSMS.0188")), "refused"],
  ["401 whose body cannot be read", brokenAfter(401), "refused"],
  ["413 whose body cannot be read", brokenAfter(413), "refused"],
  ["429 whose body cannot be read", brokenAfter(429), "refused"],
  ["403 whose body cannot be read", brokenAfter(403), "unknown"],
  ["401 of a gateway", reply(401, HTML), "refused"],
  ["413 of a gateway", reply(413, HTML), "refused"],
  ["429 without a body", reply(429, ""), "refused"],
  ["an internal error", reply(500, error("MSGSMS.0001")), "unknown"],
  ["the envelope of an unlisted code with 500", reply(500, error("MSGSMS.9999")), "unknown"],
  ["the envelope of the gateway with 500", reply(500, error("APIGW.0301")), "unknown"],
  ["the envelope with 502", reply(502, error("MSGSMS.0006")), "unknown"],
  ["the envelope of a refusal with 200", reply(200, error("MSGSMS.0006")), "unknown"],
  ["a code that is a number", reply(403, error(6)), "unknown"],
  ["an empty code", reply(403, error("")), "unknown"],
  ["HTML with 200", reply(200, HTML), "unknown"],
  ["HTML with 403", reply(403, HTML), "unknown"],
  ["HTML with 502", reply(502, HTML), "unknown"],
  ["a bare 404", reply(404, ""), "unknown"],
  ["a redirect", reply(302, "", { location: "/elsewhere" }), "unknown"],
  ["half of the JSON", reply(200, '{"id":"a"'), "unknown"],
  ["null", reply(200, "null "), "unknown"],
];

describe("Huawei Cloud's answer to a filing is", () => {
  table(
    [
      ...COMMON,
      ["200 and an id", reply(200, { id: "a1", signature_id: "b1", signature_name: "样例" }), "success"],
      ["201 and an id", reply(201, { id: "a1" }), "success"],
      ["an empty 200", reply(200, ""), "unknown"],
      ["200 without an id", reply(200, {}), "unknown"],
      ["200 and a signature_id alone", reply(200, { signature_id: "b1" }), "unknown"],
      ["200 and an empty id", reply(200, { id: "" }), "unknown"],
      ["200 and an id that is a number", reply(200, { id: 7 }), "unknown"],
      ["200 and an id that is null", reply(200, { id: null }), "unknown"],
      ["202 and an id", reply(202, { id: "a1" }), "unknown"],
      ["204", reply(204, ""), "unknown"],
    ],
    (exchange) => readFiling(exchange, null),
  );

  it("a success only under the id that was updated", () => {
    const value = { id: "a1", signatureId: "b1" };
    expect(readFiling(reply(200, { id: "a1", signature_id: "b1" }), "a1")).to.deep.equal({ kind: "success", value });
    expect(readFiling(reply(200, { id: "a1" }), "a1")).to.deep.equal({
      kind: "success",
      value: { id: "a1", signatureId: null },
    });
    expect(readFiling(reply(200, { id: "a2" }), "a1").kind).to.equal("unknown");
  });
});

describe("Huawei Cloud's answer to a query is", () => {
  const present = { id: "a1", signature_id: "b1", signature_name: "样例", status: "PENDING_REVIEW" };
  table(
    [
      ...COMMON.filter(([what]) => !what.startsWith("null")),
      ["what is documented", reply(200, present), "success"],
      ["the same of another id", reply(200, { ...present, id: "a2" }), "unknown"],
      ["no name", reply(200, { ...present, signature_name: undefined }), "unknown"],
      ["no status", reply(200, { ...present, status: undefined }), "unknown"],
      ["a status of null", reply(200, { ...present, status: null }), "unknown"],
      ["a filing's answer", reply(200, { id: "a1", signature_id: "b1", signature_name: "样例" }), "unknown"],
    ],
    (exchange) => readQuery(exchange, "a1"),
  );

  it("read with everything that it may tell, and nothing that it does not", () => {
    const whole = {
      ...present,
      signature_type: "NOTIFY_TYPE",
      signature_source: 5,
      channel_num: "1069",
      review_desc: "blurred",
      create_time: "2022-08-12 07:14:18",
      update_time: "2022-08-12 07:14:19",
    };
    const read = {
      id: "a1",
      signatureId: "b1",
      text: "样例",
      vendorStatus: "PENDING_REVIEW",
      type: "NOTIFY_TYPE",
      source: 5,
      channelNumber: "1069",
      rejectionReason: "blurred",
      createTime: "2022-08-12 07:14:18",
      updateTime: "2022-08-12 07:14:19",
    };
    expect(readQuery(reply(200, whole), "a1")).to.deep.equal({ kind: "success", value: read });
    expect(
      readQuery(reply(200, { ...whole, signature_source: "5" }), "a1"),
      "as the page's example has it",
    ).to.deep.equal({ kind: "success", value: read });
    const nothing = {
      type: null,
      source: null,
      channelNumber: null,
      rejectionReason: null,
      createTime: null,
      updateTime: null,
    };
    for (const absent of [
      {},
      { channel_num: null, signature_source: null, review_desc: "" },
      { channel_num: 7, signature_source: "five" },
    ]) {
      expect(readQuery(reply(200, { ...present, ...absent }), "a1")).to.deep.equal({
        kind: "success",
        value: { ...read, ...nothing },
      });
    }
  });
});

describe("the absence of a Huawei Cloud signature is", () => {
  const reads = (
    exchange: Exchange,
    read = (each: Exchange) => readQuery(each, "a1") as { kind: string; refusal?: { meaning: string } },
  ) => read(exchange).refusal?.meaning;
  for (const code of ["MSGSMS.0005", "MSGSMS.0033"]) {
    for (const status of [400, 403, 404, 500]) {
      it(`${code} with ${status}`, () => {
        expect(reads(reply(status, error(code)))).to.equal("absent");
        expect(reads(reply(status, error(code)), readDone)).to.equal("absent");
      });
    }

    it(`not ${code} of a call that names no signature`, () => {
      for (const read of [(each: Exchange) => readFiling(each, null), readUpload, readSignatures, readApplications]) {
        expect(reads(reply(404, error(code)), read)).to.equal("other");
      }
    });

    it(`not ${code} with a status that says something else`, () => {
      expect(reads(reply(401, error(code)))).to.equal("other");
      expect(reads(reply(502, error(code)))).to.equal(undefined);
    });
  }

  it("no other code", () => {
    for (const code of ["MSGSMS.0012", "MSGSMS.0014", "MSGSMS.0076", "APIGW.0101"])
      expect(reads(reply(404, error(code)))).to.equal("other");
  });
});

describe("Huawei Cloud's answer to a deletion or an activation is", () => {
  table(
    [
      ...COMMON.filter(([what]) => !what.startsWith("null")),
      ["an empty 200", reply(200, ""), "success"],
      ["204", reply(204, ""), "success"],
      ["200 and an empty object", reply(200, {}), "success"],
      ["200 and something else", reply(200, { id: "a1" }), "unknown"],
      ["an empty 302", reply(302, ""), "unknown"],
    ],
    readDone,
  );
});

describe("Huawei Cloud's answer to an upload is", () => {
  table(
    [
      ...COMMON,
      ["200 and a file's id", reply(200, { file_id: "f1", file_name: "a.png" }), "success"],
      ["201 and a file's id", reply(201, { file_id: "f1" }), "success"],
      ["200 and an id", reply(200, { id: "f1" }), "unknown"],
    ],
    readUpload,
  );
});

describe("Huawei Cloud's lists are", () => {
  const item = { id: "a1", signature_name: "样例", status: "PENDING_REVIEW" };
  table(
    [
      ...COMMON,
      ["a page", reply(200, { results: [item], total: 1 }), "success"],
      ["an empty page", reply(200, { results: [], total: 0 }), "success"],
      ["a page without its total", reply(200, { results: [item] }), "unknown"],
      [
        "a page with something that is no signature",
        reply(200, { results: [item, { id: "a2" }], total: 2 }),
        "unknown",
      ],
      ["no page", reply(200, { results: null, total: 0 }), "unknown"],
    ],
    readSignatures,
  );

  it("of applications too", () => {
    const page = { results: [{ id: "app", app_name: "sample", app_key: "key" }], total: 1 };
    expect(readApplications(reply(200, page))).to.deep.equal({
      kind: "success",
      value: { items: [{ id: "app", name: "sample" }], total: 1 },
    });
  });
});

describe("a gateway's refusal", () => {
  it("keeps its request's id, and nothing of the signed request that it repeats", () => {
    const echo = "verify aksk signature fail, canonicalRequest:POST|/v2/p/msgsms/signatures/||x-security-token:SAMPLE|";
    const read = readFiling(reply(401, { error_code: "APIGW.0301", error_msg: echo, request_id: "f91f3feae9" }), null);
    if (read.kind !== "refused") throw new Error(read.kind);
    expect(read.refusal).to.include({ code: "APIGW.0301", words: "" });
    expect(read.refusal.advice).to.include("request f91f3feae9").and.include("clock");
  });

  it("is cut at the signed request also where the service itself passes it on, however much stands before", () => {
    const words = (text: string) => {
      const read = readFiling(reply(403, { error_code: "MSGSMS.0002", error_msg: text }), null);
      return read.kind === "refused" ? read.refusal.words : read.kind;
    };
    expect(words("it is wrong, Canonical-Request:POST|x-security-token:SAMPLE")).to.equal("it is wrong");
    // Within the test's time-out only if it is read in one pass.
    const blanks = " ".repeat(500_000);
    expect(words(`${blanks}it is wrong`)).to.equal(`${blanks}it is wrong`);
    expect(words(`it is wrong${blanks}canonicalRequest`)).to.equal("it is wrong");
  });

  it("asks for patience where it throttles", () => {
    const read = readFiling(
      reply(429, { error_code: "APIGW.0308", error_msg: "The throttling threshold has been reached" }),
      null,
    );
    expect(read).to.have.nested.property("refusal.meaning", "busy");
  });
});

describe("IAM's answers are", () => {
  const NOW = Date.parse("2026-01-01T00:00:00Z");
  const issued = (token: object) => readToken(reply(201, { token }, { "x-subject-token": "SAMPLE" }), NOW);

  it("a token and its life, by its own length", () => {
    const token = { issued_at: "2030-06-01T00:00:00.000000Z", expires_at: "2030-06-01T12:00:00.000000Z" };
    expect(issued(token)).to.deep.equal({
      kind: "success",
      value: { token: "SAMPLE", expiresAt: NOW + 12 * 3_600_000 },
    });
    expect(issued({}), "of a day where it does not say").to.deep.equal({
      kind: "success",
      value: { token: "SAMPLE", expiresAt: NOW + 24 * 3_600_000 },
    });
  });

  table(
    [
      ["201 without the header", reply(201, { token: {} }), "unknown"],
      ["200 with it", reply(200, { token: {} }, { "x-subject-token": "SAMPLE" }), "unknown"],
      ["its own envelope", reply(401, { error: { code: 401, message: "wrong", title: "Unauthorized" } }), "refused"],
      ["the shared envelope", reply(400, { error_code: "IAM.0011", error_msg: "wrong" }), "refused"],
      ["its own envelope with 500", reply(500, { error: { code: 500, message: "" } }), "unknown"],
      ["HTML", reply(502, HTML), "unknown"],
    ],
    (exchange) => readToken(exchange, NOW),
  );

  it("the projects of exactly the region's name", () => {
    const projects = [
      { id: "p1", name: "cn-north-4" },
      { id: "p2", name: "cn-north-4_sub" },
    ];
    expect(readProjects(reply(200, { projects }), "cn-north-4")).to.deep.equal({ kind: "success", value: ["p1"] });
    expect(readProjects(reply(200, {}), "cn-north-4").kind).to.equal("unknown");
  });
});
