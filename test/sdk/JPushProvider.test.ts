import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { resolveAccess } from "../../provider/jpush/access";
import { sourcesOf } from "../../provider/settings/sources";
import { JPushProvider, type JPushProviderArgs } from "../../sdk";
import { isSecret, plainText, Registrations } from "./registrations";

const PAIR = { appKey: "7d431e42dfa6a6d693ac2d04", masterSecret: "5e987ac6d2e04d95a9d8f0d1" };

describe("the class JPushProvider", () => {
  const registrations = new Registrations();

  async function inputsOf(
    args: Partial<JPushProviderArgs>,
    config: Readonly<Record<string, string>> = {},
  ): Promise<Record<string, unknown>> {
    await registrations.install(config);
    return (await registrations.of(new JPushProvider("subsidiary", { ...PAIR, ...args }))).inputs;
  }

  it("registers its account and marks it as its own", async () => {
    const inputs = await inputsOf({});
    expect(inputs).to.deep.include({
      "jpush:appKey": PAIR.appKey,
      "pulumi-sms:explicit": "true",
      "pulumi-sms:filled": "",
    });
    expect(Object.keys(inputs)).to.have.members([
      "jpush:appKey",
      "jpush:masterSecret",
      "pulumi-sms:explicit",
      "pulumi-sms:filled",
    ]);
  });

  it("ends a program that gives settings that do not exist, and repeats no value", async () => {
    const mistyped = {
      mastersecret: PAIR.masterSecret,
      colour: "red",
      maxTries: 2,
      endpoint: undefined,
      none: undefined,
    };
    const error = await inputsOf(mistyped as object).catch((each: unknown) => each);
    expect(error).to.be.instanceOf(pulumi.RunError);
    const [head, ...reasons] = (error as Error).message.split("\n");
    expect(head).to.equal("JPushProvider subsidiary cannot be used:");
    expect(reasons).to.have.lengthOf(2);
    expect(reasons[0]).to.match(
      /^ {2}mastersecret: there is no such setting: did you mean masterSecret\? The settings are appKey, /,
    );
    expect(reasons[1]).to.match(/^ {2}colour: there is no such setting: the settings are appKey, /);
  });

  it("ends a program that gives settings that cannot be used, and names all of them", async () => {
    const unusable: object = {
      numberChecks: "warn",
      maxSignLength: 1,
      maxTries: 99,
      connectTimeout: "2h",
      insecureHttp: "maybe",
      endpoint: "localhost",
    };
    const error = await inputsOf({ ...unusable, colour: "red" } as object).catch((each: unknown) => each);
    expect(error).to.be.instanceOf(pulumi.RunError);
    expect((error as Error).message.split("\n").slice(2)).to.deep.equal([
      "  connectTimeout: it must be between 1s and 1h",
      "  maxTries: it must be a whole number from 1 to 10",
      '  insecureHttp: it must be "true" or "false"',
      "  endpoint: it is not an address; write it as https://host or https://host:port",
      '  numberChecks: did you mean "warning"? It must be "error" or "warning"',
      "  maxSignLength: it must be a whole number from 2 to 999",
    ]);
  });

  it("does not judge what is not known yet, nor what the configuration allows or the environment may replace", async () => {
    const http = "http://gateway.example";
    await inputsOf({ endpoint: http }, { "jpush:insecureHttp": "true" });
    await inputsOf({ endpoint: http, insecureHttp: pulumi.output(true), maxTries: pulumi.output(99) });
    await inputsOf({}, { "jpush:endpoint": "localhost" });
  });

  it("makes the master secret secret, whatever the program gives", async () => {
    for (const masterSecret of [
      PAIR.masterSecret,
      pulumi.output(PAIR.masterSecret),
      pulumi.secret(PAIR.masterSecret),
    ]) {
      expect(isSecret((await inputsOf({ masterSecret }))["jpush:masterSecret"])).to.equal(true);
    }
  });

  it("takes the settings that it is not given from the program's config, and says which", async () => {
    const config = {
      "jpush:endpoint": "https://config.example",
      "jpush:maxTries": "5",
      "jpush:numberChecks": "warning",
    };
    const inputs = await inputsOf({ maxTries: 2, maxSignLength: pulumi.output(16), insecureHttp: false }, config);
    expect(inputs).to.deep.include({
      "jpush:endpoint": "https://config.example",
      "jpush:maxTries": "2",
      "jpush:maxSignLength": "16",
      "jpush:insecureHttp": "false",
      "jpush:numberChecks": "warning",
    });
    expect(String(inputs["pulumi-sms:filled"]).split(",")).to.have.members(["jpush:endpoint", "jpush:numberChecks"]);
  });

  it("never takes key or secret from the config", async () => {
    const inputs = await inputsOf({}, { "jpush:appKey": "of the config", "jpush:masterSecret": "of the config" });
    expect(JSON.stringify(inputs)).not.to.include("of the config");
  });

  it("is read by the provider as what it is, before the environment", async () => {
    const inputs = await inputsOf({ endpoint: "https://own.example" }, { "jpush:maxTries": "5" });
    const config = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, plainText(value)]));
    const environment = {
      JPUSH_APP_KEY: "another",
      JPUSH_MASTER_SECRET: "another",
      JPUSH_ENDPOINT: "https://environment.example",
    };
    const resolved = resolveAccess(sourcesOf(config, environment));
    if (resolved.kind !== "ready") throw resolved.error;
    const { appKey, endpoint, limits, source } = resolved.access;
    expect({ appKey, url: endpoint.url, maxTries: limits.maxTries, source }).to.deep.equal({
      appKey: PAIR.appKey,
      url: "https://own.example",
      maxTries: 5,
      source: "the explicit provider",
    });
  });
});
