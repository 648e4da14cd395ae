import { expect } from "chai";
import { OtherVendorsProviderError } from "../../provider/errors";
import { credentialsOf as huaweiCredentials } from "../../provider/huawei/credentials";
import { credentialsOf as jpushCredentials } from "../../provider/jpush/credentials";
import { EXPLICIT, FILLED, sourcesOf } from "../../provider/settings/sources";

const ENVIRONMENT = {
  JPUSH_APP_KEY: "of-the-environment",
  JPUSH_MASTER_SECRET: "SAMPLE",
  HW_ACCESS_KEY: "of-the-environment",
  HW_SECRET_KEY: "SAMPLE",
};

describe("an explicit provider", () => {
  // The handler asks only for the settings of the resource's own vendor: of another's provider the mark alone is left.
  const another = sourcesOf({ [EXPLICIT]: "true", [FILLED]: "" }, ENVIRONMENT);

  it("of another vendor is refused, and the environment's account is not used in its place", () => {
    for (const [{ error }, provider] of [
      [jpushCredentials(another) as { error: Error }, "JPushProvider"],
      [huaweiCredentials(another).credentials as { error: Error }, "HuaweiProvider"],
    ] as const) {
      expect(error).to.be.instanceOf(OtherVendorsProviderError);
      expect(error.message).to.include(`Give the resource a ${provider} itself`).and.include("providers");
    }
  });

  it("that holds any setting of the vendor may leave the credentials to the environment", () => {
    const sources = sourcesOf({ [EXPLICIT]: "true", "huaweicloud:region": "cn-south-1" }, ENVIRONMENT);
    expect(huaweiCredentials(sources).credentials).to.include({ accessKey: "of-the-environment" });
    const filled = { [EXPLICIT]: "true", [FILLED]: "jpush:maxTries", "jpush:maxTries": "2" };
    expect(jpushCredentials(sourcesOf(filled, ENVIRONMENT))).to.include({ appKey: "of-the-environment" });
  });
});
