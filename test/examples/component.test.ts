import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "../../tools/hermetic";

describe("the unit test of the example component", function () {
  this.timeout(120_000);

  it("passes by the example's own command", () => {
    const cwd = join(root, "examples/component");
    const { status, stdout, stderr } = spawnSync("npm", ["test"], { cwd, encoding: "utf8" });
    expect(status, stdout + stderr).to.equal(0);
    expect(stdout).to.match(/\d+ passing/);
  });
});
