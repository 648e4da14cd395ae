import { expect } from "chai";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ControlPlane } from "../../tools/control/ControlPlane";
import { hermeticEnvironment, reap } from "../../tools/hermetic";
import { blocksIn, read } from "../docs/pages";
import { Reader, useOf } from "./Reader";
import { Registry } from "./Registry";

/** The README's port, or where another process has it a free one, which then takes its place in each block. */
async function freePort(): Promise<number> {
  for (const port of [4010, 0]) {
    const server = createServer().listen(port, "127.0.0.1");
    const taken = await Promise.race([once(server, "listening"), once(server, "error")]);
    const address = server.address();
    server.close();
    if (taken.length === 0 && typeof address === "object" && address) return address.port;
  }
  throw new Error("No port is free");
}

describe("README.md, followed in an empty folder with an empty home", function () {
  this.timeout(300_000);
  const blocks = blocksIn(read("README.md"));
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-readme-"));
  const place = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const registry = new Registry(place("registry"));
  const home = place("home");
  let reader: Reader;
  let port: number;
  let printed = "";

  before(async () => {
    port = await freePort();
    await registry.start();
    const { PATH = "" } = hermeticEnvironment(place("kept"));
    reader = new Reader(place("project"), {
      PATH,
      HOME: home,
      LANG: "C.UTF-8",
      // Where it is anyway; what a command leaves running is found by it.
      PULUMI_HOME: join(home, ".pulumi"),
      // Nobody is asked for a newer version of anything.
      PULUMI_SKIP_UPDATE_CHECK: "true",
      npm_config_update_notifier: "false",
      npm_config_registry: registry.url,
    });
  });
  after(() => {
    reader.leave();
    registry.stop();
    reap(join(home, ".pulumi"));
    rmSync(folder, { recursive: true, force: true });
  });

  it("works block by block, in their order", async () => {
    for (const block of blocks) {
      const said = await reader.follow({ ...block, text: block.text.replaceAll("4010", String(port)) });
      printed += said;
      if (block.text.endsWith("sendWith\n")) expect(said.trimEnd().split("\n").at(-1)).to.equal("37582");
    }
  });

  it("has filed what it says", async () => {
    const filed = await new ControlPlane(`http://127.0.0.1:${port}`).signatures();
    expect(filed.map(({ vendor, text, status }) => `${vendor} ${text} ${status}`)).to.have.members([
      "jpush 极光推送 approved",
      "huaweicloud 极光 pending",
      "jpush 极光通知 pending",
    ]);
  });

  it("has printed what the document shows, and no warning", () => {
    const shown = blocks.filter((block) => useOf(block).kind === "read");
    expect(shown).to.have.length(1);
    for (const { text } of shown) expect(printed).to.include(text);
    expect(printed).not.to.match(/^ *warning: /m);
  });
});
