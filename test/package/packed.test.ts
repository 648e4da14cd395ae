import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../tools/hermetic";
import { linksIn, READMES } from "../docs/pages";
import { bundledCompiler, compile, currentCompiler } from "./compile";
import { installPacked } from "./installed";
import { PLUGIN_FILES } from "../plugin/packed";
import { pack, stagedPackage } from "./staged";

const typeScriptProgram = `
  import * as pulumi from "@pulumi/pulumi";
  import { JPushProvider, JPushSignatureType, JPushSmsSignature, JPushSmsSignatureArgs } from "pulumi-sms";
  import * as handlers from "pulumi-sms/provider";

  const args: JPushSmsSignatureArgs = {
    sign: "极光推送",
    type: JPushSignatureType.Company,
    legalPersonName: pulumi.output("张样本"),
    legalPersonIdNumber: "999999199001010008",
    socialCreditCode: "91999999000000000G",
    idCardImage: new pulumi.asset.FileAsset("documents/id-card.jpg"),
    businessLicenseImage: { sha256: "0".repeat(64), path: "documents/licence.png" },
  };
  const provider = new JPushProvider("subsidiary", { appKey: "key", masterSecret: "secret" });
  const signature = new JPushSmsSignature("brand", args, { provider });
  export const servingSignId: pulumi.Output<number | null> = signature.servingSignId;
  export const handler: object = handlers.jpushSmsSignature;
`;

const receiverProgram = `
  import { createServer } from "node:http";
  import { reviewFeed, reviewReceiver, Review } from "pulumi-sms/review";

  const feed = reviewFeed("reviews.jsonl");
  const receiver = reviewReceiver({
    appKey: "key",
    masterSecret: "secret",
    onReview: async (review: Review) => {
      const status: "approved" | "rejected" | "unknown" = review.status;
      if (status === "rejected") await feed.append(review);
    },
  });
  export const server = createServer((request, response) => void receiver.node(request, response));
  export const POST: (request: Request) => Promise<Response> = receiver.fetch;
`;

/**
 * The most that each published package may be: the archive's bytes, the bytes of its files, the number of its files. Who
 * needs more raises it here, and so sees it; who needs much less lowers it.
 */
const BUDGETS = {
  "pulumi-sms": { size: 900_000, unpackedSize: 3_600_000, entryCount: 450 },
  "sms-emulator": { size: 160_000, unpackedSize: 430_000, entryCount: 240 },
};

