import { createHash } from "node:crypto";
import { expect } from "chai";
import { refused, startHuawei, type Body } from "./huaweicloud";
import { JPEG, PNG } from "./samples";
import { closeAfterEach } from "./support";

describe("files of Huawei Cloud", () => {
  closeAfterEach();

  it("are uploaded once, shown by their id, and are part of the signatures that name them", async () => {
    const rig = await startHuawei();
    const answer = await rig.form(
      [{ name: "file", fileName: "licence.png", content: PNG, contentType: "image/png" }],
      "?file_desc=a%20sample",
    );
    expect(answer.status).to.equal(200);
    const { file_id: fileId, ...metadata } = answer.json as Body;
    expect(fileId).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect(metadata).to.include({ file_name: "licence.png", file_size: PNG.length, file_desc: "a sample" });
    expect((await rig.vendor(`/upload-files?file_id=${String(fileId)}`)).json).to.deep.equal(answer.json);

    const second = await rig.uploaded("power.jpg", JPEG);
    await rig.created({ file_id: fileId, power_attorney_fileid: second, is_involved_third: "Yes" });
    const [signature] = await rig.signatures();
    const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");
    expect(signature!.images).to.deep.equal([
      { field: "file_id", fileName: "licence.png", bytes: PNG.length, sha256: sha256(PNG) },
      { field: "power_attorney_fileid", fileName: "power.jpg", bytes: JPEG.length, sha256: sha256(JPEG) },
    ]);
  });

  it("get an id each, also of the same content", async () => {
    const rig = await startHuawei();
    expect(await rig.uploaded()).not.to.equal(await rig.uploaded());
  });

  const names: [name: string, fileName: string, refusal: [number, string] | undefined][] = [
    ["of 64 characters", `${"执".repeat(60)}.png`, undefined],
    ["of 65 characters", `${"执".repeat(61)}.png`, [403, "MSGSMS.0132"]],
    ["with a space", "a b.png", [403, "MSGSMS.0132"]],
    ["that is empty", "", [403, "MSGSMS.0132"]],
    ["with a folder, which is left out", "/C:/Users/sample/Desktop/test.PNG", undefined],
    ["in capitals", "SCAN.JPEG", undefined],
    ["with two points", "scan.2.gif", undefined],
    ["of a document", "power.pdf", undefined],
    ["of a format that is not taken", "scan.webp", [403, "MSGSMS.0002"]],
    ["without a format", "png", [403, "MSGSMS.0002"]],
    ...[..."#'$%&*|<>{}[];?!"].map((character): [string, string, [number, string]] => [
      `with ${character}`,
      `a${character}b.png`,
      [403, "MSGSMS.0133"],
    ]),
  ];
  for (const [name, fileName, refusal] of names) {
    it(`${refusal ? "are refused for" : "may have"} a name ${name}`, async () => {
      const answer = await (await startHuawei()).upload(fileName);
      if (refusal) expect(refused(answer)).to.deep.equal(refusal);
      else expect(answer.status).to.equal(200);
    });
  }

  it("have at most 2 MB, or what is set", async () => {
    const limit = 2 * 1024 * 1024;
    const rig = await startHuawei();
    expect((await rig.upload("a.png", Buffer.alloc(limit))).status).to.equal(200);
    expect(refused(await rig.upload("a.png", Buffer.alloc(limit + 1)))).to.deep.equal([403, "MSGSMS.0002"]);
    expect(refused(await rig.upload("a.png", Buffer.alloc(0)))).to.deep.equal([403, "MSGSMS.0002"]);
    const small = await startHuawei({ hwFileLimit: 10 });
    expect((await small.upload("a.png", Buffer.alloc(10))).status).to.equal(200);
    expect(refused(await small.upload("a.png", Buffer.alloc(11)))).to.deep.equal([403, "MSGSMS.0002"]);
  });

  it("come as a part named file, of which the last one counts", async () => {
    const rig = await startHuawei();
    const part = (name: string, fileName: string) => ({ name, fileName, content: PNG });
    expect(refused(await rig.form([part("image", "a.png")]))).to.deep.equal([403, "MSGSMS.0002"]);
    expect(refused(await rig.vendor("/upload-files", { method: "POST", body: "{}" }))).to.deep.equal([
      403,
      "MSGSMS.0002",
    ]);
    const answer = await rig.form([part("file", "a.png"), part("other", "b.png"), part("file", "c.png")]);
    expect(answer.json).to.include({ file_name: "c.png" });
  });

  it("are found by their own project only", async () => {
    const second = { accessKey: "AK2", secretKey: "SK2", projectId: "second" };
    const rig = await startHuawei({ hwAccounts: [second] });
    const id = await rig.uploaded();
    const other = rig.as(second, "second");
    expect(refused(await other.vendor(`/upload-files?file_id=${id}`))).to.deep.equal([404, "MSGSMS.0011"]);
    expect(refused(await other.create({ file_id: id }))).to.deep.equal([404, "MSGSMS.0011"]);
    expect(refused(await rig.vendor("/upload-files?file_id=none"))).to.deep.equal([404, "MSGSMS.0011"]);
    expect(refused(await rig.vendor("/upload-files"))).to.deep.equal([403, "MSGSMS.0002"]);
  });

  it("that are PDF are taken as a power of attorney alone", async () => {
    const rig = await startHuawei();
    const id = await rig.uploaded("power.pdf", Buffer.from("%PDF-1.7 SAMPLE"));
    expect(refused(await rig.create({ file_id: id }))).to.deep.equal([403, "MSGSMS.0002"]);
    const related = { signature_source: 5, registration_number: "1", signature_related_file_id: id };
    expect(refused(await rig.create(related))).to.deep.equal([403, "MSGSMS.0002"]);
    expect((await rig.create({ power_attorney_fileid: id })).status).to.equal(200);
  });

  it("outlive the signature that named them, and end with everything else", async () => {
    const rig = await startHuawei();
    const id = await rig.uploaded();
    await rig.delete(await rig.created({ file_id: id }));
    expect((await rig.create({ file_id: id })).status).to.equal(200);
    await rig.emulator.reset();
    expect(refused(await rig.create({ file_id: id }))).to.deep.equal([404, "MSGSMS.0011"]);
  });
});
