import { expect } from "chai";
import { CallFailure, CheckFailure, failing } from "./support/failures";
import { APP_KEY, MASTER_SECRET } from "./support/samples";
import { describeEach } from "./support/frontEnds";
import { PLUGIN } from "./support/sms";
import { withStack, type Stack } from "./support/Stack";

const OTHER = { key: "a0a0a0a0a0a0a0a0a0a0a0a0", secret: "b1b1b1b1b1b1b1b1b1b1b1b1" };
const TWO_APPS = { emulator: { apps: [OTHER] } };
const NONE = { "jpush:appKey": "", "jpush:masterSecret": "" };

async function filedIn(stack: Stack): Promise<string> {
  const [request] = await stack.vendor.changes();
  expect(request).to.equal("POST /v1/sign");
  return String(stack.output("accountFingerprint"));
}

describe("a provider of a program of the plugin", () => {
  it(
    "takes nothing over from the stack's config, which its process has in the environment",
    withStack(
      async (stack) => {
        const { message } = await failing(stack.preview({ legalPersonIdNumber: "990000198512319990" }), CheckFailure);
        expect(message).to.include("legalPersonIdNumber: ");
      },
      {
        frontEnd: PLUGIN,
        config: { "pulumi-sms:explicit": "true" },
        environment: { PULUMI_CONFIG: JSON.stringify({ "sms:jpush": JSON.stringify({ numberChecks: "warning" }) }) },
      },
    ),
  );
});

describeEach("a signature of another account", ({ withStack }) => {
  it(
    "is shown by diff, and refused by everything else, without a request",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      const before = stack.existing;
      const requests = await stack.vendor.calls();
      await stack.nextRun({ config: { "jpush:appKey": OTHER.key, "jpush:masterSecret": OTHER.secret } });

      expect((await stack.preview()).operation).to.equal("update");
      expect(await stack.warnings()).to.include(
        "an update will be refused: 【极光推送】 (37582) belongs to another JPush account or endpoint",
      );
      for (const call of [
        () => stack.up(),
        () => stack.up({ sign: "极光通知" }),
        () => stack.refresh(),
        () => stack.destroy(),
      ]) {
        expect((await failing(call(), CallFailure)).message).to.include(
          "Nothing was sent: 【极光推送】 (37582) belongs to another JPush account or endpoint",
        );
        expect(stack.state).to.deep.equal(before);
      }
      expect(await stack.vendor.calls()).to.deep.equal(requests);
    }, TWO_APPS),
  );

  it(
    "is seen by a preview without the secret too",
    withStack(async (stack) => {
      await stack.up();
      await stack.nextRun({ config: { "jpush:appKey": OTHER.key, "jpush:masterSecret": "" } });
      expect((await stack.preview()).operation).to.equal("update");
      expect(await stack.warnings()).to.include("belongs to another JPush account");
    }, TWO_APPS),
  );
});

describeEach("the account", ({ frontEnd, withStack }) => {
  it(
    "needs a key and a secret to file, not to preview",
    withStack(
      async (stack) => {
        expect((await stack.preview()).operation).to.equal("create");
        const { message } = await failing(stack.up(), CallFailure);
        expect(message)
          .to.include("There are no credentials for JPush")
          .and.include("JPUSH_APP_KEY")
          .and.include(frontEnd.configured("jpush:masterSecret", true))
          .and.include(frontEnd.explicitProvider);
        expect(await stack.vendor.calls()).to.deep.equal([]);
      },
      { config: NONE },
    ),
  );

  it(
    "comes from the environment before the config",
    withStack(
      async (stack) => {
        await stack.up();
        const other = await filedIn(stack);
        await stack.nextRun({ environment: {} });
        expect((await stack.preview()).operation).to.equal("update");
        expect(await stack.warnings(), other).to.include("belongs to another JPush account");
      },
      { ...TWO_APPS, environment: { JPUSH_APP_KEY: OTHER.key, JPUSH_MASTER_SECRET: OTHER.secret } },
    ),
  );

  it(
    "comes from an explicit provider before the environment",
    withStack(
      async (stack) => {
        await stack.up();
        await stack.nextRun({ environment: {} });
        expect(await stack.up()).to.equal("same");
      },
      {
        ...TWO_APPS,
        config: { "pulumi-sms:explicit": "true", "pulumi-sms:filled": "jpush:endpoint,jpush:maxTries" },
        environment: { JPUSH_APP_KEY: OTHER.key, JPUSH_MASTER_SECRET: OTHER.secret },
      },
    ),
  );

  it(
    "takes a rotated secret from the environment where that names the same app",
    withStack(async (stack) => {
      await stack.up();
      await stack.nextRun({ config: { "jpush:masterSecret": "the-former-secret" } });
      expect((await failing(stack.refresh(), CallFailure)).message)
        .to.include("code 50002")
        .and.include("JPUSH_MASTER_SECRET");
      await stack.nextRun({ environment: { JPUSH_APP_KEY: APP_KEY, JPUSH_MASTER_SECRET: MASTER_SECRET } });
      await stack.refresh();
      expect(stack.output("status")).to.equal("pending");
    }),
  );

  it(
    "takes a rotated secret from the environment in every operation, also for an explicit provider of the same app",
    withStack(async (stack) => {
      const rotated = { JPUSH_APP_KEY: APP_KEY, JPUSH_MASTER_SECRET: MASTER_SECRET };
      await stack.up();
      for (const config of [{}, { "pulumi-sms:explicit": "true", "pulumi-sms:filled": "jpush:endpoint" }]) {
        await stack.nextRun({
          config: { ...config, "jpush:masterSecret": "the-former-secret" },
          environment: rotated,
        });
        await stack.refresh();
        expect(await stack.up({ sign: "极光通知", whilePending: "withdraw" })).to.equal("update");
        await stack.destroy();
        expect(await stack.vendor.list()).to.deep.equal([]);
        expect(await stack.up()).to.equal("create");
      }
    }),
  );

  it(
    "never joins a key and a secret of different places",
    withStack(
      async (stack) => {
        const { message } = await failing(stack.up(), CallFailure);
        expect(message)
          .to.include("JPUSH_APP_KEY")
          .and.include("JPUSH_MASTER_SECRET")
          .and.include("never taken from different places");
        expect(await stack.vendor.calls()).to.deep.equal([]);
      },
      { environment: { JPUSH_APP_KEY: OTHER.key } },
    ),
  );

  it(
    "is the same on another port of the loopback",
    withStack(async (stack) => {
      await stack.up();
      await stack.nextRun({ config: { "jpush:endpoint": "http://localhost:1" } });
      expect((await stack.preview()).operation).to.equal("same");
      const { message } = await failing(stack.refresh(), CallFailure);
      expect(message).to.include("was not sent");
    }),
  );

  it(
    "is not asked over http off the loopback",
    withStack(
      async (stack) => {
        expect((await failing(stack.up(), CallFailure)).message)
          .to.include(`${frontEnd.settingNamed("jpush:endpoint")} cannot be used`)
          .and.include(frontEnd.settingNamed("jpush:insecureHttp"));
      },
      { config: { "jpush:endpoint": "http://sms.example" } },
    ),
  );
});
