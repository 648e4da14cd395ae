import { expect } from "chai";
import { fileByHand } from "../provider/support/fileByHand";
import { emulator, program } from "../support";
import { example, REFRESHING } from "./example";

describe("the example of an approval gate", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(example("approval-gate"), {
    settings: REFRESHING,
    config: { "program:timeout": "1s" },
    environment: () => vendor.environment,
  });

  it("ends its wait at the timeout, and loses nothing", async () => {
    const { output } = await app.pulumi.up({ fails: true });
    expect(output).to.include("was not approved within 1s").and.include("run pulumi up again");
    expect(await vendor.control.signatures()).to.have.lengthOf(1);
  });

  it("opens when the signature is approved", async () => {
    await vendor.control.approve(37582);
    await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({ sendWith: 37582 });
  });

  it("stays open without asking anybody, and follows the next text", async () => {
    await app.pulumi.configure({ sign: "极光短信", timeout: "45m" });
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

  it("files the first of its signatures, and the next one when that is approved", async () => {
    await app.pulumi.up();
    const [first, ...others] = await vendor.control.signatures();
    expect(others).to.deep.equal([]);
    await vendor.control.approve(first!.id);
    await app.pulumi.up();
    const { statuses } = (await app.pulumi.outputs()) as { statuses: string[] };
    expect(statuses).to.have.members(["approved", "pending", "queued"]);
    expect(await vendor.control.signatures()).to.have.lengthOf(2);
  });
});

describe("the example of adoption", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(example("adoption"), {
    settings: REFRESHING,
    config: { "program:sign": "占位签名", "program:adoptId": "37582" },
    environment: () => vendor.environment,
  });

  it("takes over what is there and files nothing", async () => {
    await fileByHand(vendor.url);
    await vendor.control.approve(37582);
    await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({ servingSignId: 37582, status: "approved" });
    const filings = (await vendor.control.requests()).filter(({ method }) => method === "POST");
    expect(filings, "by hand").to.have.lengthOf(1);
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

describe("the example of a component", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program(example("component"), { settings: REFRESHING, environment: () => vendor.environment });

  it("waits for the approval, and gives the id to send with", async () => {
    const running = app.pulumi.up();
    await vendor.control.received("POST", 1);
    await vendor.control.approve(37582);
    await running;
    expect(await app.pulumi.outputs()).to.deep.equal({ sendWith: 37582 });
  });

  it("protects the signature from a destroy", async () => {
    const { output } = await app.pulumi.destroy({ fails: true });
    expect(output).to.include("protected");
    expect(await vendor.control.signatures()).to.have.lengthOf(1);
  });
});
