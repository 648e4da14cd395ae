// A unit test of the program, without an engine, a vendor or a network: Pulumi's mocks take their place.
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import * as pulumi from "@pulumi/pulumi";

const SIGN_ID = 37582;

/** What each resource was registered with, by its type. */
const registered = new Map<string, Record<string, unknown>>();

/** What the vendor would make of each resource. */
const answers: Record<string, Record<string, unknown>> = {
  "pulumi-nodejs:dynamic/jpush:SmsSignature": { signId: SIGN_ID, servingSignId: SIGN_ID, status: "approved" },
  "pulumi-nodejs:dynamic/jpush:SmsSignatureApproval": { servingSignId: SIGN_ID, status: "approved" },
};

describe("the program", () => {
  let program: typeof import("./index.js");
  before(async () => {
    await pulumi.runtime.setMocks({
      call: () => ({}),
      newResource: ({ type, name, inputs }: { type: string; name: string; inputs: Record<string, unknown> }) => {
        registered.set(type, inputs);
        return { id: `${name}-id`, state: { ...inputs, ...answers[type] } };
      },
    });
    // The program registers its resources when it is loaded, so the mocks come first.
    program = await import("./index.js");
  });

  it("gives the service the id to send with", async () => {
    strictEqual(await valueOf(program.sendWith), SIGN_ID);
  });

  it("files the text with the company's papers, which it names by their content", () => {
    const signature = registered.get("pulumi-nodejs:dynamic/jpush:SmsSignature");
    ok(signature);
    strictEqual(signature["sign"], "极光推送");
    strictEqual(signature["supersededAfter"], "3d");
    deepStrictEqual(Object.keys(signature["idCardImage"] as object).sort(), ["path", "sha256"]);
  });

  it("keeps the legal representative's number a secret", () => {
    // The mocks are given a secret in its wrapping.
    const number = registered.get("pulumi-nodejs:dynamic/jpush:SmsSignature")?.["legalPersonIdNumber"];
    ok(typeof number === "object" && number !== null && "value" in number);
  });

  it("waits for the approval, at most 45 minutes in one run", () => {
    strictEqual(registered.get("pulumi-nodejs:dynamic/jpush:SmsSignatureApproval")?.["timeout"], "45m");
  });
});

function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}
