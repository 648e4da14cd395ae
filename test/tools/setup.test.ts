import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { needsStack } from "../../tools/quickstart/stackNeed";

const hosts = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];
const silent = {
  note: () => undefined,
  failed: () => undefined,
  long: (_: string, __: string, work: () => unknown) => work(),
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pulumi-sms-setup-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A folder with a CLI that can do nothing but tell its version. */
function fakeCli(name: string, version: string, parts = ["pulumi", ...hosts]): string {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  for (const part of parts) {
    writeFileSync(join(place, part), `#!/bin/sh\necho v${version}\n`);
    chmodSync(join(place, part), 0o755);
  }
  return place;
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error("it did not fail");
  return error.message;
}

describe("the set-up: Node", () => {
  it("is refused in words where it is too old", async () => {
    const { requireNode } = await import("../../tools/setup/node.mjs");
    expect(() => requireNode("20.18.3")).to.throw("Node 20.19.0 or newer is needed, this is 20.18.3");
    for (const version of ["20.19.0", "22.4.1", "24.0.0-rc.1"]) requireNode(version);
  });
});

describe("the set-up: a CLI on the PATH", () => {
  const taken = async (...folders: string[]): Promise<string | undefined> => {
    const { cliOnPath } = await import("../../tools/setup/cli/onPath.mjs");
    return (await cliOnPath(folders.join(delimiter)))?.version;
  };

  it("is taken when it is new enough and has its host for Node", async () => {
    expect(await taken(join(folder, "nothing"), fakeCli("new", "3.221.0"))).to.equal("3.221.0");
    expect(await taken(fakeCli("command", "3.220.0", ["pulumi"]), fakeCli("hosts", "", hosts))).to.equal("3.220.0");
  });

  it("is left alone when it is older, does not run or has no host", async () => {
    expect(await taken(fakeCli("old", "3.219.9"))).to.equal(undefined);
    expect(await taken(fakeCli("broken", "nothing"))).to.equal(undefined);
    expect(await taken(fakeCli("alone", "3.259.0", ["pulumi"]))).to.equal(undefined);
    expect(await taken(join(folder, "nothing"))).to.equal(undefined);
  });
});

describe("the set-up: the official release", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function download(
    listener: RequestListener,
    limits: { answerSeconds?: number; pauseSeconds?: number } = {},
  ): Promise<void> {
    const { officialRelease } = await import("../../tools/setup/cli/officialRelease.mjs");
    const listening = createServer(listener);
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
    const { port } = listening.address() as AddressInfo;
    const target = join(folder, "target");
    mkdirSync(target);
    await officialRelease(silent, target, "3.259.0", { address: `http://127.0.0.1:${port}`, ...limits });
  }

  function archive(version: string): Buffer {
    fakeCli("pulumi", version);
    execFileSync("tar", ["-czf", join(folder, "archive"), "-C", folder, "pulumi"]);
    return readFileSync(join(folder, "archive"));
  }

  it("is unpacked beside its hosts", async () => {
    let asked = "";
    await download((request, response) => {
      asked = request.url ?? "";
      response.end(archive("3.259.0"));
    });
    expect(asked).to.match(/^\/pulumi-v3\.259\.0-(linux|darwin)-(x64|arm64)\.tar\.gz$/);
    expect(readdirSync(join(folder, "target")).sort()).to.deep.equal(["pulumi", ...hosts].sort());
  });

  it("is refused when it is something else", async () => {
    const other = download((_, response) => response.end(archive("3.258.0")));
    expect(await messageOf(other)).to.include("does not run here: v3.258.0");
  });

  for (const [what, listener, reason] of [
    ["refused", (_, response) => response.writeHead(403).end(), "HTTP 403"],
    ["never answered", () => undefined, "no answer in 0.2 s"],
    ["given no end", (_, response) => void response.write("a beginning"), "nothing came for 0.2 s"],
    ["cut", (_, response) => void response.write("a beginning", () => response.destroy()), ""],
  ] satisfies [string, RequestListener, string][]) {
    it(`is given up when it is ${what}`, async () => {
      const tried = download(listener, { answerSeconds: 0.2, pauseSeconds: 0.2 });
      expect(await messageOf(tried))
        .to.include("could not be downloaded")
        .and.include(reason);
    });
  }
});

describe("the set-up: where the CLI is kept", () => {
  const given = process.env["XDG_CACHE_HOME"];
  beforeEach(() => {
    process.env["XDG_CACHE_HOME"] = folder;
  });
  afterEach(() => {
    if (given === undefined) delete process.env["XDG_CACHE_HOME"];
    else process.env["XDG_CACHE_HOME"] = given;
  });

  const kept = (): string[] => readdirSync(join(folder, "pulumi-sms", "cli"));
  const fill =
    (text: string) =>
    async (place: string): Promise<void> =>
      writeFileSync(join(place, "pulumi"), text);

  it("has a CLI whole or not at all", async () => {
    const { place, placed } = await import("../../tools/setup/cli/cache.mjs");
    const failing = place("3.0.0-key", async (half: string) => {
      await fill("half")(half);
      throw new Error("interrupted");
    });
    expect(await messageOf(failing)).to.equal("interrupted");
    expect(kept()).to.deep.equal([]);
    expect(await placed("3.0.0-key")).to.equal(undefined);

    const { folder: whole } = await place("3.0.0-key", fill("whole"));
    expect(kept()).to.deep.equal(["3.0.0-key"]);
    expect((await placed("3.0.0-key"))?.folder).to.equal(whole);
  });

  it("is the first one's when two come at once", async () => {
    const { place } = await import("../../tools/setup/cli/cache.mjs");
    const [first, second] = await Promise.all([place("3.0.0-key", fill("CLI")), place("3.0.0-key", fill("CLI"))]);
    expect(first).to.deep.equal(second);
    expect(kept()).to.deep.equal(["3.0.0-key"]);
    expect(readFileSync(join(first.folder, "pulumi"), "utf8")).to.equal("CLI");
  });
});

describe("npm run pulumi", () => {
  it("needs a stack for what works on one, unless one is named", () => {
    for (const line of [
      "up",
      "up --yes",
      "preview",
      "config set a b",
      "stack",
      "stack export",
      "destroy --yes",
      "--color never up",
    ]) {
      expect(needsStack(line.split(" ")), line).to.equal(true);
    }
    for (const line of [
      "",
      "version",
      "stack ls",
      "stack init test",
      "stack select test",
      "up --stack test",
      "up -s test",
      "up --help",
      "plugin ls",
    ]) {
      expect(needsStack(line.split(" ").filter(Boolean)), line).to.equal(false);
    }
  });
});
