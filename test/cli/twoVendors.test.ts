import { expect } from "chai";
import { ControlPlane } from "../../tools/control/ControlPlane";
import { ACCESS_KEY, SECRET_KEY } from "../huawei/rig";
import { emulator, program } from "../support";
import { example, REFRESHING } from "./example";

describe("the example of two vendors", function () {
  this.timeout(300_000);
  const vendors = emulator({ kept: true });
  const huawei = () => new ControlPlane(vendors.url, "huaweicloud");
  const app = program(example("two-vendors"), {
    settings: REFRESHING,
    environment: () => ({
      ...vendors.environment,
      HW_REGION_NAME: "cn-north-4",
      HW_ACCESS_KEY: ACCESS_KEY,
      HW_SECRET_KEY: SECRET_KEY,
      HW_MSGSMS_ENDPOINT: vendors.url,
      HW_IAM_ENDPOINT: vendors.url,
    }),
  });
  const list = async () =>
    (await vendors.control.signatures()).map(({ vendor, text, status }) => `${vendor} ${text} ${status}`).sort();

  it("files one brand with both, and each document once with each", async () => {
    await app.pulumi.up();
    expect(await list()).to.deep.equal([
      "huaweicloud 极光推送 pending",
      "huaweicloud 极光推送 pending",
      "jpush 极光推送 pending",
    ]);
    const uploads = (await vendors.control.requests()).filter(
      ({ method, path }) => method === "POST" && path.endsWith("/upload-files"),
    );
    expect(uploads).to.have.lengthOf(1);
  });

  it("learns what either's reviewers say, and files a new name with both beside the one that serves", async () => {
    for (const { vendor, id } of await vendors.control.signatures()) {
      await new ControlPlane(vendors.url, vendor).approve(id);
    }
    await app.pulumi.configure({ brand: "极光短信" });
    const { output } = await app.pulumi.preview();
    for (const vendor of ["JPush", "Huawei Cloud"])
      expect(output).to.include(`${vendor}, as of the last refresh: will file 【极光短信】 for review`);
    await app.pulumi.up();
    expect(await list()).to.deep.equal([
      "huaweicloud 极光推送 approved",
      "huaweicloud 极光推送 approved",
      "huaweicloud 极光短信 pending",
      "huaweicloud 极光短信 pending",
      "jpush 极光推送 approved",
      "jpush 极光短信 pending",
    ]);
  });

  it("gives out what messages need meanwhile", async () => {
    const { status, sendWith } = (await app.pulumi.outputs()) as {
      status: string[];
      sendWith: { jpush: number; huawei: { type: string; channel: string }[] };
    };
    expect(status).to.deep.equal(["pending", "pending", "pending"]);
    expect(sendWith.jpush).to.equal(37582);
    expect(sendWith.huawei.map(({ type }) => type)).to.deep.equal(["VERIFY_CODE_TYPE", "NOTIFY_TYPE"]);
    for (const { channel } of sendWith.huawei) expect(channel).to.match(/^1069\d+$/);
  });

  it("shows nothing private, and leaves nothing behind when it is destroyed", async () => {
    const { stdout: state } = await app.pulumi.run(["stack", "export"]);
    expect(state).not.to.include(SECRET_KEY).and.not.to.include("999999199001010008");
    await app.pulumi.destroy();
    expect(await huawei().signatures()).to.deep.equal([]);
  });
});
