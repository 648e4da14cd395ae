import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { resolveAccess } from "../../provider/huawei/access";
import { sourcesOf } from "../../provider/settings/sources";
import { SETTINGS } from "../../provider/huawei/settings";
import { HuaweiProvider, type HuaweiProviderArgs } from "../../sdk";
import { isSecret, plainText, Registrations } from "./registrations";

const KEYS = { accessKey: "QTWAOYTTINDUT2QVKYUC", secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc" };

/** Every argument; the compiler compares them with the type. */
const ALL: Required<HuaweiProviderArgs> = {
  region: "cn-north-4",
  projectId: "77b6a44cba5143ab91d13ab9a8ff44fd",
  ...KEYS,
  securityToken: "SAMPLE-ST",
  token: "SAMPLE-TOKEN",
  userName: "user",
  password: "SAMPLE-PASSWORD",
  domainName: "domain",
  endpoint: "https://own.example",
  iamEndpoint: "https://iam.example",
  insecureHttp: false,
  connectTimeout: "5s",
  requestTimeout: "30s",
  maxTries: 2,
};

describe("the class HuaweiProvider", () => {
  const registrations = new Registrations();

  async function inputsOf(
    args: HuaweiProviderArgs,
    config: Readonly<Record<string, string>> = {},
  ): Promise<Record<string, unknown>> {
    await registrations.install(config);
    return (await registrations.of(new HuaweiProvider("subsidiary", args))).inputs;
  }

  it("takes every setting that the provider reads", async () => {
    expect(Object.keys(await inputsOf(ALL))).to.have.members([...SETTINGS]);
  });

  it("registers what it is given and marks it as its own", async () => {
    const inputs = await inputsOf(KEYS);
    expect(inputs).to.deep.include({
      "huaweicloud:accessKey": KEYS.accessKey,
      "pulumi-sms:explicit": "true",
      "pulumi-sms:filled": "",
    });
    expect(Object.keys(inputs)).to.have.members([
      "huaweicloud:accessKey",
      "huaweicloud:secretKey",
      "pulumi-sms:explicit",
      "pulumi-sms:filled",
    ]);
  });

  it("makes secret what is, whatever the program gives", async () => {
    const inputs = await inputsOf({ ...ALL, secretKey: pulumi.output(KEYS.secretKey) });
    const secrets = Object.keys(inputs).filter((name) => isSecret(inputs[name]));
    expect(secrets).to.have.members([
      "huaweicloud:secretKey",
      "huaweicloud:securityToken",
      "huaweicloud:token",
      "huaweicloud:password",
    ]);
  });

  it("takes where the service is from the program's config, and never whose it is", async () => {
    const config = Object.fromEntries(
      SETTINGS.filter((name) => name.startsWith("huaweicloud:")).map((name) => [name, "of the config"]),
    );
    const inputs = await inputsOf({ ...KEYS, maxTries: 2 }, config);
    const filled = String(inputs["pulumi-sms:filled"]).split(",");
    expect(filled).to.have.members(
      ["region", "endpoint", "iamEndpoint", "insecureHttp", "connectTimeout", "requestTimeout"].map(
        (name) => `huaweicloud:${name}`,
      ),
    );
    expect(Object.keys(inputs).filter((name) => inputs[name] === "of the config")).to.have.members(filled);
  });

  it("is read by the provider as what it is, before the environment", async () => {
    const inputs = await inputsOf({ ...ALL, securityToken: undefined, token: undefined });
    const config = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, plainText(value)]));
    const environment = {
      HW_ACCESS_KEY: "another",
      HW_SECRET_KEY: "another",
      HW_PROJECT_ID: "another",
      HW_MSGSMS_ENDPOINT: "https://environment.example",
    };
    const resolved = resolveAccess(sourcesOf(config, environment));
    if (resolved.kind !== "ready") throw new Error(resolved.kind);
    const { credentials, projectId, endpoint, limits } = resolved.access;
    expect(credentials).to.deep.include({ way: "keys", accessKey: KEYS.accessKey, source: "the explicit provider" });
    expect({ projectId, url: endpoint.url, maxTries: limits.maxTries }).to.deep.equal({
      projectId: ALL.projectId,
      url: "https://own.example",
      maxTries: 2,
    });
  });
});
