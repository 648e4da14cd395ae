import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { HuaweiRig, refused, type Body } from "./huaweicloud";
import { basic, call, closeAfterEach, COMPANY, refusal, Rig, start } from "./support";

const script = join(dirname(require.resolve("sms-emulator/package.json")), "bin", "sms-emulator.js");

interface Running {
  child: ChildProcess;
  output: { stdout: string; stderr: string };
}

describe("the command", () => {
  const children: ChildProcess[] = [];
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "sms-emulator-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  closeAfterEach();
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  function run(...flags: string[]): Running {
    const child = spawn(process.execPath, [script, ...flags], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    children.push(child);
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => (output.stdout += String(chunk)));
    child.stderr.on("data", (chunk) => (output.stderr += String(chunk)));
    return { child, output };
  }

  /** Resolves to what was printed and the exit code. */
  async function ended({ child, output }: Running) {
    const [exit] = await once(child, "close");
    return { exit, ...output };
  }

  async function ready(...flags: string[]): Promise<Running & { rig: Rig }> {
    const running = run(...flags);
    while (!running.output.stdout.includes("\n")) {
      await Promise.race([once(running.child.stdout!, "data"), once(running.child, "exit")]);
      if (running.child.exitCode !== null) throw new Error(running.output.stderr);
    }
    const [, url] = /^listening on (http:\/\/[\d.]+:\d+)\n/.exec(running.output.stdout) ?? [];
    if (url === undefined) throw new Error(`not the line that programs wait for: ${running.output.stdout}`);
    const stay = async () => undefined;
    const emulator = { url: url.replace("0.0.0.0", "127.0.0.1"), environment: {}, reset: stay, close: stay };
    return { ...running, rig: new Rig(emulator) };
  }

  /** The environment of a shell that has read the `export` lines of what was printed. */
  function exported(stdout: string): Record<string, string> {
    const lines = stdout.split("\n").filter((line) => line.startsWith("export "));
    const { stdout: listed } = spawnSync("sh", ["-c", `${lines.join("\n")}\nenv -0`], { env: {}, encoding: "utf8" });
    const entries = listed.split("\0").map((line) => /^((?:JPUSH|HW)_\w+)=([^]*)$/.exec(line));
    return Object.fromEntries(entries.flatMap((match) => (match ? [[match[1]!, match[2]!]] : [])));
  }

  it("says where it listens, where its page is and how a program finds it, logs nothing, and ends on a signal", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const running = await ready();
      const { url } = running.rig.emulator;
      const { stdout } = running.output;
      expect(stdout).to.contain(`\nReview console: ${url}/\n`);
      expect(exported(stdout)).to.deep.equal({
        JPUSH_APP_KEY: "7d431e42dfa6a6d693ac2d04",
        JPUSH_MASTER_SECRET: "5e987ac6d2e04d95a9d8f0d1",
        JPUSH_ENDPOINT: url,
        HW_REGION_NAME: "cn-north-4",
        HW_PROJECT_ID: "77b6a44cba5143ab91d13ab9a8ff44fd",
        HW_ACCESS_KEY: "QTWAOYTTINDUT2QVKYUC",
        HW_SECRET_KEY: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
        HW_MSGSMS_ENDPOINT: url,
        HW_IAM_ENDPOINT: url,
      });

      await running.rig.created();
      await running.rig.create({ legalPersonIdNumber: "990000198512319990" });
      await running.rig.vendor("/v1/sign/37582", { headers: { authorization: basic("nobody", "nothing") } });
      running.child.kill(signal);
      expect(await ended(running)).to.deep.equal({ exit: 0, stdout, stderr: "" });
      expect(stdout).not.to.contain(COMPANY["legalPersonName"]);
    }
  });

  it("takes every other setting from its config file, and leads a program to what was set", async () => {
    const config = {
      host: "0.0.0.0",
      autoApprove: "1h",
      jpush: {
        appKey: "overridden",
        masterSecret: "overridden",
        revision: "2018-03",
        apps: [
          { key: "second", secret: "secret", revision: "2018-11" },
          { key: "third", secret: "with:colons", allowedAddresses: ["203.0.113.7"] },
          { key: "closed", secret: "secret", serviceOpened: false },
        ],
        blockedWords: ["博彩", "彩票"],
        duplicates: false,
        absentCode: 50016,
      },
      huaweicloud: {
        accessKey: "AK",
        secretKey: "SK",
        securityToken: "temporary",
        projectId: "mine",
        region: "cn-south-1",
        apps: ["first", "second"],
        httpStatuses: { "MSGSMS.0002": 400 },
        createdStatus: 201,
        absentCode: "MSGSMS.0033",
        site: "cn",
        names: "contains",
        utcOffset: -5,
        nulls: true,
      },
    };
    writeFileSync(join(folder, "emulator.json"), JSON.stringify(config));
    const secret = `it's "$HOME" \`id\``;
    const { rig, output } = await ready(
      ...[
        "--config",
        "emulator.json",
        "--app-key",
        "K",
        "--master-secret",
        secret,
        "--reviews-at-once",
        "2",
        "--strict",
      ],
    );
    const environment = exported(output.stdout);
    const { url } = rig.emulator;
    expect(output.stdout).to.contain(`\nReview console: ${url}/\n`);
    expect(environment).to.include({ JPUSH_ENDPOINT: url, HW_IAM_ENDPOINT: url, HW_REGION_NAME: "cn-south-1" });
    const told = (await rig.control("/environment")).json as { vendor: string; exports: string }[];
    expect(told.map(({ vendor }) => vendor)).to.deep.equal(["jpush", "huaweicloud"]);
    expect(output.stdout).to.contain(`\n${told.map(({ exports }) => exports).join("\n")}\n`);

    const fields = (sign: string) => [{ name: "sign", content: sign }];
    const [first, second] = [
      rig.as(environment["JPUSH_APP_KEY"]!, environment["JPUSH_MASTER_SECRET"]!),
      rig.as("second", "secret"),
    ];
    expect((await first.form("/v1/sign", fields("极光"))).status).to.equal(200);
    expect(refusal(await first.form("/v1/sign", fields("极光"))), "duplicates").to.deep.equal([403, 50104]);
    expect(refusal(await first.form("/v1/sign", fields("彩票站"))), "blocked word").to.deep.equal([403, 50037]);
    expect((await first.form("/v1/sign", fields("推送"))).status, "two at once").to.equal(200);
    expect(refusal(await first.form("/v1/sign", fields("短信")))).to.deep.equal([403, 50103]);
    const typed = [...fields("极光"), { name: "type", content: "2" }];
    expect(refusal(await first.form("/v1/sign", typed)), "strict, 2018-03").to.deep.equal([403, 50007]);
    expect((await second.form("/v1/sign", typed)).status, "2018-11").to.equal(200);
    expect(refusal(await second.query(1)), "absent").to.deep.equal([404, 50016]);
    expect(refusal(await rig.as("third", "with:colons").query(1))).to.deep.equal([403, 50035]);
    expect(refusal(await rig.as("closed", "secret").query(1))).to.deep.equal([403, 50008]);
    expect(refusal(await rig.query(1)), "the sample pair is replaced").to.deep.equal([401, 50002]);

    const { HW_ACCESS_KEY, HW_SECRET_KEY, HW_SECURITY_TOKEN, HW_PROJECT_ID } = environment;
    const keys = { accessKey: HW_ACCESS_KEY!, secretKey: HW_SECRET_KEY!, securityToken: HW_SECURITY_TOKEN! };
    const huawei = new HuaweiRig(rig.emulator, keys, HW_PROJECT_ID);
    const { results } = (await huawei.vendor("/apps?app_name=ir")).json as { results: Body[] };
    expect(results.map((one) => one["app_name"])).to.deep.equal(["first"]);
    const created = await huawei.create({ signature_type: "PROMOTION_TYPE", qualification_id: "q1" });
    expect(created.status).to.equal(201);
    expect(refused(await huawei.create({ signature_name: undefined }))).to.deep.equal([400, "MSGSMS.0002"]);
    expect(refused(await huawei.show("none"))).to.deep.equal([404, "MSGSMS.0033"]);
    const shown = (await huawei.show((created.json as { id: string }).id)).json as Body;
    expect(shown).to.include({ site: "cn", channel_num: null });
    const written = Date.parse(`${String(shown["create_time"]).replace(" ", "T")}-05:00`);
    expect(Math.abs(Date.now() - written), "of this hour").to.be.lessThan(1_800_000);

    await rig.control("/clock", "POST", { advance: "1h" });
    expect((await first.query(37582)).json).to.include({ status: 1 });
  });

  it("tells its flags on one screen", async () => {
    const { exit, stdout } = await ended(run("--help"));
    expect(exit).to.equal(0);
    expect([...stdout.matchAll(/^ {2}--([\w-]+)/gm)].map(([, name]) => name)).to.deep.equal([
      ...["port", "app-key", "master-secret", "revision", "reviews-at-once", "auto-approve", "strict", "data"],
      ...["config", "help"],
    ]);
    const lines = stdout.split("\n");
    expect(lines.length).to.be.at.most(24);
    expect(Math.max(...lines.map((line) => line.length))).to.be.at.most(80);
  });

  it("ends with 2 and a line for each argument that cannot be used", async () => {
    const { exit, stdout, stderr } = await ended(run("--port", "http", "--reviews-at-once", "0"));
    expect([exit, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(
      /^--port: a whole number from 0, .+\n--reviews-at-once: .+\nsms-emulator --help tells more\n$/,
    );
  });

  it("names the port that is taken, and what to do", async () => {
    const rig = await start();
    const { port } = new URL(rig.emulator.url);
    const { exit, stdout, stderr } = await ended(run("--port", port));
    expect([exit, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.equal(
      `port ${port} is taken: end what listens there, or take a free port with --port 0 or another one\n`,
    );
    expect((await call(rig.emulator.url)).status, "the first goes on").to.equal(200);
  });
});
