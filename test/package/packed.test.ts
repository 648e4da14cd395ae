import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emulator, program, sampleDocuments } from "../support";
import { bundledCompiler, compile, currentCompiler } from "./compile";
import { installPacked } from "./installed";

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

const javaScriptProgram = `
  const { JPushSignatureType, JPushSmsSignature } = require("pulumi-sms");
  const signature = new JPushSmsSignature("brand", {
    sign: "极光推送",
    type: JPushSignatureType.Company,
    legalPersonName: "张样本",
    legalPersonIdNumber: "999999199001010008",
    socialCreditCode: "91999999000000000G",
    idCardImage: "documents/id-card.jpg",
    businessLicenseImage: "documents/licence.png",
  });
  exports.status = signature.status;
`;

describe("the packed package in an unrelated project", function () {
  this.timeout(120_000);
  let folder = "";
  before(() => {
    folder = installPacked();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const installed = (): string => join(folder, "node_modules", "pulumi-sms");

  it("holds compiled code with its declarations, and nothing else", () => {
    const files = readdirSync(installed(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed().length + 1));
    const others = files.filter((file) => !/^dist\/(cli|properties|provider|review|sdk)\/.*\.(js|d\.ts)$/.test(file));
    expect(others).to.have.members([
      ...new Set([...others.filter((file) => file === "README.md"), "LICENSE", "package.json"]),
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
    expect(printed).to.equal(`No filing is open in ${journal}.\n`);
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
    const file = (name = "program.ts", text = typeScriptProgram): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };

    it("the TypeScript that the SDK brings along", () => {
      const ts = bundledCompiler();
      expect(ts.version).to.equal("3.8.3");
      expect(compile(ts, file(), { types: [], moduleResolution: ts.ModuleResolutionKind.NodeJs })).to.deep.equal([]);
      // Without Node's own server, whose declarations are beyond it.
      const receiver = file("receiver.ts", receiverProgram.replace(/^.*createServer.*$/gm, ""));
      expect(compile(ts, receiver, { moduleResolution: ts.ModuleResolutionKind.NodeJs }), "receiver").to.deep.equal([]);
    });

    it("the current one, whichever way it resolves modules", () => {
      const ts = currentCompiler();
      const { Node10, Node16, Bundler } = ts.ModuleResolutionKind;
      expect(compile(ts, file(), { moduleResolution: Node10 }), "node").to.deep.equal([]);
      expect(compile(ts, file(), { moduleResolution: Node16, module: ts.ModuleKind.Node16 }), "node16").to.deep.equal(
        [],
      );
      expect(compile(ts, file(), { moduleResolution: Bundler, module: ts.ModuleKind.ES2022 }), "bundler").to.deep.equal(
        [],
      );
      const receiver = file("receiver.ts", receiverProgram);
      expect(compile(ts, receiver, { moduleResolution: Node10 }), "receiver, node").to.deep.equal([]);
      expect(
        compile(ts, receiver, { moduleResolution: Node16, module: ts.ModuleKind.Node16 }),
        "receiver, node16",
      ).to.deep.equal([]);
    });

    it("neither when an input is wrong", () => {
      writeFileSync(join(folder, "wrong.ts"), typeScriptProgram.replace('"极光推送"', "7"));
      for (const ts of [bundledCompiler(), currentCompiler()]) {
        const options = { types: [], moduleResolution: ts.ModuleResolutionKind.NodeJs };
        expect(compile(ts, join(folder, "wrong.ts"), options).join("\n"), ts.version).to.include(
          "Type 'number' is not assignable",
        );
      }
    });
  });

  describe("on the real CLI", () => {
    const vendor = emulator();
    const brand = program(
      { ...sampleDocuments, "index.js": javaScriptProgram },
      { environment: () => vendor.environment, packageFolder: installed },
    );

    it("files a signature", async () => {
      await brand.pulumi.up();
      expect((await vendor.control.signatures()).map(({ status }) => status)).to.deep.equal(["pending"]);
      expect(await brand.pulumi.outputs()).to.deep.equal({ status: "pending" });
      expect(readFileSync(join(installed(), "package.json"), "utf8")).to.include('"pulumi-sms"');
    });
  });
});
