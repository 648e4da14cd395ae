import { expect } from "chai";
import { credentialsOf as huaweiCredentials } from "../../provider/huawei/credentials";
import { credentialsOf as jpushCredentials } from "../../provider/jpush/credentials";
import { inPluginsWords } from "../../provider/plugin/wording";

describe("what the plugin says without credentials", () => {
  const nowhere = { explicit: null, environment: {}, config: {} };
  const jpush = jpushCredentials(nowhere);
  const huawei = huaweiCredentials(nowhere).credentials;
  for (const [vendor, found, provider] of [
    ["JPush", jpush, "an sms.Provider with `{ jpush: { appKey, masterSecret } }`"],
    ["Huawei Cloud", huawei, "an sms.Provider with `{ huaweicloud: { accessKey, secretKey, … } }`"],
  ] as const)
    it(`names the plugin's own ways for ${vendor}, and quotes what is code alone`, () => {
      const words = inPluginsWords("error" in found ? found.error.message : "");
      expect(words).to.include(`the resource option \`provider\`: ${provider}`).and.not.include("new ");
      const outsideCode = words.split("`").filter((_, place) => place % 2 === 0);
      expect(outsideCode.join("")).to.not.match(/[{}]/);
    });
});
