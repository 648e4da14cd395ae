import { expect } from "chai";
import type { EmulatorOptions } from "sms-emulator";
import {
  APP_KEY,
  basic,
  BOUNDARY,
  call,
  closeAfterEach,
  MASTER_SECRET,
  refusal,
  start,
  type Answer,
  type Rig,
} from "./support";

const app = { key: APP_KEY, secret: MASTER_SECRET };
const multipartType = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };

interface Case {
  code: number;
  status: number;
  message: string;
  of: string;
  options?: EmulatorOptions;
  cause: (rig: Rig) => Promise<Answer>;
}

const post = (rig: Rig, headers: Record<string, string>, body?: string) =>
  rig.vendor("/v1/sign", { method: "POST", headers, ...(body === undefined ? {} : { body }) });

/** The table of the vendor's page, each line with a way to get there. */
const cases: Case[] = [
  {
    code: 50001,
    status: 400,
    message: "missing auth",
    of: "no credentials",
    cause: (rig) => call(`${rig.emulator.url}/v1/sign/1`),
  },
  {
    code: 50002,
    status: 401,
    message: "auth failed",
    of: "a wrong secret",
    cause: (rig) => rig.as(APP_KEY, "wrong").create(),
  },
  {
    code: 50002,
    status: 401,
    message: "auth failed",
    of: "an unknown app",
    cause: (rig) => rig.as("nobody", MASTER_SECRET).create(),
  },
  {
    code: 50002,
    status: 401,
    message: "auth failed",
    of: "credentials of another scheme",
    cause: (rig) => rig.vendor("/v1/sign/1", { headers: { authorization: basic().replace("Basic", "Bearer") } }),
  },
  { code: 50003, status: 400, message: "missing body", of: "no body", cause: (rig) => post(rig, multipartType) },
  { code: 50003, status: 400, message: "missing body", of: "neither body nor type", cause: (rig) => post(rig, {}) },
  {
    code: 50007,
    status: 403,
    message: "invalid body",
    of: "a body that ends early",
    cause: (rig) => post(rig, multipartType, `--${BOUNDARY}\r\nContent-Disposition: form-data; name="sign"\r\n\r\n极`),
  },
  {
    code: 50007,
    status: 403,
    message: "invalid body",
    of: "a body without the boundary",
    cause: (rig) => post(rig, multipartType, "sign=1"),
  },
  {
    code: 50007,
    status: 403,
    message: "invalid body",
    of: "a type without boundary",
    cause: (rig) => post(rig, { "content-type": "multipart/form-data" }, "x"),
  },
  {
    code: 50007,
    status: 403,
    message: "invalid body",
    of: "a field that is missing",
    cause: (rig) => rig.create({ legalPersonName: undefined }),
  },
  {
    code: 50008,
    status: 403,
    message: "no sms code auth",
    of: "an app without the service",
    options: { apps: [{ ...app, serviceOpened: false }] },
    cause: (rig) => rig.query(1),
  },
  {
    code: 50009,
    status: 403,
    message: "out of frequency",
    of: "too many calls",
    options: { rateLimit: "1/1m" },
    cause: (rig) => rig.create().then(() => rig.create()),
  },
  { code: 50016, status: 404, message: "api not found", of: "another path", cause: (rig) => rig.vendor("/v1/signs") },
  {
    code: 50016,
    status: 404,
    message: "api not found",
    of: "a deeper path",
    cause: (rig) => rig.vendor("/v1/sign/1/images"),
  },
  {
    code: 50017,
    status: 415,
    message: "media not supported",
    of: "JSON",
    cause: (rig) => post(rig, { "content-type": "application/json" }, '{"sign":"极光"}'),
  },
  {
    code: 50017,
    status: 415,
    message: "media not supported",
    of: "a body without type",
    cause: (rig) => post(rig, {}, "sign=1"),
  },
  {
    code: 50018,
    status: 405,
    message: "request method not support",
    of: "PUT of one",
    cause: (rig) => rig.vendor("/v1/sign/1", { method: "PUT" }),
  },
  {
    code: 50018,
    status: 405,
    message: "request method not support",
    of: "a list",
    cause: (rig) => rig.vendor("/v1/sign"),
  },
  {
    code: 50035,
    status: 403,
    message: "illegal IP",
    of: "an address off the list",
    options: { apps: [{ ...app, allowedAddresses: ["203.0.113.7"] }] },
    cause: (rig) => rig.query(1),
  },
  {
    code: 50036,
    status: 403,
    message: "app in blacklist",
    of: "a blacklisted app",
    options: { apps: [{ ...app, blacklisted: true }] },
    cause: (rig) => rig.query(1),
  },
  {
    code: 50037,
    status: 403,
    message: "text has a blocked word",
    of: "a blocked word",
    options: { blockedWords: ["博彩"] },
    cause: (rig) => rig.create({ sign: "大博彩网" }),
  },
  {
    code: 50101,
    status: 403,
    message: "invalid image",
    of: "a text for an image",
    cause: (rig) => rig.create({ idCardImage: "@/home/me/card.png" }),
  },
  {
    code: 50102,
    status: 403,
    message: "invalid sign id",
    of: "an id that never was",
    cause: (rig) => rig.query(37582),
  },
  {
    code: 50102,
    status: 403,
    message: "invalid sign id",
    of: "an id that is none",
    cause: (rig) => rig.vendor("/v1/sign/abc"),
  },
  {
    code: 50103,
    status: 403,
    message: "other signatures in the audit",
    of: "a second one under review",
    cause: (rig) => rig.create().then(() => rig.create()),
  },
  {
    code: 50104,
    status: 403,
    message: "invalid signature",
    of: "brackets in the text",
    cause: (rig) => rig.create({ sign: "【极光】" }),
  },
  {
    code: 50105,
    status: 403,
    message: "default signature cannot be deleted",
    of: "deleting the default",
    cause: async (rig) => {
      const id = await rig.reviewed("approve");
      await rig.control(`/signatures/jpush/${id}/default`, "POST");
      return rig.delete(id);
    },
  },
];

