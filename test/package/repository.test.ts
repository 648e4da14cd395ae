import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../tools/hermetic";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const picture = (name: string): Buffer => readFileSync(join(root, "examples/quickstart/documents", name));

describe("the repository", () => {
  it("names no registry in its lock file, so that everybody installs from their own", () => {
    expect(read("package-lock.json")).not.to.match(/"resolved": "https?:/);
  });

  it("compiles the quickstart against the SDK that it is tested with", () => {
    const { devDependencies } = JSON.parse(read("package.json"));
    const { dependencies } = JSON.parse(read("examples/quickstart/package.json"));
    expect(dependencies["@pulumi/pulumi"]).to.equal(devDependencies["@pulumi/pulumi"]);
  });

  it("gives npm the bundle of the plugin, and neither archives nor the executable", () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-sms-files-"));
    try {
      copyFileSync(join(root, "package.json"), join(folder, "package.json"));
      const built = ["dist/sdk/index.js", "dist-plugin/index.js", "dist-plugin/schema.json"];
      const released = ["dist-release/checksums.txt", "dist-release/plugin.tar.gz", "dist-release/linux-amd64/plugin"];
      for (const file of [...built, ...released]) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), "");
      }
      const listing = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: folder });
      const [{ files }] = JSON.parse(listing.toString());
      const paths = files.map(({ path }: { path: string }) => path);
      expect(paths).to.have.members(["package.json", ...built]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("has the emulator bring the quickstart's documents as samples", () => {
    for (const name of ["id-card.jpg", "licence.png"])
      expect(readFileSync(join(root, "emulator/samples", name)).equals(picture(name)), name).to.equal(true);
  });

  it("has pictures that are what their names say, and small", () => {
    expect(picture("id-card.jpg").subarray(0, 3).toString("hex")).to.equal("ffd8ff");
    expect(picture("licence.png").subarray(0, 8).toString("hex")).to.equal("89504e470d0a1a0a");
    expect(picture("id-card.jpg").length + picture("licence.png").length).to.be.below(80_000);
  });
});
