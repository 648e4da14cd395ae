import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { reviewLine } from "pulumi-sms/review";
import { accessOf } from "../../review/account";
import { hermeticEnvironment, javaScript } from "../../tools/hermetic";
import { start } from "../../tools/hermetic/command";
import { stepsOf } from "../examples/workflow";
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

describe("the example's workflows do what they say", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(
    { "index.js": index, ...sampleDocuments },
    { config: { "jpush:reviewFeed": "reviews.jsonl" }, environment: () => vendor.environment },
  );

  /** Runs the steps of a workflow that run commands, but the installation; the result is the last one's. */
  async function run(name: string, inputs: Record<string, string> = {}) {
    const commands = stepsOf(name).filter(({ run: command }) => command !== undefined && command !== "npm ci");
    expect(commands).not.to.be.empty;
    let last = { code: null as number | null, output: "" };
    for (const { run: command = "", env = {}, name: step = "" } of commands) {
      if (step === "Feed the decision" && inputs["review"] === undefined) continue;
      const given = Object.fromEntries(
        Object.entries(env).map(([key, value]) => [key, value.replace("${{ inputs.review }}", inputs["review"] ?? "")]),
      );
      // As the service runs a step.
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

  it("file, show the reason of a rejection, and fail where the vendor has something else", async () => {
    const filed = await run("after-review.yml");
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
    const rejected = await run("after-review.yml", { review });
    expect(rejected.code, rejected.output).to.equal(0);
    expect(await app.pulumi.outputs()).to.deep.equal({
      servingSignId: null,
      status: "rejected",
      rejectionReason: reason,
    });
    expect(existsSync(join(app.folder, "pwned"))).to.equal(false);

    const still = await run("drift.yml");
    expect(still.code, still.output).to.equal(0);
    await vendor.control.change(id, { text: "极光短信" });
    const drifted = await run("drift.yml");
    expect(drifted.code, drifted.output).not.to.equal(0);
    expect(drifted.output).to.contain("极光短信");
  });
});
