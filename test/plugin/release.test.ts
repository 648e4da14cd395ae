import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";
import { root } from "../../tools/hermetic";
import { systemName } from "../../tools/plugin/archive";
import { ProviderProcess } from "../provider/support/ProviderProcess";
import { PLUGIN_FILES, releasedPlugin } from "./packed";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const BUNDLE = `pulumi-resource-sms-v${version}.tar.gz`;
const WITHOUT_NODE = `pulumi-resource-sms-v${version}-${systemName()}.tar.gz`;

describe("what is published beside the npm package", function () {
  this.timeout(300_000);
  let folder = "";
  const unpacked = mkdtempSync(join(realpathSync(tmpdir()), "pulumi-sms-unpacked-"));
  before(async () => {
    folder = await releasedPlugin();
  });
  after(() => rmSync(unpacked, { recursive: true, force: true }));

  const heldBy = (archive: string): string[] =>
    execFileSync("tar", ["-tzf", join(folder, archive)], { encoding: "utf8" })
      .trim()
      .split("\n");

  it("names systems as the CLI does when it looks for an archive", () => {
    expect(systemName({ platform: "win32", arch: "x64" })).to.equal("windows-amd64");
    expect(systemName({ platform: "darwin", arch: "arm64" })).to.equal("darwin-arm64");
  });

  it("is an archive of the bundle, and one without Node, each with the licences of what it holds", () => {
    expect(heldBy(BUNDLE)).to.have.members(PLUGIN_FILES);
    expect(heldBy(WITHOUT_NODE)).to.have.members([
      "LICENSE",
      "NODE-LICENSE.txt",
      "NOTICES.txt",
      "pulumi-resource-sms",
      "schema.json",
    ]);
  });

  it("has a checksum of each, in the form that `sha256sum --check` reads", () => {
    const checksums = readFileSync(join(folder, "checksums.txt"), "utf8");
    const lines = [...checksums.matchAll(/^([0-9a-f]{64}) {2}(.+)\n/gm)];
    expect(lines.map(([line]) => line).join("")).to.equal(checksums);
    expect(lines.map(([, , name]) => name)).to.have.members([
      BUNDLE,
      WITHOUT_NODE,
      `${systemName()}/pulumi-resource-sms`,
    ]);
    for (const [, sum, name = ""] of lines) {
      const hash = createHash("sha256").update(readFileSync(join(folder, name)));
      expect(hash.digest("hex"), name).to.equal(sum);
    }
  });

  it("runs from its archive where nothing is on the PATH, and tells its schema with Node's own licence beside it", async () => {
    execFileSync("tar", ["-xzf", join(folder, WITHOUT_NODE), "-C", unpacked]);
    const plugin = await ProviderProcess.start({
      command: [join(unpacked, "pulumi-resource-sms")],
      folder: unpacked,
      environment: { PATH: "" },
    });
    try {
      const answer = await plugin.call(service.getSchema, new proto.GetSchemaRequest());
      expect(JSON.parse(answer.getSchema())).to.include({ name: "sms", version });
    } finally {
      await plugin.stop();
    }
    expect(readFileSync(join(unpacked, "NODE-LICENSE.txt"), "utf8")).to.include("Node.js");
  });
});
