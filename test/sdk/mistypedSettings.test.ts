import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { HuaweiSmsSignature, JPushSmsSignature } from "../../sdk";
import { Registrations } from "./registrations";
import { COMPANY, ENTERPRISE } from "./samples";

const VALUE = "5e987ac6d2e04d95a9d8f0d1";

describe("a setting in the stack's configuration whose name is mistyped", () => {
  const registrations = new Registrations();
  let warned: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warned = [];
    console.warn = (text: string) => void warned.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });

  /** What a program with both vendors' signatures is warned of. */
  async function warningsOf(config: Readonly<Record<string, string>>): Promise<readonly string[]> {
    await registrations.install(config);
    await pulumi.runtime.runInPulumiStack(async () => {
      new JPushSmsSignature("brand", COMPANY);
      new JPushSmsSignature("shop", COMPANY);
      new HuaweiSmsSignature("notices", ENTERPRISE);
    });
    return warned;
  }

  it("is warned of once in a run, without its value", async () => {
    const warnings = await warningsOf({ "jpush:appKy": VALUE, "jpush:mastersecret": VALUE });
    expect(warnings).to.have.lengthOf(2);
    expect(warnings[0]).to.match(
      /jpush:appKy in the stack's configuration is no setting of pulumi-sms: did you mean jpush:appKey\? The settings are appKey, masterSecret, .*\.$/,
    );
    expect(warnings[1]).to.include("did you mean jpush:masterSecret?");
    expect(warnings.join()).not.to.include(VALUE);
  });

  it("is warned of in the next run of the process, too", async () => {
    for (const lines of [1, 2]) expect(await warningsOf({ "jpush:appKy": VALUE })).to.have.lengthOf(lines);
  });

  for (const [what, config] of Object.entries({
    "is a setting": { "jpush:appKey": VALUE, "jpush:numberChecks": "warning" },
    "is near to one that is given": { "jpush:appKey": VALUE, "jpush:appKey2": VALUE },
    "is near to none": { "jpush:templateId": "1", jpush: "1" },
    "is in another namespace": { "sample:appKy": VALUE, "huaweicloud:endpoints": "{}", "huaweicloud:maxRetries": "5" },
  })) {
    it(`is not suspected where the name ${what}`, async () => {
      expect(await warningsOf(config)).to.deep.equal([]);
    });
  }
});
