import { expect } from "chai";
import { emulator, program } from "../support";
import { example, REFRESHING } from "./support";

describe("the example of an approval gate", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(example("approval-gate"), {
    settings: REFRESHING,
    config: { "program:timeout": "3s" },
    environment: () => vendor.environment,
  });

  it("ends its wait at the timeout, and loses nothing", async () => {
    const { output } = await app.pulumi.up({ fails: true });
    expect(output).to.include("was not approved within 3s").and.include("run pulumi up again");
    expect(await vendor.control.signatures()).to.have.lengthOf(1);
  });

  it("says at once that it was rejected", async () => {
    await vendor.control.reject(37582);
    const { output } = await app.pulumi.up({ fails: true });
    expect(output).to.include("was rejected");
    expect(await vendor.control.signatures()).to.have.lengthOf(1);
  });

  it("opens when the signature is approved", async () => {
    await vendor.control.change(37582, { vendorStatus: 1 });
    await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({ sendWith: 37582 });
  });

  it("stays open without asking anybody, and follows the next text", async () => {
    await app.pulumi.up();
    await app.pulumi.configure({ sign: "极光短信" });
    const running = app.pulumi.up();
    await vendor.control.received("POST", 2);
    await vendor.control.approve(37583);
    await running;
    expect(await app.pulumi.outputs()).to.deep.equal({ sendWith: 37583 });
  });
});

describe("the example of a queue", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(example("queue"), { settings: REFRESHING, environment: () => vendor.environment });

  it("ends with all of them filed once, run by run, and no run fails", async () => {
    for (let filed = 1; filed <= 3; filed++) {
      await app.pulumi.up();
      const signatures = await vendor.control.signatures();
      expect(signatures).to.have.lengthOf(filed);
      const pending = signatures.filter(({ status }) => status === "pending");
      expect(pending).to.have.lengthOf(1);
      for (const { id } of pending) await vendor.control.approve(id);
    }
    await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({ statuses: ["approved", "approved", "approved"] });
    const texts = (await vendor.control.signatures()).map(({ text }) => text);
    expect(new Set(texts)).to.deep.equal(new Set(["极光验证", "极光通知", "极光优惠"]));
  });
});

describe("the example of adoption", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const source = program(example("approval-gate"), {
    config: { "program:timeout": "1s" },
    environment: () => vendor.environment,
  });
  const app = program(example("adoption"), {
    settings: REFRESHING,
    config: { "program:sign": "极光推送", "program:adoptId": "37582" },
    environment: () => vendor.environment,
  });

  before(async () => {
    // Somebody else's run stands in for the console: it is at the vendor, and in no state of this stack.
    await source.pulumi.up({ fails: true });
    await vendor.control.approve(37582);
  });

  it("takes over what is there and files nothing", async () => {
    await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({ servingSignId: 37582, status: "approved" });
    const filings = (await vendor.control.requests()).filter(({ method }) => method === "POST");
    expect(filings).to.have.lengthOf(1);
  });

  it("goes on from there like any other", async () => {
    await app.pulumi.configure({ sign: "极光短信" });
    await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({ servingSignId: 37582, status: "pending" });
    expect((await vendor.control.signatures()).map(({ id, text }) => [id, text])).to.deep.equal([
      [37582, "极光推送"],
      [37583, "极光短信"],
    ]);
  });
});

describe("the example of two accounts", function () {
  this.timeout(300_000);
  const SUBSIDIARY = { key: "a0a0a0a0a0a0a0a0a0a0a0a0", secret: "b1b1b1b1b1b1b1b1b1b1b1b1" };
  const vendor = emulator({ kept: true, apps: [SUBSIDIARY] });
  const app = program(example("two-accounts"), {
    settings: REFRESHING,
    config: { "program:subsidiaryAppKey": SUBSIDIARY.key, "program:subsidiaryMasterSecret": SUBSIDIARY.secret },
    environment: () => vendor.environment,
  });

  it("files with each account what belongs to it, at the same time", async () => {
    await app.pulumi.up();
    const signatures = await vendor.control.signatures();
    expect(new Set(signatures.map(({ text, status }) => `${text} ${status}`))).to.deep.equal(
      new Set(["极光推送 pending", "极光短信 pending"]),
    );
    const { accounts } = (await app.pulumi.outputs()) as { accounts: string[] };
    expect(new Set(accounts).size).to.equal(2);
  });
});
