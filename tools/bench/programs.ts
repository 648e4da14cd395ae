import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Program, root } from "../hermetic";
import type { Files } from "../hermetic";

const documents = join(root, "examples", "quickstart", "documents");

const scans: Files = {
  "id-card.jpg": readFileSync(join(documents, "id-card.jpg")),
  "licence.png": readFileSync(join(documents, "licence.png")),
};

/** A program that declares as many JPush signatures. */
export function signatures(count: number): Files {
  return {
    ...scans,
    "index.js": `
      const { JPushSmsSignature, JPushSignatureType } = require("pulumi-sms");
      for (let i = 0; i < ${count}; i++) {
        new JPushSmsSignature("signature" + i, {
          sign: "极光" + i,
          type: JPushSignatureType.Company,
          legalPersonName: "样本",
          legalPersonIdNumber: "999999199001010008",
          socialCreditCode: "91999999000000000G",
          idCardImage: "id-card.jpg",
          businessLicenseImage: "licence.png",
        });
      }`,
  };
}

/** The same number of dynamic resources that do nothing at all. */
export function noOps(count: number): Files {
  return {
    "index.js": `
      const pulumi = require("@pulumi/pulumi");
      class NoOp extends pulumi.dynamic.Resource {
        constructor(name, args) {
          super({ create: async (inputs) => ({ id: "made", outs: inputs }) }, name, args);
        }
      }
      for (let i = 0; i < ${count}; i++) new NoOp("noop" + i, { number: i });`,
  };
}

/** The same, with what a signature declares: so much of the time is any such resource's, whatever it does. */
export function noOpsOfSignatures(count: number): Files {
  return {
    ...scans,
    "index.js": `
      const pulumi = require("@pulumi/pulumi");
      class NoOp extends pulumi.dynamic.Resource {
        constructor(name, args) {
          super({ create: async (inputs) => ({ id: "made", outs: inputs }) }, name, args, { additionalSecretOutputs: ["legalPersonName", "legalPersonIdNumber"] });
        }
      }
      for (let i = 0; i < ${count}; i++) {
        new NoOp("noop" + i, {
          sign: "极光" + i,
          type: 1,
          legalPersonName: pulumi.secret("样本"),
          legalPersonIdNumber: pulumi.secret("999999199001010008"),
          socialCreditCode: "91999999000000000G",
          idCardImage: new pulumi.asset.FileAsset("id-card.jpg"),
          businessLicenseImage: new pulumi.asset.FileAsset("licence.png"),
        });
      }`,
  };
}

/** One `pulumi up` of a new stack, as a user's: with the SDK's own way to run programs. */
export async function timedUp(files: Files, endpoint: string): Promise<{ seconds: number; stateBytes: number }> {
  const program = await new Program(files, {
    environment: {
      PULUMI_LANGUAGE_NODEJS_RUN_PATH: require.resolve("@pulumi/pulumi/cmd/run"),
      JPUSH_APP_KEY: "7d431e42dfa6a6d693ac2d04",
      JPUSH_MASTER_SECRET: "5e987ac6d2e04d95a9d8f0d1",
      JPUSH_ENDPOINT: endpoint,
    },
  }).create();
  try {
    const start = process.hrtime.bigint();
    await program.pulumi.up();
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const { stdout } = await program.pulumi.run(["stack", "export"]);
    return { seconds, stateBytes: Buffer.byteLength(stdout) };
  } finally {
    program.remove();
  }
}
