import { expect } from "chai";
import { resolveAccess } from "../../provider/huawei/access";
import { sourcesOf } from "../../provider/settings/sources";
import { SYSTEM_TIMING } from "../../provider/http/timing";
import { identifyProject } from "../../provider/huawei/projects";
import { RawServer } from "../http/servers";
import { png } from "../documents/samples";
import { accountAt, ACCESS_KEY, connect, ENTERPRISE, HuaweiRig, KEYS, MEMORY, Scans, SECRET_KEY } from "./rig";
import { everythingOf } from "../support/everythingOf";

const SECURITY_TOKEN = "SAMPLE-SECURITY-TOKEN";
const PASSWORD = "SAMPLE-PASSWORD/é";
const SCAN = Buffer.concat([png(40), Buffer.from("SAMPLE-SCAN-OF-NOBODY")]);

const WAYS = {
  "access keys": { ...KEYS, "huaweicloud:securityToken": SECURITY_TOKEN },
  "a token": { "huaweicloud:token": "SAMPLE-GIVEN-TOKEN" },
  "a user": { "huaweicloud:userName": "user", "huaweicloud:password": PASSWORD, "huaweicloud:domainName": "domain" },
};

const PRIVATE = [
  SECRET_KEY,
  SECURITY_TOKEN,
  "SAMPLE-GIVEN-TOKEN",
  PASSWORD,
  encodeURIComponent(PASSWORD),
  "SAMPLE-SCAN",
  SCAN.toString("base64").slice(60, 84),
  "canonicalRequest",
];

function expectNothingPrivate(answer: object): void {
  if (!("error" in answer) || !(answer.error instanceof Error))
    throw new Error(`it went well: ${JSON.stringify(answer)}`);
  const everything = everythingOf(answer.error);
  for (const value of PRIVATE) expect(everything).not.to.include(value);
}

/** A server that repeats whatever it was sent, as the vendor's gateway does with the canonical request. */
const parrot = (status: number, code: string | null) =>
  RawServer.start((socket) => {
    let heard = "";
    socket.on("data", (data) => {
      heard += data.toString("latin1");
      const end = heard.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(heard.slice(0, end))?.[1] ?? 0);
      if (end < 0 || heard.length - end - 4 < length) return;
      // IAM's password, and the token in exchange for it.
      const said = `canonicalRequest:${heard.replaceAll("\n", "|")} ${encodeURIComponent(heard)}`;
      const answer =
        code === null
          ? said
          : JSON.stringify({ error_code: code, error_msg: said, error_detail: said, request_id: "f91f3fea" });
      const token = heard.startsWith("POST /v3/auth/tokens") && code !== "IAM.0001";
      if (token)
        socket.end(`HTTP/1.1 201 Created\r\nX-Subject-Token: SAMPLE-GIVEN-TOKEN\r\nContent-Length: 2\r\n\r\n{}`);
      else
        socket.end(
          `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`,
        );
    });
  });

describe("what is private stays out of every error of Huawei Cloud's", () => {
  const scans = new Scans();
  const inputs = { ...ENTERPRISE, appName: undefined, appId: "app", businessLicense: scans.make("licence.png", SCAN) };
  after(() => scans.remove());

  for (const [way, settings] of Object.entries(WAYS)) {
    for (const [status, code] of [
      [401, "APIGW.0301"],
      [403, "MSGSMS.0002"],
      [403, "IAM.0001"],
      [500, "MSGSMS.0001"],
      [403, null],
      [200, null],
    ] as const) {
      it(`with ${way}, when ${status} repeats the request ${code === null ? "as it came" : `in the envelope of ${code}`}`, async () => {
        const server = await parrot(status, code);
        try {
          const account = accountAt(server.url, { ...settings, "huaweicloud:maxTries": "1" });
          const huawei = connect(account, { inputs, folder: scans.folder });
          expectNothingPrivate(await huawei.submit());
          expectNothingPrivate(await connect(account, { inputs: { ...inputs, businessLicense: undefined } }).submit());
          expectNothingPrivate(await huawei.query("1"));
          expectNothingPrivate(await huawei.activate("1"));
          expectNothingPrivate(await huawei.find({ text: "样例", sentAt: new Date().toISOString(), digests: {} }));
          expectNothingPrivate(await huawei.remove("1"));
        } finally {
          await server.close();
        }
      });
    }

    it(`with ${way}, when the project is looked up`, async () => {
      const server = await parrot(403, "APIGW.0302");
      try {
        const config = {
          "huaweicloud:region": "cn-north-4",
          "huaweicloud:endpoint": server.url,
          "huaweicloud:iamEndpoint": server.url,
          ...settings,
        };
        const resolution = resolveAccess(sourcesOf(config, {}));
        if (resolution.kind !== "unidentified") throw new Error(resolution.kind);
        const error = await identifyProject(resolution.access, { memory: MEMORY, timing: SYSTEM_TIMING }).then(
          () => ({}),
          (failure: Error) => ({ error: failure }),
        );
        expectNothingPrivate(error);
      } finally {
        await server.close();
      }
    });
  }

  it("when a reviewer quotes it as the reason of a rejection", async () => {
    const rig = await HuaweiRig.of();
    try {
      const huawei = connect(accountAt(rig.url));
      const filed = await huawei.submit();
      if (filed.kind !== "taken") throw new Error(filed.kind);
      await rig.review(filed.id, "reject", `of 99000119900307001X\u001b[31m\nand ${SECRET_KEY}`);
      expect(await huawei.query(filed.id)).to.include({
        status: "rejected",
        rejectionReason: "of [hidden][31m and [hidden]",
      });
    } finally {
      await rig.close();
    }
  });

  it("when the vendor does not take the signature", async () => {
    const rig = await HuaweiRig.of();
    try {
      const refused = await connect(accountAt(rig.url, { ...KEYS, "huaweicloud:secretKey": "SAMPLE-WRONG" })).query(
        "1",
      );
      expectNothingPrivate(refused);
      expect(refused).to.have.nested.property("error.message").that.includes("APIGW.0301").and.not.includes(ACCESS_KEY);
    } finally {
      await rig.close();
    }
  });
});
