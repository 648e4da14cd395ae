import { readFileSync } from "node:fs";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { root } from "../../tools/hermetic";
import { ID_NUMBER, MASTER_SECRET, PERSON } from "../provider/support/samples";
import { CallFailure, failing } from "../provider/support/failures";
import { plain, struct } from "../provider/support/GrpcPlugin";
import { secret, UNKNOWN } from "../provider/support/wire";
import { GATE, secretIn, SIGNATURE, urnOf, withPlugin } from "./PluginStack";

const failureOf = (call: Promise<unknown>) => failing(call, CallFailure);

/** A gate's inputs from a signature's outputs, as a program gives them. */
function gateOf(properties: { readonly [output: string]: unknown }, changes: object = {}) {
  const names = ["sign", "signId", "servingSignId", "status", "accountFingerprint"];
  return { signature: Object.fromEntries(names.map((name) => [name, properties[name]])), ...changes };
}

describe("the plugin's process", function () {
  this.timeout(60_000);

  it(
    "shakes hands, and tells its version and its schema",
    withPlugin(async ({ process }) => {
      const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
      const hands = await process.call(
        service.handshake,
        new proto.ProviderHandshakeRequest().setEngineAddress(process.engine.address),
      );
      expect(hands.getAcceptSecrets()).to.equal(true);
      expect((await process.call(service.getPluginInfo, new Empty())).getVersion()).to.equal(version);
      const schema = (await process.call(service.getSchema, new proto.GetSchemaRequest())).getSchema();
      expect(schema).to.equal(readFileSync(join(root, "schema.json"), "utf8"));
      expect(process.printed).to.equal("");
    }),
  );

  it(
    "says of a method that it does not have that it is not implemented",
    withPlugin(async ({ process }) => {
      for (const [method, request] of [
        [service.parameterize, new proto.ParameterizeRequest()],
        [service.getMappings, new proto.GetMappingsRequest()],
      ] as const) {
        const { code } = await failureOf(process.call(method as typeof service.parameterize, request as never));
        expect(code).to.equal(status.UNIMPLEMENTED);
      }
    }),
  );

  it(
    "logs to the engine that attaches itself",
    withPlugin(
      async (stack) => {
        const { process } = stack;
        await process.call(service.attach, new PluginAttach().setAddress(process.engine.address));
        await stack.configure();
        await stack.create(SIGNATURE, stack.inputs(), { preview: true });
        expect(stack.logged).to.deep.equal(["brand: JPush: will file 【极光推送】 for review."]);
      },
      { attached: true },
    ),
  );

  it(
    "refuses a type that it does not have in words",
    withPlugin(async (stack) => {
      await stack.configure();
      expect((await failureOf(stack.create("sms:jpush:Template", {}))).message).to.equal(
        "This version of the package sms has no resource of the type sms:jpush:Template.",
      );
    }),
  );
});

