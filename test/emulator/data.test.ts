import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { OptionError, startEmulator } from "sms-emulator";
import { closeAll, closeAfterEach, refusal, start } from "./support";

describe("the data file", () => {
  let folder: string;
  let data: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sms-emulator-"));
    data = join(folder, "signatures.json");
  });
  closeAfterEach();
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps signatures, documents, ids and the clock over restarts", async () => {
    const first = await start({ data });
    await first.reviewed("approve");
    await first.control("/signatures/jpush/37582/default", "POST");
    const rejected = await first.reviewed("reject", { sign: "极光短信" });
    await first.delete(await first.created());
    await first.control("/clock", "POST", { advance: "3d" });
    const before = await first.signatures();
    await closeAll();

    const second = await start({ data });
    expect(await second.signatures()).to.deep.equal(before);
    const { now } = (await second.control("/clock")).json as { now: string };
    expect(Date.parse(now)).to.be.greaterThan(Date.now() + 2 * 86_400_000);
    expect(await second.created(), "no id is used twice").to.equal(37585);
    await second.review(37585, "reject");
    expect((await second.modify(rejected)).status).to.equal(200);
  });

  it("is whole after every answer, and for its owner alone", async () => {
    const rig = await start({ data });
    await rig.created();
    expect(JSON.parse(readFileSync(data, "utf8"))).to.have.nested.property("vendors.jpush.signatures[0].id", 37582);
    expect(statSync(data).mode & 0o777).to.equal(0o600);
    await rig.control("/reset", "POST");
    expect(JSON.parse(readFileSync(data, "utf8"))).to.have.nested.property("vendors.jpush.signatures").that.is.empty;
    expect(readdirSync(folder)).to.deep.equal(["signatures.json"]);
  });

  it("has the review go on that was open", async () => {
    const first = await start({ data });
    await first.created();
    await closeAll();
    const second = await start({ data, autoApprove: "1h" });
    await second.control("/clock", "POST", { advance: "2h" });
    expect((await second.signatures())[0]).to.include({ status: "approved" });
  });

  const wrong: [string, string][] = [
    ["is no JSON", "9901 of somebody"],
    ["is something else", '{"name":"pulumi-sms"}'],
    ["is of a later version", '{"version":2,"clock":0,"vendors":{}}'],
  ];
  for (const [name, content] of wrong) {
    it(`is left alone when it ${name}`, async () => {
      writeFileSync(data, content);
      const error = await startEmulator({ data }).then(
        (emulator) => emulator.close(),
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(OptionError);
      expect(error).to.have.property("message").that.contains(data).and.does.not.contain("9901");
      expect(readFileSync(data, "utf8")).to.equal(content);
    });
  }

  it("is no reason to stop: what cannot be written is the vendor's 50019", async () => {
    const rig = await start({ data });
    rmSync(folder, { recursive: true });
    expect(refusal(await rig.create())).to.deep.equal([500, 50019]);
    expect((await rig.signatures())[0]).to.include({ id: 37582 });
  });

  it("is no reason to stop either when a review ends by itself", async () => {
    const rig = await start({ data, autoApprove: "1h", reviewsAtOnce: 2 });
    await rig.created();
    rmSync(folder, { recursive: true });
    await rig.create();
    const warned = once(process, "warning");
    await rig.control("/clock", "POST", { advance: "2h" });
    expect((await rig.signatures()).map(({ status }) => status)).to.deep.equal(["approved", "approved"]);
    expect(String((await warned)[0])).to.contain("ENOENT");
  });

  it("needs a folder that is there", async () => {
    const error = await startEmulator({ data: join(folder, "none", "file.json") }).then(
      (emulator) => emulator.close(),
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(OptionError);
  });
});
