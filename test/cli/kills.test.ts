import { expect } from "chai";
import { COMPANY } from "./support";
import { picture } from "../provider/support/samples";
import { emulator, program } from "../support";
import { killed } from "../kills/KilledProgram";

/** In components, where another signature has the same name. */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const { JPushSmsSignature } = require("pulumi-sms");
class Shop extends pulumi.ComponentResource {
  constructor(name, inputs) {
    super("sample:index:Shop", name);
    this.status = new JPushSmsSignature("brand", inputs, { parent: this }).status;
  }
}
exports.status = new Shop("ours", require("./declared.json")).status;
`;

describe("a run of the real CLI that is killed", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(
    {
      "index.js": PROGRAM,
      "documents/id-card.png": picture("identity card"),
      "documents/licence.jpg": picture("licence", "jpeg"),
    },
    { environment: () => vendor.environment },
  );
  const declare = (changes: object) => app.write({ "declared.json": JSON.stringify({ ...COMPANY, ...changes }) });
  const list = async () => (await vendor.control.signatures()).map(({ id, text, status }) => `${id} ${text} ${status}`);

  /** What a pipeline does after it: no person is needed. */
  async function goesOn(leaves: readonly string[], { locked = true } = {}): Promise<string> {
    if (locked) await app.pulumi.cancel();
    const { output } = await app.pulumi.up();
    expect(await list()).to.deep.equal(leaves);
    return output;
  }

  it("goes on with what was filed when engine and plugin end before the state is saved", async () => {
    declare({});
    await killed(app, "up", "POST /v1/sign", "after", "both");
    expect((await app.pulumi.export()).resources.filter(({ type }) => type.includes("SmsSignature"))).to.deep.equal([]);
    const output = await goesOn(["37582 极光推送 pending"]);
    expect(output).to.match(
      /warning: A run was killed after .*, while it filed 【极光推送】 \(37582\)\. What it did is taken over\./,
    );
    expect((await app.pulumi.export()).resource("brand")).to.include({ id: "37582" });
  });

  it("goes on with a modification whose answer engine and plugin did not live to see", async () => {
    await vendor.control.reject(37582);
    declare({ sign: "极光短信" });
    await killed(app, "up", "POST /v1/sign/37582", "between", "both");
    await goesOn(["37582 极光短信 pending"]);
    expect(await app.pulumi.outputs()).to.deep.equal({ status: "pending" });
  });

  it("goes on with a second submission whose answer only the plugin lived to see", async () => {
    await vendor.control.approve(37582);
    declare({ sign: "极光通知" });
    await killed(app, "up", "POST /v1/sign", "between", "the engine");
    await goesOn(["37582 极光短信 approved", "37583 极光通知 pending"]);
    expect(await app.pulumi.outputs()).to.deep.equal({ status: "pending" });
  });

  it("goes on after a withdrawal in which the plugin ended", async () => {
    declare({ sign: "极光科技", whilePending: "withdraw" });
    await killed(app, "up", "DELETE /v1/sign/37583", "between", "the plugin");
    await goesOn(["37582 极光短信 approved", "37584 极光科技 pending"], { locked: false });
  });

  it("goes on after the deletion of a superseded one", async () => {
    await vendor.control.approve(37584);
    await app.pulumi.up({ flags: ["--refresh"] });
    declare({ sign: "极光科技", supersededAfter: "0s" });
    await killed(app, "up", "DELETE /v1/sign/37582", "before", "both");
    await goesOn(["37584 极光科技 approved"]);
  });

  it("goes on with a destroy, and leaves nothing", async () => {
    await killed(app, "destroy", "DELETE /v1/sign/37584", "between", "both");
    await app.pulumi.cancel();
    await app.pulumi.destroy();
    expect(await list()).to.deep.equal([]);
  });
});