describe("the plugin's config", function () {
  this.timeout(60_000);
  const check = (config: object) =>
    new proto.CheckRequest()
      .setUrn("urn:pulumi:dev::sample::pulumi:providers:sms::default")
      .setNews(struct({ ...config }));

  it(
    "names what it does not know, and never a value",
    withPlugin(async ({ process }) => {
      const jpush = { appkey: MASTER_SECRET, numberChecks: [MASTER_SECRET], maxTries: 2 ** 60 };
      for (const config of [
        { jpush, huawei: { accessKey: MASTER_SECRET } },
        { jpush: JSON.stringify(jpush), huawei: MASTER_SECRET },
      ]) {
        const failures = (await process.call(service.checkConfig, check(config))).getFailuresList();
        expect(failures.map((each) => each.getProperty())).to.deep.equal(["", "", "", ""]);
        const reasons = failures.map((each) => each.getReason()).join("\n");
        expect(reasons)
          .to.include("huawei: there is no such setting: did you mean huaweicloud? The settings are jpush, huaweicloud")
          .and.include("jpush.appkey: there is no such setting: did you mean appKey?")
          .and.include("jpush.numberChecks: is no text")
          .and.include("jpush.maxTries: is no text")
          .and.not.include(MASTER_SECRET);
      }
    }),
  );

  it(
    "is refused for what no connection can be made with, though a preview would not ask anybody",
    withPlugin(async ({ process }) => {
      const reasonsOf = async (config: object) =>
        (await process.call(service.checkConfig, check(config))).getFailuresList().map((each) => each.getReason());
      const jpush = { maxTries: 99, insecureHttp: "maybe" };
      const tries = "jpush.maxTries: it must be a whole number from 1 to 10";
      for (const config of [{ jpush }, { jpush: JSON.stringify(jpush) }]) {
        const [first, second, ...others] = await reasonsOf(config);
        expect(first).to.equal(tries);
        expect(second).to.include("jpush.insecureHttp:").and.include('it must be "true" or "false"');
        expect(others).to.deep.equal([]);
      }
      expect(await reasonsOf({ huaweicloud: { connectTimeout: "2h", iamEndpoint: "localhost" } })).to.deep.equal([
        "huaweicloud.connectTimeout: it must be between 1s and 1h",
        "huaweicloud.iamEndpoint: it is not an address; write it as https://host or https://host:port",
      ]);
      expect((await reasonsOf({ jpush: { endpoint: "http://sample.invalid" } })).join()).to.match(
        /^jpush.endpoint: over http .* set sms:jpush.insecureHttp to "true"/,
      );
      const unknown = { endpoint: "http://sample.invalid", insecureHttp: UNKNOWN };
      expect(await reasonsOf({ jpush: unknown }), "who knows").to.deep.equal([]);
    }),
  );

  it(
    "is refused for each setting that cannot be used, all at once and beside the names that do not exist",
    withPlugin(async ({ process }) => {
      const reasonsOf = async (config: object) =>
        (await process.call(service.checkConfig, check(config))).getFailuresList().map((each) => each.getReason());
      const jpush = { numberChecks: "warn", maxSignLength: 1, requestTimeout: "0s", maxTries: 0, appkey: "key" };
      const huaweicloud = { region: "North 4", projectId: "no id", insecureHttp: "maybe", endpoint: "localhost" };
      const [unknown, ...reasons] = await reasonsOf({ jpush, huaweicloud: JSON.stringify(huaweicloud) });
      expect(unknown).to.match(/^jpush\.appkey: there is no such setting: did you mean appKey\?/);
      expect(reasons).to.deep.equal([
        "jpush.requestTimeout: it must be between 1s and 1h",
        "jpush.maxTries: it must be a whole number from 1 to 10",
        'jpush.numberChecks: did you mean "warning"? It must be "error" or "warning"',
        "jpush.maxSignLength: it must be a whole number from 2 to 999",
        'huaweicloud.insecureHttp: it must be "true" or "false"',
        "huaweicloud.endpoint: it is not an address; write it as https://host or https://host:port",
        "huaweicloud.region: it is not the name of a region: give the one in which the service was opened, cn-north-4 or cn-south-1",
        "huaweicloud.projectId: it is no project's id: look it up in My Credentials > API Credentials, or leave it out, and it is looked up",
      ]);
      const right = { jpush: { numberChecks: "warning", maxSignLength: 16 }, huaweicloud: { region: "cn-north-4" } };
      expect(await reasonsOf(right)).to.deep.equal([]);
      expect(await reasonsOf({ jpush: { numberChecks: UNKNOWN }, huaweicloud: { region: UNKNOWN } })).to.deep.equal([]);
    }),
  );

  it(
    "says of a text that is no object what to do",
    withPlugin(async ({ process }) => {
      const failures = (await process.call(service.checkConfig, check({ jpush: MASTER_SECRET }))).getFailuresList();
      expect(failures.map((each) => each.getReason())).to.deep.equal([
        "jpush: is no object of settings: set each with `pulumi config set --path`",
      ]);
    }),
  );

  it(
    "comes back with what is a secret marked, in either form",
    withPlugin(async ({ process }) => {
      const jpush = { appKey: "key", masterSecret: MASTER_SECRET };
      const asObject = plain((await process.call(service.checkConfig, check({ jpush }))).getInputs());
      const settings = asObject["jpush"] as typeof jpush;
      expect(settings.appKey).to.equal("key");
      expect(secretIn(settings.masterSecret)).to.equal(MASTER_SECRET);
      const text = JSON.stringify(jpush);
      const asText = plain((await process.call(service.checkConfig, check({ jpush: text }))).getInputs());
      expect(secretIn(asText["jpush"])).to.equal(text);
    }),
  );

  it(
    "never replaces a resource, whatever changes",
    withPlugin(async ({ process }) => {
      const request = new proto.DiffRequest()
        .setOldInputs(struct({ "jpush:appKey": "one" }))
        .setNews(struct({ jpush: { appKey: "two" } }));
      const response = await process.call(service.diffConfig, request);
      expect(response.getReplacesList()).to.deep.equal([]);
      expect(response.getChanges()).to.equal(proto.DiffResponse.DiffChanges.DIFF_UNKNOWN);
    }),
  );

  it(
    "of a provider that holds nothing of a vendor opens no other account for that vendor's resources",
    withPlugin(async (stack) => {
      await stack.configureWith({ huaweicloud: { region: "cn-north-4" } }, "subsidiary");
      const { failures } = await stack.check(SIGNATURE, {}, stack.inputs());
      expect(failures.map(({ reason }) => reason)).to.have.lengthOf(1);
      expect(failures[0]?.["reason"]).to.include("an sms.Provider with `jpush`");
    }),
  );
});

