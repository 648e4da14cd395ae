import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { HuaweiRig, refused, type Body } from "./huaweicloud";
import { call } from "./support";

const script = join(dirname(require.resolve("sms-emulator/package.json")), "bin", "sms-emulator.js");

describe("the command with Huawei Cloud", () => {
  const running: ReturnType<typeof spawn>[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  });

  function run(...flags: string[]) {
    const child = spawn(process.execPath, [script, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
    running.push(child);
    return child;
  }

  async function ready(...flags: string[]): Promise<HuaweiRig> {
    const child = run(...flags);
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    const [line] = await Promise.race([once(child.stdout, "data"), once(child, "close").then(() => [said])]);
    const [, url] = /^listening on (\S+)\n$/.exec(String(line)) ?? [];
    if (url === undefined) throw new Error(String(line));
    return new HuaweiRig({ url, reset: async () => undefined, close: async () => undefined });
  }

  it("hands every flag on", async () => {
    const sample = await ready(
      ...[
        "--hw-access-key",
        "AK",
        "--hw-secret-key",
        "SK",
        "--hw-security-token",
        "temporary",
        "--hw-project-id",
        "mine",
      ],
      ...[
        "--hw-region",
        "cn-south-1",
        "--hw-user-name",
        "user",
        "--hw-user-password",
        "password",
        "--hw-domain-name",
        "domain",
      ],
      ...[
        "--hw-app",
        "first",
        "--hw-app",
        "second",
        "--hw-http-status",
        "MSGSMS.0002=400",
        "--hw-http-status",
        "MSGSMS.0013=500",
      ],
      ...["--hw-created-status", "201", "--hw-deleted-status", "200", "--hw-absent-code", "MSGSMS.0033"],
      ...[
        "--hw-duplicate-code",
        "MSGSMS.0004",
        "--hw-absent-app-code",
        "MSGSMS.0076",
        "--hw-service-opened",
        "yes",
        "--hw-site",
        "cn",
      ],
      ...["--hw-name-checks", "yes", "--hw-source-titles", "yes", "--hw-names", "contains", "--hw-file-limit", "10"],
      ...["--hw-utc-offset=-5", "--hw-nulls", "yes"],
    );
    expect(refused(await sample.vendor("/apps")), "the sample pair is replaced").to.deep.equal([401, "APIGW.0301"]);
    const rig = sample.as({ accessKey: "AK", secretKey: "SK", securityToken: "temporary" }, "mine");
    const { results } = (await rig.vendor("/apps?app_name=ir")).json as { results: Body[] };
    expect(results.map((one) => one["app_name"])).to.deep.equal(["first"]);
    const body = { signature_type: "PROMOTION_TYPE", qualification_id: "q1" };
    const created = await rig.create(body);
    expect(created.status).to.equal(201);
    expect(refused(await rig.create(body))).to.deep.equal([403, "MSGSMS.0004"]);
    expect(refused(await rig.create({ signature_name: "a_b" }))).to.deep.equal([400, "MSGSMS.0002"]);
    expect(refused(await rig.create({ signature_source: 1 }))).to.deep.equal([400, "MSGSMS.0002"]);
    expect(refused(await rig.create({ app_id: "none" }))).to.deep.equal([404, "MSGSMS.0076"]);
    expect(refused(await rig.upload())).to.deep.equal([400, "MSGSMS.0002"]);
    expect(refused(await rig.show("none"))).to.deep.equal([404, "MSGSMS.0033"]);
    const { id } = created.json as { id: string };
    const shown = (await rig.show(id)).json as Body;
    expect(shown).to.include({ site: "cn", channel_num: null });
    const written = Date.parse(`${String(shown["create_time"]).replace(" ", "T")}-05:00`);
    expect(Math.abs(Date.now() - written), "of this hour").to.be.lessThan(1_800_000);
    expect((await rig.delete(id)).status).to.equal(200);
    const auth = {
      identity: {
        methods: ["password"],
        password: { user: { name: "user", password: "password", domain: { name: "domain" } } },
      },
      scope: { project: { name: "cn-south-1" } },
    };
    const token = await call(`${rig.emulator.url}/v3/auth/tokens`, { method: "POST", body: JSON.stringify({ auth }) });
    expect(token.status).to.equal(201);
  });

  it("serves the samples beside JPush's without a flag", async () => {
    const rig = await ready();
    expect(await rig.created()).to.be.a("string");
    expect((await call(rig.emulator.url)).text).to.match(/^sms-emulator: jpush, huaweicloud;/);
  });

  const wrong: [string[], RegExp][] = [
    [["--hw-http-status", "MSGSMS.0002"], /^--hw-http-status: write it as CODE=STATUS, such as MSGSMS\.0002=400\n/],
    [["--hw-http-status", "MSGSMS.9999=400"], /^--hw-http-status MSGSMS\.9999: is no code; there are MSGSMS\.0001, /],
    [
      ["--hw-http-status", "MSGSMS.0005=99", "--hw-http-status", "MSGSMS.0002=400"],
      /^--hw-http-status MSGSMS\.0005: an HTTP status from 200 to 599\n/,
    ],
    [["--hw-site", "us"], /^--hw-site: intl or cn\n/],
    [["--hw-app", ""], /^--hw-app: /],
    [["--hw-access-key", "AK"], /--hw-access-key and --hw-secret-key go together/],
    [
      ["--hw-names=some", "--hw-deleted-status=202"],
      /^--hw-deleted-status: 200 or 204\n--hw-names: exact or contains\n/,
    ],
  ];
  for (const [flags, message] of wrong) {
    it(`refuses ${flags.join(" ")}`, async () => {
      const child = run(...flags);
      let said = "";
      child.stderr.on("data", (chunk) => (said += String(chunk)));
      const [exit] = await once(child, "close");
      expect(exit).to.equal(2);
      expect(said).to.match(message);
    });
  }
});
