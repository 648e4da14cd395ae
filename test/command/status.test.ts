import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../tools/hermetic";
import { failing, InitialisationFailure } from "../provider/support/failures";
import { withStack } from "../provider/support/Stack";

function command(args: readonly string[], journal: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "dist/cli/main.js"), ...args], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], PULUMI_SMS_JOURNAL: journal },
  });
  return { code: status, stdout, stderr };
}

describe("pulumi-sms", () => {
  it("status says where nothing is open", () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-sms-journal-"));
    try {
      const { code, stdout } = command(["status"], join(folder, "none"));
      expect(code).to.equal(0);
      expect(stdout).to.match(/^No killed run has left a filing in /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("status names what is damaged, and what a run set aside", () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-sms-journal-"));
    try {
      for (const name of ["a.json", "b.json.damaged", "b.json.damaged.2", "key"])
        writeFileSync(join(folder, name), '{"v":1,"subj');
      const { code, stdout } = command(["status"], folder);
      expect(code).to.equal(0);
      const [first, ...named] = stdout.trim().split("\n");
      expect(first).to.match(/^No killed run has left a filing in /);
      expect(named).to.have.lengthOf(3);
      expect(named[0]).to.match(/^- a\.json is damaged or cannot be read/);
      for (const line of named.slice(1, 3))
        expect(line).to.match(
          /^- b\.json\.damaged(\.2)? is damaged and was set aside.*look for that signature at the vendor/,
        );
      expect(JSON.parse(command(["status", "--json"], folder).stdout)).to.deep.equal({
        folder,
        open: [],
        unreadable: ["a.json"],
        setAside: ["b.json.damaged", "b.json.damaged.2"],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it(
    "status lists what a run filed until that run has ended in order",
    withStack(async (stack) => {
      const journal = join(stack.folder.path, "journal");
      await stack.up();
      const { stdout } = command(["status"], journal);
      expect(stdout).to.include("brand (jpush:SmsSignature) of sample/dev").and.include("as 37582");
      const { open } = JSON.parse(command(["status", "--json"], journal).stdout) as { open: unknown[] };
      expect(open).to.have.lengthOf(1);
      expect(open[0]).to.include({ name: "brand", operation: "submit", id: 37582 });

      await stack.nextRun();
      expect(command(["status"], journal).stdout).to.match(/^No killed run has left a filing/);
    }),
  );

  it(
    "status tells of one that was to be filed again whose answer never came",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      await stack.vendor.faults([{ kind: "cut-after", method: "POST", path: "/v1/sign/37582" }]);
      await failing(stack.up({ resubmit: "once more" }), InitialisationFailure);
      const journal = join(stack.folder.path, "journal");
      expect(command(["status"], journal).stdout).to.match(/filed 37582 again at \S+, no answer came/);
      const { open } = JSON.parse(command(["status", "--json"], journal).stdout) as { open: unknown[] };
      expect(open).to.have.lengthOf(1);
      expect(open[0]).to.include({ operation: "modify", id: null, target: 37582 });
    }),
  );

  for (const args of [[], ["stauts"], ["status", "--jsn"], ["status", "more"]]) {
    it(`says how it is used when it is called as "${["pulumi-sms", ...args].join(" ")}"`, () => {
      const { code, stdout, stderr } = command(args, "/nowhere");
      expect(code).to.equal(2);
      expect(stdout).to.equal("");
      expect(stderr).to.include("pulumi-sms status [--json]");
    });
  }
});