describe("the vendor's codes", () => {
  closeAfterEach();

  for (const { code, status, message, of, options, cause } of cases) {
    it(`${code} for ${of}`, async () => {
      const answer = await cause(await start(options));
      expect(answer.status).to.equal(status);
      expect(answer.text).to.equal(JSON.stringify({ error: { code, message } }));
    });
  }

  it("are all there by a fault, too, those of 2018-03 included", async () => {
    const rig = await start();
    const listed = new Map(cases.map(({ code, status }) => [code, status]));
    for (const [code, status] of [...listed, [50019, 500], [50013, 403], [50025, 403]] as const) {
      await rig.control("/faults", "PUT", [{ kind: "status", code }]);
      expect(refusal(await rig.query(1))).to.deep.equal([status, code]);
    }
  });

  it("come with a word about the reason in a header, which never repeats what was sent", async () => {
    const rig = await start();
    const answer = await rig.create({ legalPersonIdNumber: "990000198512319990" });
    expect(refusal(answer)).to.deep.equal([403, 50007]);
    expect(answer.headers["x-emulator-detail"]).to.equal("legalPersonIdNumber: has a wrong check character");
  });

  it("let an app in from an address of its list", async () => {
    const rig = await start({ apps: [{ ...app, allowedAddresses: ["127.0.0.1"] }] });
    expect(await rig.created()).to.equal(37582);
  });

  it("count the frequency on the emulator's clock, for each app alone", async () => {
    const rig = await start({ rateLimit: "2/1h", reviewsAtOnce: 9, apps: [{ key: "second", secret: "secret" }] });
    await rig.created();
    await rig.created();
    expect(refusal(await rig.create())).to.deep.equal([403, 50009]);
    expect(await rig.as("second", "secret").created()).to.equal(37584);
    await rig.control("/clock", "POST", { advance: "1h" });
    expect(await rig.created()).to.equal(37585);
  });
});
