import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { huaweiApproval, huaweiSignature, inputsOf, jpushApproval, jpushSignature } from "../../properties";
import { huaweiSmsSignature } from "../../provider/huawei/resource";
import { jpushSmsSignature } from "../../provider/jpush/resource";
import { HuaweiSmsSignature, JPushSmsSignature } from "../../sdk";
import { providerText } from "../../sdk/providerText";
import { Registrations } from "./registrations";
import { COMPANY, ENTERPRISE } from "./samples";

/** What the SDK's base class brings, and what is not the user's. */
const OWN = /^(__|urn$|id$)/;

const APPROVALS = { jpushSmsSignature: jpushApproval.handler, huaweiSmsSignature: huaweiApproval.handler };

const CLASSES = [
  [jpushSignature, jpushSmsSignature, () => new JPushSmsSignature("brand", COMPANY)],
  [huaweiSignature, huaweiSmsSignature, () => new HuaweiSmsSignature("brand", ENTERPRISE)],
] as const;

/** So much of each resource's state, and of its preview, the text may take. */
const MOST_BYTES = 280;

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

    it("registers a provider's text that loads this resource's handler, and is short", async () => {
      const registrations = new Registrations();
      await registrations.install();
      const text = String((await registrations.of(make())).inputs["__provider"]);
      expect(text).to.include(`require('pulumi-sms/provider').${table.handler}}`);
      expect(Buffer.byteLength(providerText(APPROVALS[table.handler]))).to.be.below(MOST_BYTES);
      expect(Buffer.byteLength(text)).to.be.below(MOST_BYTES);
    });

    it("has them after a get, too", () => {
      const got =
        table === jpushSignature ? JPushSmsSignature.get("other", 37582) : HuaweiSmsSignature.get("other", "a1");
      expect(namesOf(got)).to.have.members(namesOf(make()));
    });
  });
}
