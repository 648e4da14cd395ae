import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceError } from "@grpc/grpc-js";
import { status } from "@grpc/grpc-js";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { root } from "../../tools/hermetic";
import { ID_NUMBER, MASTER_SECRET, PERSON } from "../provider/support/samples";
import { UNKNOWN } from "../provider/support/wire";
import { plain, struct } from "./support/Engine";
import { GATE, initialisationIn, revealed, SIGNATURE, urnOf, withPlugin } from "./support/PluginStack";

async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error("the call ended well");
  return error as ServiceError;
}

/** A gate's inputs from a signature's outputs, as a program gives them. */
function gateOf(properties: { readonly [output: string]: unknown }, changes: object = {}) {
  const names = ["sign", "signId", "servingSignId", "status", "accountFingerprint"];
  return { signature: Object.fromEntries(names.map((name) => [name, properties[name]])), ...changes };
}

describe("the plugin's process", function () {
  this.timeout(60_000);

  it(
    "shakes hands, and tells its version and its schema",
    withPlugin(async ({ engine }) => {
      const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
      const hands = await engine.call(
        service.handshake,
        new proto.ProviderHandshakeRequest().setEngineAddress(engine.address),
      );
      expect(hands.getAcceptSecrets()).to.equal(true);
      expect((await engine.call(service.getPluginInfo, new Empty())).getVersion()).to.equal(version);
      const schema = (await engine.call(service.getSchema, new proto.GetSchemaRequest())).getSchema();
      expect(schema).to.equal(readFileSync(join(root, "schema.json"), "utf8"));
      expect(engine.printed).to.equal("");
    }),
  );

  it(
    "says of a method that it does not have that it is not implemented",
    withPlugin(async ({ engine }) => {
      for (const [method, request] of [
        [service.parameterize, new proto.ParameterizeRequest()],
        [service.getMappings, new proto.GetMappingsRequest()],
      ] as const) {
        const { code } = await failureOf(engine.call(method as typeof service.parameterize, request as never));
        expect(code).to.equal(status.UNIMPLEMENTED);
      }
    }),
  );

  it(
    "logs to the engine that attaches itself",
    withPlugin(
      async (stack) => {
        const { engine } = stack;
        await engine.call(service.attach, new PluginAttach().setAddress(engine.address));
        await stack.configure();
        await stack.create(SIGNATURE, stack.inputs(), { preview: true });
        expect(engine.logged).to.deep.equal(["brand: JPush: will file 【极光推送】 for review."]);
      },
      { attached: true },
    ),
  );

  it(
    "refuses a type that it does not have in words",
    withPlugin(async (stack) => {
      await stack.configure();
      expect((await failureOf(stack.create("sms:jpush:Template", {}))).details).to.equal(
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
    withPlugin(async ({ engine }) => {
      const jpush = { appkey: MASTER_SECRET, numberChecks: [MASTER_SECRET], maxTries: 2 ** 60 };
      for (const config of [
        { jpush, huawei: { accessKey: MASTER_SECRET } },
        { jpush: JSON.stringify(jpush), huawei: MASTER_SECRET },
      ]) {
        const failures = (await engine.call(service.checkConfig, check(config))).getFailuresList();
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
    "says of a text that is no object what to do",
    withPlugin(async ({ engine }) => {
      const failures = (await engine.call(service.checkConfig, check({ jpush: MASTER_SECRET }))).getFailuresList();
      expect(failures.map((each) => each.getReason())).to.deep.equal([
        "jpush: is no object of settings: set each with `pulumi config set --path`",
      ]);
    }),
  );

  it(
    "comes back with what is a secret marked, in either form",
    withPlugin(async ({ engine }) => {
      const jpush = { appKey: "key", masterSecret: MASTER_SECRET };
      const asObject = plain((await engine.call(service.checkConfig, check({ jpush }))).getInputs());
      const settings = asObject["jpush"] as typeof jpush;
      expect(settings.appKey).to.equal("key");
      expect(revealed(settings.masterSecret)).to.equal(MASTER_SECRET);
      const text = JSON.stringify(jpush);
      const asText = plain((await engine.call(service.checkConfig, check({ jpush: text }))).getInputs());
      expect(revealed(asText["jpush"])).to.equal(text);
    }),
  );

  it(
    "never replaces a resource, whatever changes",
    withPlugin(async ({ engine }) => {
      const request = new proto.DiffRequest()
        .setOldInputs(struct({ "jpush:appKey": "one" }))
        .setNews(struct({ jpush: { appKey: "two" } }));
      const response = await engine.call(service.diffConfig, request);
      expect(response.getReplacesList()).to.deep.equal([]);
      expect(response.getChanges()).to.equal(proto.DiffResponse.DiffChanges.DIFF_UNKNOWN);
    }),
  );

  it(
    "names a setting that is wrong as it stands in this package's config",
    withPlugin(async (stack) => {
      await stack.configure({ endpoint: "ftp://nowhere" });
      const { details } = await failureOf(stack.create(SIGNATURE, stack.inputs()));
      expect(details)
        .to.include("sms:jpush.endpoint")
        .and.not.match(/(?<!sms.)jpush:/);
    }),
  );

  it(
    "is told how to be given where there is none, in this package's words",
    withPlugin(async (stack) => {
      await stack.configureWith({}, "default_0_1_0");
      const { details } = await failureOf(stack.create(SIGNATURE, stack.inputs()));
      expect(details)
        .to.include("pulumi config set --path sms:jpush.appKey <key>")
        .and.include("pulumi config set --secret --path sms:jpush.masterSecret <secret>")
        .and.include("an sms.Provider with `{ jpush: { appKey, masterSecret } }`");
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
    "is checked without a word of its private inputs",
    withPlugin(async (stack) => {
      await stack.configure();
      const wrong = stack.inputs({ legalPersonIdNumber: "990001199003070011", legalPersonName: 7, strange: 1 });
      const { failures } = await stack.check(SIGNATURE, {}, wrong);
      expect(failures.map(({ property }) => property)).to.deep.equal(["", "", ""]);
      const reasons = failures.map(({ reason }) => reason).join("\n");
      expect(reasons).to.match(/legalPersonIdNumber: .*\n?.*legalPersonName|legalPersonName: /);
      expect(reasons).to.include("strange: ").and.not.include("990001199003070011");
    }),
  );

  it(
    "marks what is private as secret, in inputs and outputs, whatever the program does",
    withPlugin(async (stack) => {
      await stack.configure();
      const { inputs, failures } = await stack.check(SIGNATURE, {}, stack.inputs());
      expect(failures).to.deep.equal([]);
      const { properties } = await stack.create(SIGNATURE, inputs);
      for (const place of [inputs, properties]) {
        expect(revealed(place["legalPersonName"])).to.equal(PERSON);
        expect(revealed(place["legalPersonIdNumber"])).to.equal(ID_NUMBER);
      }
      expect(revealed(properties["__ledger"])).to.include({ v: 1 });
      expect(properties).to.include({ sign: "极光推送", signId: 37582, status: "pending", servingSignId: null });
    }),
  );

  it(
    "keeps the secrets that the program makes",
    withPlugin(async (stack) => {
      await stack.configure();
      const secret = (value: unknown) => ({
        "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
        value,
      });
      const news = stack.inputs({ sign: secret("极光推送"), socialCreditCode: secret("91999999000000000g") });
      const { inputs, failures } = await stack.check(SIGNATURE, {}, news);
      expect(failures).to.deep.equal([]);
      expect(revealed(inputs["socialCreditCode"])).to.equal("91999999000000000G");
      const { properties } = await stack.create(SIGNATURE, inputs);
      expect(revealed(properties["sign"])).to.equal("极光推送");
    }),
  );

  it(
    "tells in a preview of its creation what will be filed, and what cannot be known yet",
    withPlugin(async (stack) => {
      await stack.configure();
      const { id, properties } = await stack.create(SIGNATURE, stack.inputs({ remark: UNKNOWN }), { preview: true });
      expect(id).to.equal("");
      expect(properties).to.include({ sign: "极光推送", status: UNKNOWN, servingSignId: UNKNOWN });
      expect(stack.engine.logged).to.deep.equal(["brand: JPush: will file 【极光推送】 for review."]);
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
    "that was filed and whose answer is lost is saved, and the run fails with the reason",
    withPlugin(async (stack) => {
      await stack.configure({ maxTries: 1 });
      await stack.vendor.faults([{ method: "POST", kind: "cut-after" }]);
      const error = await failureOf(stack.create(SIGNATURE, stack.inputs()));
      const detail = initialisationIn(error.metadata);
      expect(detail?.getId()).to.match(/^queued-/);
      expect(detail?.getReasonsList().join()).to.include("answer");
      const properties = plain(detail?.getProperties());
      expect(properties).to.include({ status: "unknown", sign: "极光推送" });
      expect(revealed(properties["legalPersonName"])).to.equal(PERSON);
    }),
  );

  it(
    "is read by the function getSignature, which manages nothing",
    withPlugin(async (stack) => {
      await stack.configure();
      await stack.create(SIGNATURE, stack.inputs());
      const invoke = (args: object) =>
        stack.engine.call(
          service.invoke,
          new proto.InvokeRequest().setTok("sms:jpush:getSignature").setArgs(struct({ ...args })),
        );
      expect(plain((await invoke({ id: "37582" })).getReturn())).to.include({ sign: "极光推送", status: "pending" });
      expect((await failureOf(invoke({ id: "1" }))).details).to.include("JPush knows no signature 1");
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
      while (!stack.engine.logged.some((line) => line.includes("Waiting for"))) await stack.vendor.received("GET", 2);
      await stack.cancel();
      expect((await waiting).details).to.include("was interrupted. Nothing is lost");
      expect((await failureOf(stack.create(GATE, inputs))).details).to.include("was interrupted");
    }),
  );

  it(
    "waits no longer than the resource option customTimeouts allows",
    withPlugin(async (stack) => {
      await stack.configure();
      const { properties } = await stack.create(SIGNATURE, stack.inputs());
      for (const declared of [{}, { timeout: "24h" }]) {
        const error = await failureOf(stack.create(GATE, gateOf(properties, declared), { timeout: 1 }));
        expect(error.details).to.include("was not approved within 1s");
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

describe("the end of the plugin's process", function () {
  this.timeout(60_000);
  const records = (folder: string) => readdirSync(join(folder, "journal")).filter((name) => name.endsWith(".json"));

  it(
    "closes what the journal has of a run that has ended in order",
    withPlugin(async (stack) => {
      await stack.configure();
      await stack.create(SIGNATURE, stack.inputs());
      expect(records(stack.folder.path)).to.have.lengthOf(1);
      await stack.engine.interrupt();
      expect(records(stack.folder.path)).to.deep.equal([]);
    }),
  );

  it(
    "leaves open what it does while the run is interrupted a second time",
    withPlugin(async (stack) => {
      await stack.configure();
      await stack.vendor.faults([{ method: "GET", kind: "hold" }]);
      const creating = stack.create(SIGNATURE, stack.inputs()).catch(() => null);
      await stack.vendor.received("POST");
      const ended = stack.engine.interrupt();
      await stack.vendor.faults([]);
      await Promise.all([creating, ended]);
      expect(records(stack.folder.path)).to.have.lengthOf(1);
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
        stack.engine.call(
          service.check,
          new proto.CheckRequest()
            .setUrn(urnOf(SIGNATURE, "brand", parents))
            .setOlds(struct({}))
            .setNews(struct(stack.inputs())),
        );
      await check("sample:index:Shop$");
      await check("sample:index:Shop$");
      expect(stack.engine.logged.join()).not.to.include("declares the same signature");
      await check("sample:index:Other$");
      expect(stack.engine.logged.join()).to.include("declares the same signature");
    }),
  );
});
