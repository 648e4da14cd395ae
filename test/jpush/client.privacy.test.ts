import { expect } from "chai";
import { RawServer } from "../http/servers";
import { accountAt, APP_KEY, connect, ID_CARD, ID_NUMBER, JPushRig, MASTER_SECRET, PERSON } from "./rig";
import { everythingOf } from "../support/everythingOf";

const BASIC = Buffer.from(`${APP_KEY}:${MASTER_SECRET}`).toString("base64");

const PRIVATE = [
  MASTER_SECRET,
  BASIC,
  PERSON,
  encodeURIComponent(PERSON),
  ID_NUMBER,
  ID_NUMBER.toLowerCase(),
  ...[ID_CARD, ID_CARD.subarray(16, 30)].flatMap((bytes) => [
    bytes.toString("latin1"),
    bytes.toString("base64").slice(0, 18),
    bytes.toString("hex"),
  ]),
];

function expectNothingPrivate(answer: { readonly kind: string } | { readonly error: Error }): void {
  if (!("error" in answer)) throw new Error("it went well");
  const everything = everythingOf(answer.error);
  expect(everything).to.contain("/v1/sign");
  for (const value of PRIVATE) expect(everything).not.to.contain(value);
}

/** A server that repeats in its refusal whatever it was sent. */
const parrot = (status: number, envelope: boolean) =>
  RawServer.start((socket) => {
    let heard = "";
    socket.on("data", (data) => {
      heard += data.toString();
      const ended = heard.startsWith("POST") ? /--\r\n$/.test(heard) : heard.includes("\r\n\r\n");
      if (!ended) return;
      const said = [ID_NUMBER.toLowerCase(), encodeURIComponent(PERSON), heard].join(" ");
      const body = envelope ? JSON.stringify({ error: { code: 50007, message: said } }) : said;
      socket.end(
        `HTTP/1.1 ${status} ${ID_NUMBER}\r\nContent-Type: text/${ID_NUMBER}; ${ID_NUMBER}\r\nX-Said: ${ID_NUMBER}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
  });

describe("what is private stays out of every error", () => {
  let rig: JPushRig;
  before(async () => {
    rig = await JPushRig.start();
  });
  after(() => rig.close());
  beforeEach(() => rig.reset());

  const faults = [
    { kind: "cut-before" },
    { kind: "cut-after" },
    { kind: "html" },
    { kind: "malformed", taken: true },
    { kind: "oversized" },
    { kind: "status", code: 50019 },
    { kind: "status", code: 50009 },
    { kind: "status", code: 50002 },
    { kind: "status", code: 50103 },
    { kind: "status", code: 50105 },
    { kind: "status", status: 403, code: 50007, message: `${PERSON} ${ID_NUMBER} ${BASIC} ${MASTER_SECRET}` },
  ];
  for (const fault of faults) {
    it(`when the answer is ${fault.kind} ${"code" in fault ? fault.code : ""}`, async () => {
      await rig.faults(fault);
      const jpush = connect(accountAt(rig.url));
      expectNothingPrivate(await jpush.submit());
      expectNothingPrivate(await jpush.modify(1));
      expectNothingPrivate(await jpush.query(1));
      expectNothingPrivate(await jpush.remove(1));
    });
  }

  const parrots: [status: number, envelope: boolean][] = [
    [403, true],
    [403, false],
    [200, false],
    [502, true],
  ];
  for (const [status, envelope] of parrots) {
    it(`when ${status} repeats the request ${envelope ? "in JPush's envelope" : "as it came"}`, async () => {
      const server = await parrot(status, envelope);
      try {
        const jpush = connect(accountAt(server.url));
        expectNothingPrivate(await jpush.submit());
        expectNothingPrivate(await jpush.modify(1));
      } finally {
        await server.close();
      }
    });
  }

  it("when nothing is sent, or something else than HTTP comes back", async () => {
    const server = await RawServer.answering(`${ID_NUMBER} ${PERSON}\r\n`);
    const jpush = connect(accountAt(server.url));
    expectNothingPrivate(await jpush.submit());
    await server.close();
    expectNothingPrivate(await jpush.submit());
  });
});