describe("a signature of the plugin", function () {
  this.timeout(60_000);

  it(
    "marks what is private as secret, in inputs and outputs, whatever the program does",
    withPlugin(async (stack) => {
      await stack.configure();
      const { inputs, failures } = await stack.check(SIGNATURE, {}, stack.inputs());
      expect(failures).to.deep.equal([]);
      const { properties } = await stack.create(SIGNATURE, inputs);
      for (const place of [inputs, properties]) {
        expect(secretIn(place["legalPersonName"])).to.equal(PERSON);
        expect(secretIn(place["legalPersonIdNumber"])).to.equal(ID_NUMBER);
      }
      expect(secretIn(properties["__ledger"])).to.include({ v: 2 });
      expect(properties).to.include({ sign: "极光推送", signId: 37582, status: "pending" });
      expect(properties).not.to.have.any.keys("servingSignId", "rejectionReason");
    }),
  );

  it(
    "keeps the secrets that the program makes",
    withPlugin(async (stack) => {
      await stack.configure();
      const news = stack.inputs({ sign: secret("极光推送"), socialCreditCode: secret("91999999000000000g") });
      const { inputs, failures } = await stack.check(SIGNATURE, {}, news);
      expect(failures).to.deep.equal([]);
      expect(secretIn(inputs["socialCreditCode"])).to.equal("91999999000000000G");
      const { properties } = await stack.create(SIGNATURE, inputs);
      expect(secretIn(properties["sign"])).to.equal("极光推送");
    }),
  );

  it(
    "tells in a preview of its creation what will be filed, and what cannot be known yet",
    withPlugin(async (stack) => {
      await stack.configure();
      const { id, properties } = await stack.create(SIGNATURE, stack.inputs({ remark: UNKNOWN }), { preview: true });
      expect(id).to.equal("");
      expect(properties).to.include({ sign: "极光推送", status: UNKNOWN, servingSignId: UNKNOWN });
      expect(stack.logged).to.deep.equal(["brand: JPush: will file 【极光推送】 for review."]);
      expect(await stack.vendor.calls()).to.deep.equal([]);
    }),
  );

  it(
    "shows each input that differs, and in a preview which outputs stay",
    withPlugin(async (stack) => {
      await stack.configure();
      const { inputs } = await stack.check(SIGNATURE, {}, stack.inputs({ remark: "one" }));
      const state = await stack.create(SIGNATURE, inputs);
      const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
      expect((await stack.diff(SIGNATURE, state, inputs)).getChanges()).to.equal(DIFF_NONE);

      const { remark: _, ...others } = inputs;
      const news = { ...others, sign: "极光短信", whenBusy: "fail" };
      const difference = await stack.diff(SIGNATURE, state, news);
      expect(difference.getChanges()).to.equal(DIFF_SOME);
      const { ADD, DELETE, UPDATE } = proto.PropertyDiff.Kind;
      expect(difference.getDetaileddiffMap().getLength()).to.equal(3);
      const kindOf = (input: string) => difference.getDetaileddiffMap().get(input)?.getKind();
      expect([kindOf("whenBusy"), kindOf("remark"), kindOf("sign")]).to.deep.equal([ADD, DELETE, UPDATE]);
      expect(difference.getReplacesList()).to.deep.equal([]);

      expect(await stack.update(SIGNATURE, state, { ...inputs, whenBusy: "fail" }, true)).to.include({
        whenBusy: "fail",
        status: "pending",
        signId: 37582,
      });
      expect(await stack.update(SIGNATURE, state, news, true)).to.include({
        status: UNKNOWN,
        accountFingerprint: state.properties["accountFingerprint"],
      });
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "is read by the function getSignature, which manages nothing",
    withPlugin(async (stack) => {
      await stack.configure();
      await stack.create(SIGNATURE, stack.inputs());
      const invoke = (args: object) =>
        stack.process.call(
          service.invoke,
          new proto.InvokeRequest().setTok("sms:jpush:getSignature").setArgs(struct({ ...args })),
        );
      expect(plain((await invoke({ id: "37582" })).getReturn())).to.include({ sign: "极光推送", status: "pending" });
      expect((await failureOf(invoke({ id: "1" }))).message).to.include("JPush knows no signature 1");
      const failures = (await invoke({ name: "brand" })).getFailuresList().map((each) => each.getReason());
      expect(failures).to.have.lengthOf(2);
    }),
  );
});

describe("a gate of the plugin", function () {
  this.timeout(60_000);

  it(
    "names what its signature lacks",
    withPlugin(async (stack) => {
      await stack.configure();
      const reasons = async (inputs: object) =>
        (await stack.check(GATE, {}, { ...inputs })).failures.map(({ reason }) => String(reason)).join("\n");
      expect(await reasons({})).to.include("signature: it is missing");
      expect(await reasons({ signature: "37582" })).to.include("one by one");
      expect(await reasons({ signature: { sign: "极光推送", name: "x" } }))
        .to.include("signature.status: it is missing")
        .and.include("signature.accountFingerprint: it is missing")
        .and.include("signature.name: there is no such output: the outputs are sign, signId");
      expect(await reasons({ signature: { sign: "极光推送", status: UNKNOWN }, timeout: UNKNOWN })).to.equal("");
    }),
  );

  it(
    "ends its wait at once when the run is cancelled, and so does one that begins later",
    withPlugin(async (stack) => {
      await stack.configure();
      const { properties } = await stack.create(SIGNATURE, stack.inputs());
      const inputs = gateOf(properties, { timeout: "24h" });
      const waiting = failureOf(stack.create(GATE, inputs));
      while (!stack.logged.some((line) => line.includes("Waiting for"))) await stack.vendor.received("GET", 2);
      await stack.cancel();
      expect((await waiting).message).to.include("was interrupted. Nothing is lost");
      expect((await failureOf(stack.create(GATE, inputs))).message).to.include("was interrupted");
    }),
  );

  it(
    "waits no longer than the resource option customTimeouts allows",
    withPlugin(async (stack) => {
      await stack.configure();
      const { properties } = await stack.create(SIGNATURE, stack.inputs());
      for (const declared of [{}, { timeout: "24h" }]) {
        const error = await failureOf(stack.create(GATE, gateOf(properties, declared), { timeout: 1 }));
        expect(error.message)
          .to.include("was not approved within 1s")
          .and.include("give the gate a longer time in customTimeouts.");
      }
    }),
  );

  it(
    "takes what a program with the classes left in a state for what it is",
    withPlugin(async (stack) => {
      await stack.configure();
      const { properties } = await stack.create(SIGNATURE, stack.inputs());
      const { sign: text, signId: newest, servingSignId: serving, status, accountFingerprint: account } = properties;
      const state = { id: "approval-1", properties: { signature: { text, newest, serving, status, account } } };
      const { DIFF_NONE } = proto.DiffResponse.DiffChanges;
      expect((await stack.diff(GATE, state, gateOf(properties))).getChanges()).to.equal(DIFF_NONE);
    }),
  );
});

describe("a resource's identity", function () {
  this.timeout(60_000);

  it(
    "is told apart by the component that it is in",
    withPlugin(async (stack) => {
      await stack.configure();
      const check = (parents: string) =>
        stack.process.call(
          service.check,
          new proto.CheckRequest()
            .setUrn(urnOf(SIGNATURE, "brand", parents))
            .setOlds(struct({}))
            .setNews(struct(stack.inputs())),
        );
      await check("sample:index:Shop$");
      await check("sample:index:Shop$");
      expect(stack.logged.join()).not.to.include("declares the same signature");
      await check("sample:index:Other$");
      expect(stack.logged.join()).to.include("declares the same signature");
    }),
  );
});