describe("the packed package in an unrelated project", function () {
  this.timeout(120_000);
  let staged = "";
  let folder = "";
  before(async () => {
    staged = await stagedPackage();
    folder = installPacked(staged);
  });
  after(() => {
    for (const each of [staged, folder]) rmSync(each, { recursive: true, force: true });
  });

  const installed = (): string => join(folder, "node_modules", "pulumi-sms");

  for (const [name, most] of Object.entries(BUDGETS)) {
    it(`keeps ${name} within its budget`, () => {
      const packed = pack(name === "pulumi-sms" ? staged : join(root, "emulator"), "--dry-run");
      for (const measure of ["size", "unpackedSize", "entryCount"] as const) {
        expect(packed[measure], measure).to.be.within(0.8 * most[measure], most[measure]);
      }
    });
  }

  it("says nothing of how the repository is laid out", () => {
    const published = JSON.parse(readFileSync(join(installed(), "package.json"), "utf8"));
    expect(Object.keys(published)).to.include.members(["name", "exports"]).and.not.include("workspaces");
    expect(JSON.stringify({ ...published, devDependencies: {} })).not.to.match(/"(file|link|workspace):/);
  });

  it("brings what its READMEs link to", () => {
    for (const readme of READMES) {
      const links = linksIn(readFileSync(join(installed(), readme), "utf8")).filter((link) => !/^https?:/.test(link));
      expect(links).not.to.be.empty;
      expect(
        links.filter((link) => !existsSync(join(installed(), link.replace(/#.*/, "")))),
        readme,
      ).to.deep.equal([]);
    }
  });

  it("holds compiled code with its declarations, the plugin and documents, and nothing else", () => {
    const files = readdirSync(installed(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed().length + 1));
    expect(files.filter((file) => file.startsWith("dist/provider/plugin/"))).to.deep.equal([]);
    const code = /^dist\/(cli|properties|provider|review|sdk)\/.*\.(js|d\.ts)$/;
    const documents = /^docs\/.*\.(md|svg)$|^[\w.-]+\.md$/;
    const others = files.filter((file) => !code.test(file) && !documents.test(file));
    expect(others).to.have.members([
      ...["LICENSE", "package.json"],
      ...PLUGIN_FILES.map((file) => `dist-plugin/${file}`),
    ]);
    expect(files).to.include.members([
      "dist/sdk/index.js",
      "dist/sdk/index.d.ts",
      "dist/provider/index.js",
      "dist/provider/index.d.ts",
    ]);
  });

  it("brings its command", () => {
    const journal = join(folder, "no-journal");
    const env = { ...process.env, PULUMI_SMS_JOURNAL: journal };
    const printed = execFileSync(join(folder, "node_modules/.bin/pulumi-sms"), ["status"], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    expect(printed).to.equal(`No killed run has left a filing in ${journal}.\n`);
  });

  it("is required from JavaScript", () => {
    const script = `
      const names = (entry) => Object.keys(require(entry)).sort();
      const entries = ["pulumi-sms", "pulumi-sms/provider", "pulumi-sms/review"].map(names);
      console.log(JSON.stringify([...entries, require("pulumi-sms/package.json").name]));
    `;
    const [sdk, provider, review, name] = JSON.parse(
      execFileSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" }),
    );
    expect(sdk).to.include.members(["JPushProvider", "JPushSignatureType", "JPushSmsSignature"]);
    expect(provider).to.include("jpushSmsSignature");
    expect(review).to.deep.equal(["reviewFeed", "reviewLine", "reviewReceiver"]);
    expect(name).to.equal("pulumi-sms");
  });

  describe("compiles with", () => {
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    /** What the compiler says of a program, of the same with a wrong input, and of a receiver. */
    const programs = (receiver = receiverProgram) => ({
      right: [file("program.ts", typeScriptProgram), file("receiver.ts", receiver)],
      wrong: file("wrong.ts", typeScriptProgram.replace('"极光推送"', "7")),
    });

    it("the TypeScript that the SDK brings along, and refuses a wrong input", () => {
      const ts = bundledCompiler();
      expect(ts.version).to.equal("3.8.3");
      // Without Node's own server, whose declarations are beyond it.
      const { right, wrong } = programs(receiverProgram.replace(/^.*createServer.*$/gm, ""));
      const found = compile(ts, [...right, wrong], { moduleResolution: ts.ModuleResolutionKind.NodeJs });
      expect(found.filter((each) => !each.startsWith(wrong))).to.deep.equal([]);
      expect(found.join("\n")).to.include("Type 'number' is not assignable");
    });

    const { Node10, Node16, Bundler } = currentCompiler().ModuleResolutionKind;
    const { CommonJS, Node16: node16, ES2022 } = currentCompiler().ModuleKind;
    for (const [name, moduleResolution, module] of [
      ["node", Node10, CommonJS],
      ["node16", Node16, node16],
      ["bundler", Bundler, ES2022],
    ] as const) {
      it(`the current one, which resolves modules as ${name}, and refuses a wrong input`, () => {
        const { right, wrong } = programs();
        const found = compile(currentCompiler(), [...right, wrong], { moduleResolution, module });
        expect(found.filter((each) => !each.startsWith(wrong))).to.deep.equal([]);
        expect(found.join("\n")).to.include("Type 'number' is not assignable");
      });
    }
  });
});
