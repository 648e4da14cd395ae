import { expect } from "chai";
import { Deployment } from "../../tools/hermetic";

describe("a stack's state", () => {
  it("has a resource that is named like the provider which the engine makes by itself", () => {
    const urns = ["pulumi:providers:sms::default", "sms:jpush:Signature::default", "pulumi:providers:sms::subsidiary"];
    const resources = urns.map((urn) => ({ urn: `urn:pulumi:dev::sample::${urn}`, type: "" }));
    const deployment = new Deployment(JSON.stringify({ deployment: { resources } }));
    expect(deployment.resource("default").urn).to.include("sms:jpush:Signature");
    expect(deployment.resource("subsidiary").urn).to.include("pulumi:providers:sms");
  });
});
