import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { generatedFiles } from "../../tools/generate/files";
import { root } from "../../tools/hermetic";

describe("what is made from the property tables", function () {
  this.timeout(60_000);

  it("is current: `npm run generate` would change nothing", async () => {
    const files = await generatedFiles();
    expect(files.map(([name]) => name)).to.include.members(["sdk/generated/jpush.ts", "docs/reference/settings.md"]);
    for (const [name, text] of files) expect(readFileSync(join(root, name), "utf8"), name).to.equal(text);
  });
});
