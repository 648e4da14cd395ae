import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { root } from "../../tools/hermetic";

describe("the demo", function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Where the demo's emulator listens, once it says so. */
  function emulator(): string | undefined {
    const logs = readdirSync(folder).map((name) => join(folder, name, "emulator.log"));
    return logs
      .filter((log) => existsSync(log))
      .map((log) => /listening on (\S+)/.exec(readFileSync(log, "utf8"))?.[1])[0];
  }

  it("leaves nothing behind when it is interrupted while it sets its stage up", async () => {
    const demo = spawn(process.execPath, ["-r", "tsx/cjs", "tools/demo.ts"], {
      cwd: root,
      env: { ...process.env, TMPDIR: folder },
      stdio: "ignore",
    });
    const ended = once(demo, "exit");
    let url = emulator();
    for (; url === undefined && demo.exitCode === null; url = emulator()) await setTimeout(10);
    demo.kill("SIGINT");
    expect(await ended).to.deep.equal([130, null]);
    expect(readdirSync(folder).filter((name) => name.startsWith("pulumi-sms-demo-"))).to.deep.equal([]);
    // Its emulator has been told to end, and does so in a moment.
    const answers = () =>
      fetch(`${url}/_emulator/signatures`).then(
        () => true,
        () => false,
      );
    for (let left = 100; left > 0 && (await answers()); left--) await setTimeout(50);
    expect(await answers(), "the emulator still answers").to.equal(false);
  });
});
