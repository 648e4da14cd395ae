import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { huaweiSignature, inputsOf, jpushSignature } from "../../properties";
import { huaweiSmsSignature } from "../../provider/huawei/resource";
import { jpushSmsSignature } from "../../provider/jpush/resource";
import { HuaweiSmsSignature, JPushSmsSignature } from "../../sdk";
import { Registrations } from "./registrations";
import { COMPANY, ENTERPRISE } from "./samples";

/** What the SDK's base class brings, and what is not the user's. */
const OWN = /^(__|urn$|id$)/;

const CLASSES = [
  [jpushSignature, jpushSmsSignature, () => new JPushSmsSignature("brand", COMPANY)],
  [huaweiSignature, huaweiSmsSignature, () => new HuaweiSmsSignature("brand", ENTERPRISE)],
] as const;

const namesOf = (resource: pulumi.Resource) => Object.keys(resource).filter((key) => !OWN.test(key));

for (const [table, resource, make] of CLASSES) {
  describe(`the class ${table.className}`, () => {
    before(() => new Registrations().install());

    it("has every input and output, given or not, as the plugin has them", () => {
      expect(namesOf(make())).to.have.members([
        ...Object.keys(inputsOf(table)),
        ...resource.outputs.filter((key) => !OWN.test(key)),
      ]);
    });

    it("has them after a get, too", () => {
      const got =
        table === jpushSignature ? JPushSmsSignature.get("other", 37582) : HuaweiSmsSignature.get("other", "a1");
      expect(namesOf(got)).to.have.members(namesOf(make()));
    });
  });
}
