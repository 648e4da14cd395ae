import { expect } from "chai";
import { fileByHand } from "../../provider/support/fileByHand";
import { emulator } from "../../support";
import { BRAND } from "./samples";
import { yamlProgram } from "./YamlProgram";

describe("a program in YAML that only reads", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const read = (id: number) => ({
    variables: {
      told: { "fn::invoke": { function: "sms:jpush:getSignature", arguments: { id: String(id) } } },
    },
    resources: { brand: { type: "sms:jpush:Signature", get: { id: String(id) } } },
    outputs: { got: "${brand.status}", told: "${told.status}", sign: "${told.sign}" },
  });
  const app = yamlProgram({}, { environment: () => vendor.environment });
  const changes = async () => (await vendor.control.requests()).filter(({ method }) => method !== "GET").length;

  it("is told what stands at the vendor, as a resource and by a function", async () => {
    const id = await fileByHand(vendor.url);
    await app.declare(read(id));
    await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({ got: "pending", told: "pending", sign: "占位签名" });
    await vendor.control.approve(id);
    await app.pulumi.refresh();
    await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({ got: "approved", told: "approved", sign: "占位签名" });
  });

  it("has nothing of it in its hands: a destroy deletes nothing", async () => {
    const before = await changes();
    await app.pulumi.destroy();
    expect(await changes()).to.equal(before);
    expect(await vendor.control.signatures()).to.have.lengthOf(1);
  });

  it("fails where there is no such signature", async () => {
    await app.declare(read(99999));
    const { output } = await app.pulumi.up({ fails: true });
    expect(output).to.include("JPush knows no signature 99999 in this account");
  });

  it("can depend on what is not known yet", async () => {
    await app.declare({
      resources: {
        brand: { type: "sms:jpush:Signature", properties: BRAND },
        copy: {
          type: "sms:jpush:Signature",
          properties: { ...BRAND, sign: "极光短信", remark: "after ${brand.signId}" },
        },
      },
    });
    const { output } = await app.pulumi.preview();
    expect(output).to.include("will file 【极光推送】 for review").and.include("will file 【极光短信】 for review");
  });
});
