import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { OptionError, startEmulator } from "sms-emulator";
import { HuaweiRig } from "./huaweicloud";
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

  it("keeps a document once, however many signatures have it", async () => {
    const first = await start({ data, reviewsAtOnce: 3 });
    for (const sign of ["极光", "推送"]) await first.created({ sign });
    const [before] = await first.signatures();
    await closeAll();
    const { documents } = JSON.parse(readFileSync(data, "utf8")) as { documents: Record<string, string> };
    const encoded = Object.values(documents);
    expect(Object.keys(documents))
      .to.have.members(before!.images.map(({ sha256 }) => sha256))
      .and.have.length(2);
    for (const one of encoded) expect(readFileSync(data, "utf8").split(one)).to.have.length(2);
    const second = await start({ data });
    expect((await second.signatures()).map(({ images }) => images)).to.deep.equal([before!.images, before!.images]);
  });

  it("is read in the form that it had before documents were kept once", async () => {
    const first = await start({ data });
    await first.created();
    const before = await first.signatures();
    await closeAll();
    const { documents, ...kept } = JSON.parse(readFileSync(data, "utf8")) as {
      documents: Record<string, string>;
      vendors: { jpush: { signatures: { images: { field: string; fileName: string; sha256: string }[] }[] } };
    };
    for (const signature of kept.vendors.jpush.signatures) {
      const old = ({ field, fileName, sha256 }: { field: string; fileName: string; sha256: string }) => ({
        field,
        fileName,
        content: documents[sha256],
      });
      Object.assign(signature, { images: signature.images.map(old) });
    }
    writeFileSync(data, JSON.stringify({ ...kept, version: 1 }));
    const second = await start({ data });
    expect(await second.signatures()).to.deep.equal(before);
  });

  const wrong: [string, string][] = [
    ["is no JSON", "9901 of somebody"],
    ["is something else", '{"name":"pulumi-sms"}'],
    ["is of a later version", '{"version":3,"clock":0,"vendors":{},"documents":{}}'],
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

  it("is no reason to stop either when reviews end by themselves", async () => {
    const rig = await start({ data, autoApprove: "1h", reviewsAtOnce: 2 });
    await rig.created();
    rmSync(folder, { recursive: true });
    await rig.create();
    const { status, text } = await rig.control("/clock", "POST", { advance: "2h" });
    expect(status).to.equal(500);
    expect(text).to.contain(`it is done, but the data file ${data} cannot be written (ENOENT)`);
    expect((await rig.signatures()).map(({ status }) => status)).to.deep.equal(["approved", "approved"]);
  });

  it("is said on stderr where nobody asked", async () => {
    const rig = await start({ data, autoApprove: "100ms" });
    const warned = once(process, "warning");
    await rig.created();
    rmSync(folder, { recursive: true });
    expect(String((await warned)[0])).to.contain(`${data} cannot be written (ENOENT); make its folder again`);
    expect((await rig.signatures())[0]).to.include({ status: "approved" });
  });

  it("is reset whole though it cannot be written", async () => {
    const rig = await start({ data });
    const huawei = new HuaweiRig(rig.emulator);
    await rig.created();
    await huawei.created();
    await rig.control("/faults", "PUT", [{ kind: "html" }]);
    rmSync(folder, { recursive: true });
    expect((await rig.control("/reset", "POST")).status).to.equal(500);
    expect(await rig.signatures()).to.deep.equal([]);
    expect([(await rig.control("/faults")).json, (await rig.control("/requests")).json]).to.deep.equal([[], []]);
  });

  it("is written once for all that one call changes", async () => {
    const rig = await start({ data, autoApprove: "1h", reviewsAtOnce: 3 });
    for (const _ of [1, 2, 3]) await rig.created();
    const written = watch(folder);
    const names: (string | null)[] = [];
    written.on("change", (_event, name) => names.push(String(name)));
    await rig.control("/clock", "POST", { advance: "2h" });
    await sleep(100);
    written.close();
    const kept = JSON.parse(readFileSync(data, "utf8")) as {
      vendors: { jpush: { signatures: { vendorStatus: number }[] } };
    };
    expect(kept.vendors.jpush.signatures.map(({ vendorStatus }) => vendorStatus)).to.deep.equal([1, 1, 1]);
    expect(names.filter((name) => name === "signatures.json")).to.have.length(1);
  });

  describe("has one writer", () => {
    const another =
      /was written by another emulator, or a person, meanwhile.*stop the other one or give each a file of its own/;

    it("so that the second to write is told, and the first one's stays", async () => {
      const [one, other] = [await start({ data }), await start({ data })];
      await one.created();
      const text = readFileSync(data, "utf8");
      const refused = await other.create();
      expect(refusal(refused)).to.deep.equal([500, 50019]);
      expect(refused.headers["x-emulator-detail"]).to.match(another).and.not.contain(folder);
      const control = await other.review(37582, "approve");
      expect(control.status).to.equal(500);
      expect(control.text).to.match(another).and.contain(data);
      const huawei = (await new HuaweiRig(other.emulator).create()).json;
      expect(huawei).to.have.property("error_code", "MSGSMS.0001");
      expect(huawei).to.have.property("error_detail").that.matches(another);
      expect(readFileSync(data, "utf8")).to.equal(text);
      expect((await one.review(37582, "reject")).status).to.equal(200);
    });

    it("who is not disturbed by one that cannot start", async () => {
      const one = await start({ data });
      await one.created();
      await start({ data, port: Number(new URL(one.emulator.url).port) }).then(
        () => expect.fail("the port is taken"),
        () => undefined,
      );
      expect((await one.review(37582, "approve")).status).to.equal(200);
    });

    it("though a person edits it", async () => {
      const rig = await start({ data });
      writeFileSync(data, readFileSync(data, "utf8").replace('"clock":0', '"clock":1'));
      expect(refusal(await rig.create())).to.deep.equal([500, 50019]);
      rmSync(data);
      expect((await rig.review(37582, "approve")).status, "removed, as the message says").to.equal(200);
      expect(JSON.parse(readFileSync(data, "utf8"))).to.have.nested.property("vendors.jpush.signatures[0].id", 37582);
    });

    it("and a copy of it put back is the same", async () => {
      const rig = await start({ data });
      await rig.created();
      const text = readFileSync(data);
      rmSync(data);
      writeFileSync(data, text);
      expect((await rig.review(37582, "approve")).status).to.equal(200);
    });
  });

  it("is rid of what an emulator left that was killed while it wrote, and of nothing else", async () => {
    const ended = spawnSync(process.execPath, ["-e", ""]).pid;
    const leftover = `signatures.json.${ended}.tmp`;
    const others = [
      `signatures.json.${process.ppid}.tmp`,
      "signatures.json.tmp",
      `signatures.json.${ended}.tmp.kept`,
      `other.json.${ended}.tmp`,
    ];
    for (const name of [leftover, ...others]) writeFileSync(join(folder, name), "{}");
    mkdirSync(join(folder, `signatures.json.1${ended}.tmp`));
    await start({ data });
    expect(readdirSync(folder)).to.have.members(["signatures.json", `signatures.json.1${ended}.tmp`, ...others]);
  });

  it("needs a folder that is there", async () => {
    const error = await startEmulator({ data: join(folder, "none", "file.json") }).then(
      (emulator) => emulator.close(),
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(OptionError);
  });
});
