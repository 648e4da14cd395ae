import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { basic, call, COMPANY, refusal, Rig } from "./support";

const script = join(dirname(require.resolve("sms-emulator/package.json")), "bin", "sms-emulator.js");

interface Running {
  child: ChildProcess;
  output: { stdout: string; stderr: string };
}

describe("the command", () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  function run(...flags: string[]): Running {
    const child = spawn(process.execPath, [script, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
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
    const [, url] = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(running.output.stdout) ?? [];
    if (url === undefined) throw new Error(`not the one line: ${running.output.stdout}`);
    return { ...running, rig: new Rig({ url, reset: async () => undefined, close: async () => undefined }) };
  }

  it("prints one line when it is ready, serves, logs nothing of it, and ends on a signal", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const running = await ready();
      await running.rig.created();
      await running.rig.create({ legalPersonIdNumber: "990000198512319990" });
      await running.rig.vendor("/v1/sign/37582", { headers: { authorization: basic("nobody", "nothing") } });
      running.child.kill(signal);
      const { exit, stdout, stderr } = await ended(running);
      expect(exit).to.equal(0);
      expect(stdout.split("\n")).to.have.length(2);
      for (const secret of [
        COMPANY["legalPersonIdNumber"],
        "990000198512319990",
        COMPANY["legalPersonName"],
        "5e987ac6",
        "Basic",
      ]) {
        expect(stderr).not.to.contain(secret);
      }
    }
  });

  it("hands every flag on", async () => {
    const { rig } = await ready(
      ...["--app-key", "K", "--master-secret", "S", "--reviews-at-once", "2", "--strict", "--revision=2018-03"],
      ...[
        "--app",
        "second:secret:2018-11",
        "--app",
        "third:with:colons",
        "--app",
        "closed:secret",
        "--app",
        "bad:secret",
      ],
      ...["--service-closed", "closed", "--blacklisted", "bad", "--allow-address", "third=203.0.113.7"],
      ...["--blocked-word", "博彩", "--blocked-word", "彩票", "--duplicates", "no", "--absent-code", "50016"],
    );
    const fields = (sign: string) => [{ name: "sign", content: sign }];
    const [first, second] = [rig.as("K", "S"), rig.as("second", "secret")];
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
    expect(refusal(await rig.as("bad", "secret").query(1))).to.deep.equal([403, 50036]);
    expect(refusal(await rig.query(1)), "the sample pair is replaced").to.deep.equal([401, 50002]);
  });

  it("keeps the sample pair beside further apps", async () => {
    const { rig } = await ready("--app", "second:secret", "--auto-approve", "1h");
    expect(await rig.created()).to.equal(37582);
    await rig.control("/clock", "POST", { advance: "1h" });
    expect((await rig.query(37582)).json).to.include({ status: 1 });
  });

  it("tells all flags with --help", async () => {
    const { exit, stdout } = await ended(run("--help"));
    expect(exit).to.equal(0);
    for (const flag of [
      "--port",
      "--app-key",
      "--reviews-at-once",
      "--auto-approve",
      "--revision",
      "--strict",
      "--data",
    ]) {
      expect(stdout).to.contain(flag);
    }
  });

  const wrong: [string[], RegExp][] = [
    [["--prot", "4010"], /Unknown option '--prot'; there are --port, --host, /],
    [["4010"], /Unexpected argument '4010'/],
    [["--port"], /^--port: has no value; write --port PORT\n/],
    [["--port", "http"], /^--port: a whole number from 0, for a free one, to 65535\n/],
    [
      ["--port", "-1"],
      /^--port: what follows begins with a dash, as a flag does; if it is the value, write --port=PORT\n/,
    ],
    [["--port=-1"], /^--port: a whole number from 0/],
    [["--strict=yes"], /^--strict: takes no value; write it alone, or leave it out\n/],
    [["--reviews-at-once", "0"], /^--reviews-at-once: /],
    [["--auto-approve", "2 seconds"], /^--auto-approve: a duration such as/],
    [
      ["--revision", "2017", "--number-checks", "maybe"],
      /^--revision: one of 2026-04, 2018-11, 2018-03\n--number-checks: error or off\n/,
    ],
    [["--delete-pending", "perhaps"], /^--delete-pending: /],
    [["--app-key", "K"], /--app-key and --master-secret go together/],
    [["--app", "only-a-key"], /--app: write it as KEY:SECRET/],
    [["--blacklisted", "nobody"], /--blacklisted: there is no app nobody/],
    [["--allow-address", "203.0.113.7"], /write it as KEY=ADDRESS/],
  ];
  for (const [flags, message] of wrong) {
    it(`refuses ${flags.join(" ")}`, async () => {
      const { exit, stdout, stderr } = await ended(run(...flags));
      expect([exit, stdout]).to.deep.equal([2, ""]);
      expect(stderr).to.match(message);
      expect(stderr).to.not.contain("    at ");
    });
  }

  it("says when the port is taken", async () => {
    const { rig } = await ready();
    const { exit, stdout, stderr } = await ended(run("--port", new URL(rig.emulator.url).port));
    expect([exit, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.contain("the port is taken");
    expect((await call(rig.emulator.url)).status, "the first goes on").to.equal(200);
  });
});
