import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { ControlPlane } from "../../tools/control/ControlPlane";
import { root } from "../../tools/hermetic";
import { program } from "../support";
import { example } from "./example";

/** The vendors' variables of a shell that has read the lines. */
function variablesAfter(lines: string): Record<string, string> {
  const { stdout } = spawnSync("sh", ["-c", `${lines}\nenv`], { env: {}, encoding: "utf8" });
  return Object.fromEntries(
    [...stdout.matchAll(/^((?:JPUSH|HW)_\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

describe("the first three lines of the emulator's README", function () {
  this.timeout(120_000);
  let lines: readonly string[] = [];
  let child: ChildProcess | undefined;
  let printed = "";
  let control: ControlPlane;

  before(async () => {
    const port = await freePort();
    control = new ControlPlane(`http://127.0.0.1:${port}`);
    const [, block = ""] = /^```\n(.*?)```$/ms.exec(readFileSync(join(root, "emulator", "README.md"), "utf8")) ?? [];
    lines = block.trim().replaceAll("4010", String(port)).split("\n");
    child = spawn("sh", ["-c", lines[0] ?? ""], { cwd: root, detached: true, stdio: ["ignore", "pipe", "inherit"] });
    while (!printed.includes("Nothing reaches a vendor")) {
      const [event, code] = await Promise.race([
        once(child.stdout!, "data").then(([chunk]) => [String(chunk)] as const),
        once(child, "exit").then(([exit]) => ["", `exit code ${exit}`] as const),
      ]);
      if (code !== undefined) throw new Error(`${lines[0]} ended: ${code}`);
      printed += event;
    }
  });
  after(() => child?.pid !== undefined && process.kill(-child.pid, "SIGTERM"));

  const exported = () => variablesAfter(printed.replace(/^(?!export ).*$/gm, ""));
  const app = program(example("two-vendors"), { environment: exported });

  it("lead a program of both vendors to the emulator, by the lines that the emulator prints", async () => {
    expect(lines).to.have.lengthOf(3);
    const pasted = variablesAfter(lines[1] ?? "");
    expect(Object.keys(pasted)).to.have.members(["JPUSH_APP_KEY", "JPUSH_MASTER_SECRET", "JPUSH_ENDPOINT"]);
    expect(exported()).to.include(pasted);
    expect(lines[2]).to.match(/^pulumi up +#/);
    await app.pulumi.up();
    expect((await control.signatures()).map(({ vendor, status }) => `${vendor} ${status}`).sort()).to.deep.equal([
      "huaweicloud pending",
      "huaweicloud pending",
      "jpush pending",
    ]);
  });
});
