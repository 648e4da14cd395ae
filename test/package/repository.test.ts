import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../tools/hermetic";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

describe("the repository", () => {
  it("names no registry in its lock file, so that everybody installs from their own", () => {
    expect(read("package-lock.json")).not.to.match(/"resolved": "https?:/);
  });

  it("compiles the quickstart against the SDK that it is tested with", () => {
    const { devDependencies } = JSON.parse(read("package.json"));
    const { dependencies } = JSON.parse(read("examples/quickstart/package.json"));
    expect(dependencies["@pulumi/pulumi"]).to.equal(devDependencies["@pulumi/pulumi"]);
  });

  it("has pictures that are what their names say, and small", () => {
    const picture = (name: string): Buffer => readFileSync(join(root, "examples/quickstart/documents", name));
    expect(picture("id-card.jpg").subarray(0, 3).toString("hex")).to.equal("ffd8ff");
    expect(picture("licence.png").subarray(0, 8).toString("hex")).to.equal("89504e470d0a1a0a");
    expect(picture("id-card.jpg").length + picture("licence.png").length).to.be.below(80_000);
  });
});
