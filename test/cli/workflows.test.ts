import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { reviewLine } from "pulumi-sms/review";
import { parse } from "yaml";
import { accessOf } from "../../review/account";
import { hermeticEnvironment, javaScript } from "../../tools/hermetic";
import { start } from "../../tools/hermetic/command";
import { firstCode } from "../docs/pages";
import type { Step } from "../examples/workflow";
import { stepsIn, stepsOf } from "../examples/workflow";
import { emulator, program, sampleDocuments, samplePair } from "../support";

const index = `
const { JPushSmsSignature } = require("pulumi-sms");
const { servingSignId, status, rejectionReason } = new JPushSmsSignature("brand", {
  sign: "极光推送",
  type: 1,
  legalPersonName: "张样本",
  legalPersonIdNumber: "999999199001010008",
  socialCreditCode: "91999999000000000G",
  idCardImage: "documents/id-card.jpg",
  businessLicenseImage: "documents/licence.png",
});
module.exports = { servingSignId, status, rejectionReason };
`;

const github = firstCode("docs/guides/github-actions.md", "yaml");
const gitlab = parse(firstCode("docs/guides/gitlab-ci.md", "yaml"));

/** The commands of one of GitLab's jobs. */
function stepsOfGitLab(job: string): readonly Step[] {
  return [...gitlab.default.before_script, ...gitlab[job].script].map((command) => ({ run: command }));
}

describe("the pipelines of the example and of the guides do what they say", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(
    { "index.js": index, ...sampleDocuments },
    { config: { "jpush:reviewFeed": "reviews.jsonl" }, environment: () => vendor.environment },
  );

  /** Runs the steps that run commands, but the installation; the result is the last one's. */
  async function run(steps: readonly Step[], inputs: Record<string, string> = {}) {
    const commands = steps.filter(({ run: command }) => command !== undefined && command !== "npm ci");
    expect(commands).not.to.be.empty;
    let last = { code: null as number | null, output: "" };
    for (const { run: command = "", env = {}, name: step = "" } of commands) {
      if (step === "Feed the decision" && inputs["review"] === undefined) continue;
      const given = Object.fromEntries(
        Object.entries(env).map(([key, value]) => [key, value.replace("${{ inputs.review }}", inputs["review"] ?? "")]),
      );
      // As the services run a step.
      const shell = ["--noprofile", "--norc", "-eo", "pipefail", "-c", command];
      const running = start("bash", shell, {
        cwd: app.folder,
        limitMs: 120_000,
        env: {
          ...hermeticEnvironment(app.keptFolder),
          ...vendor.environment,
          PULUMI_STACK: "dev",
          ...javaScript,
          ...given,
        },
      });
      last = await running.finished;
      if (last.code !== 0) break;
    }
    return last;
  }

  it("preview, file, show the reason of a rejection, and fail where the vendor has something else", async () => {
    const previewed = await run(stepsIn(github, "preview"));
    expect(previewed.code, previewed.output).to.equal(0);
    expect(previewed.output).to.include("JPush: will file 【极光推送】 for review.");
    expect(await vendor.control.signatures()).to.be.empty;

    const filed = await run(stepsOfGitLab("up"));
    expect(filed.code, filed.output).to.equal(0);
    const id = Number((await vendor.control.signatures())[0]!.id);

    const reason = `it's "blurred" $(touch pwned) \`touch pwned\` 模糊`;
    await vendor.control.reject(id, reason);
    const { fingerprint } = accessOf({ ...samplePair, endpoint: vendor.url });
    const review = reviewLine({
      signId: id,
      status: "rejected",
      reason,
      at: new Date().toISOString(),
      account: fingerprint,
    });
    const rejected = await run(stepsOf("after-review.yml"), { review });
    expect(rejected.code, rejected.output).to.equal(0);
    expect(await app.pulumi.outputs()).to.deep.equal({
      servingSignId: null,
      status: "rejected",
      rejectionReason: reason,
    });
    expect(existsSync(join(app.folder, "pwned"))).to.equal(false);

    const still = await run(stepsOfGitLab("drift"));
    expect(still.code, still.output).to.equal(0);
    await vendor.control.change(id, { text: "极光短信" });
    const drifted = await run(stepsOf("drift.yml"));
    expect(drifted.code, drifted.output).not.to.equal(0);
    expect(drifted.output).to.contain("极光短信");
  });

  it("bring the stack up to date by one command, whatever the service", () => {
    const commands = (steps: readonly Step[]) => steps.flatMap(({ run: command = [] }) => command);
    expect(commands(stepsIn(github, "up"))).to.deep.equal(commands(stepsOfGitLab("up")));
    expect(commands(stepsOf("drift.yml"))).to.deep.equal(commands(stepsOfGitLab("drift")));
  });
});
