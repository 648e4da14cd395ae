import { expect } from "chai";
import { isDefaultProvider } from "../../provider/plugin/urn";

const NAMES = [
  ["default", true],
  ["default_0_1_0", true],
  ["default_0_1_0_alpha_1", true],
  ["default_0_1_0_https_/plugins.example", true],
  ["default_something", false],
  ["defaults", false],
  ["subsidiary", false],
  ["default::other", false],
] as const;

describe("a provider that is named", () => {
  for (const [name, isDefault] of NAMES)
    it(`${name} is ${isDefault ? "the stack's" : "a program's"} own`, () => {
      expect(isDefaultProvider(`urn:pulumi:dev::sample::pulumi:providers:sms::${name}`)).to.equal(isDefault);
    });
});
