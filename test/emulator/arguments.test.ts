import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
// In this process: a process for each row of the tables would take most of the suite's time.
import { introduction } from "../../emulator/src/command/introduction";
import { readArguments } from "../../emulator/src/command/read";

/** A line for each argument, or each setting of a config file, that is refused. */
function refusals(...argv: string[]): string[] {
  try {
    readArguments(argv);
  } catch (error) {
    const { problems } = error as { problems: { option: string; message: string }[] };
    return problems.map(({ option, message }) => (option === "" ? message : `${option}: ${message}`));
  }
  return [];
}

describe("the command's arguments", () => {
  const wrong: [string[], RegExp][] = [
    [["--prot", "4010"], /^--prot: is not a flag; did you mean --port\? There are --port, --app-key, /],
    [["--master-secrt=S3CRET"], /^--master-secrt: is not a flag; did you mean --master-secret\? There are [^3]+$/],
    [["--colour"], /^--colour: is not a flag; there are --port, /],
    [["-p", "4010"], /^-p: is not a flag; there are --port, /],
    [["4010"], /^an argument is neither a flag nor a flag's value; there are --port, /],
    [["--port"], /^--port: has no value; write --port PORT$/],
    [["--port", "http"], /^--port: a whole number from 0, for a free one, to 65535$/],
    [["--port", "-1"], /^--port: what follows begins with a dash, .*; if it is the value, write --port=PORT$/],
    [["--port=-1"], /^--port: a whole number from 0/],
    [["--strict=yes"], /^--strict: takes no value; write it alone, or leave it out$/],
    [["--auto-approve", "2 seconds"], /^--auto-approve: a duration such as/],
    [["--revision", "2017"], /^--revision: one of 2026-04, 2018-11, 2018-03$/],
    [["--revision", "2026-4"], /^--revision: one of 2026-04, 2018-11, 2018-03; did you mean 2026-04\?$/],
    [["--app-key", "K"], /^--app-key: needs --master-secret beside it$/],
    [["--master-secret", "S"], /^--master-secret: needs --app-key beside it$/],
    [["--data", ""], /^--data: /],
  ];
  for (const [argv, message] of wrong) {
    it(`are refused: ${argv.join(" ")}`, () => {
      const lines = refusals(...argv);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(message);
    });
  }

  it("say where the setting of a flag of former versions stands now, all of them at once", () => {
    const argv = ["--number-checks", "off", "--hw-access-key=AK", "--app", "K:S", "--app", "L:S", "--port", "0"];
    expect(
      refusals(...argv, "--hw-http-status", "MSGSMS.0002=400", "--blacklisted", "K", "--host", "::1"),
    ).to.deep.equal([
      "--number-checks: moved to the config file as jpush.numberChecks; see --config",
      "--hw-access-key: moved to the config file as huaweicloud.accessKey; see --config",
      "--app: moved to the config file as jpush.apps; see --config",
      "--hw-http-status: moved to the config file as huaweicloud.httpStatuses; see --config",
      "--blacklisted: moved to the config file as jpush.apps, blacklisted; see --config",
      "--host: moved to the config file as host; see --config",
    ]);
  });
});

describe("the config file", () => {
  let file: string;
  before(() => (file = join(mkdtempSync(join(tmpdir(), "sms-emulator-")), "emulator.json")));
  after(() => rmSync(join(file, ".."), { recursive: true, force: true }));

  const written = (content: unknown): void =>
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));

  it("sets what the options of startEmulator set, and a flag takes precedence", () => {
    written({
      port: 1,
      data: "kept.json",
      strict: true,
      jpush: { reviewsAtOnce: 3, revision: "2018-11" },
      huaweicloud: { serviceOpened: false, accounts: [] },
    });
    expect(readArguments(["--config", file, "--port", "4010", "--revision", "2018-03"])!.options).to.deep.equal({
      port: 4010,
      data: "kept.json",
      strict: true,
      reviewsAtOnce: 3,
      revision: "2018-03",
      hwServiceOpened: false,
      hwAccounts: [],
    });
  });

  it("is refused with a line for each setting that cannot be used, by its name", () => {
    written({
      hots: "127.0.0.1",
      reviewsAtOnce: 2,
      jpush: {
        colour: "red",
        maxSingLength: 8,
        numberChecks: "eror",
        deletePending: "yes",
        apps: [{ key: "K" }, { key: "K", secret: "S", revison: "2018-03" }],
        absentCode: 1,
        appKey: "K",
      },
      huaweicloud: {
        hwSite: "cn",
        accessKey: "AK",
        site: "us",
        names: "some",
        deletedStatus: 202,
        apps: [],
        httpStatuses: { "MSGSMS.9999": 400, "MSGSMS.0005": 99 },
      },
    });
    const lines = refusals("--config", file, "--port", "http");
    const expected = [
      `${file}: hots: is not a setting; did you mean host? There are port, host, data, autoApprove, strict, jpush, huaweicloud`,
      `${file}: reviewsAtOnce: is not a setting; write it as jpush.reviewsAtOnce`,
      `${file}: jpush.colour: is not a setting; there are jpush.appKey, `,
      `${file}: jpush.maxSingLength: is not a setting; did you mean maxSignLength? There are jpush.appKey, `,
      `${file}: jpush.numberChecks: error or off; did you mean error?`,
      `${file}: jpush.deletePending: `,
      `${file}: jpush.apps.0.secret: `,
      `${file}: jpush.apps.1.revison: is not an option; did you mean revision? There are key, secret, revision, `,
      `${file}: jpush.absentCode: one of 50001, `,
      `${file}: jpush.appKey: needs jpush.masterSecret beside it`,
      `${file}: huaweicloud.hwSite: is not a setting; write it as huaweicloud.site`,
      `${file}: huaweicloud.accessKey: needs huaweicloud.secretKey beside it`,
      `${file}: huaweicloud.site: intl or cn`,
      `${file}: huaweicloud.names: exact or contains`,
      `${file}: huaweicloud.deletedStatus: 200 or 204`,
      `${file}: huaweicloud.apps: `,
      `${file}: huaweicloud.httpStatuses.MSGSMS.9999: is no code; there are MSGSMS.0001, `,
      `${file}: huaweicloud.httpStatuses.MSGSMS.0005: an HTTP status from 200 to 599`,
      "--port: a whole number from 0, for a free one, to 65535",
    ];
    const missing = expected.filter((start) => !lines.some((line) => line.startsWith(start)));
    expect(missing, lines.join("\n")).to.deep.equal([]);
    expect(lines).to.have.length(expected.length);
  });

  const unusable: [string, string, string][] = [
    ["is no JSON", '{ "jpush": { "masterSecret": "S3CRET', " is not JSON"],
    ["holds no object", "[]", " does not hold a JSON object"],
    ["has a vendor that is no object", '{"jpush":"K"}', ": jpush: is not a JSON object of settings"],
  ];
  for (const [name, content, message] of unusable) {
    it(`is refused when it ${name}, without a word of what is in it`, () => {
      written(content);
      const [line, ...others] = refusals("--config", file);
      expect(others).to.deep.equal([]);
      expect(line).to.contain(`${file}${message}`).and.not.contain("S3CRET");
    });
  }

  it("is refused when it is not there", () => {
    expect(refusals("--config", `${file}.none`)).to.deep.equal([`--config: ${file}.none cannot be read (ENOENT)`]);
  });
});

describe("the command's introduction", () => {
  const told = (url: string) => {
    const stay = async () => undefined;
    return introduction({ url, environment: {}, reset: stay, close: stay }).split("\n");
  };

  it("names the review console where a browser reaches it, and says where none does", () => {
    expect(told("http://[::]:4010")).to.include("Review console: http://127.0.0.1:4010/");
    expect(told("http://[::1]:4010")).to.include("Review console: http://[::1]:4010/");
    const elsewhere = told("http://192.0.2.1:4010");
    expect(elsewhere[0]).to.equal("listening on http://192.0.2.1:4010");
    expect(elsewhere.join("\n")).to.contain("No review console").and.not.contain("Review console:");
  });
});
