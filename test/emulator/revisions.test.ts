import { expect } from "chai";
import { JPEG, PNG } from "./samples";
import { closeAfterEach, parts, refusal, signId, start, type Fields, type Rig } from "./support";

const create = (rig: Rig, fields: Fields) => rig.form("/v1/sign", parts(fields));

describe("revision 2018-11", () => {
  closeAfterEach();

  it("needs nothing but the text", async () => {
    const rig = await start({ revision: "2018-11", strict: true });
    expect(signId(await create(rig, { sign: "极光推送" }))).to.equal(37582);
    expect((await rig.query(37582)).json).to.deep.equal({
      sign_id: 37582,
      sign: "极光推送",
      status: 0,
      is_default: 0,
      use_status: 0,
    });
  });

  it("takes each of its seven types, an image and a remark", async () => {
    const rig = await start({ revision: "2018-11", strict: true, reviewsAtOnce: 7 });
    for (const type of ["1", "2", "3", "4", "5", "6", "7"]) {
      const answer = await create(rig, { sign: "极光推送", type, image0: PNG, remark: "备注" });
      expect(answer.status, `type ${type}`).to.equal(200);
    }
    const [signature] = await rig.signatures();
    expect(signature!.fields).to.deep.equal({ sign: "极光推送", type: "1", remark: "备注" });
    expect(signature!.images.map(({ field }) => field)).to.deep.equal(["image0"]);
  });

  const refused: [string, Fields, number][] = [
    ["no text", { type: "1" }, 50007],
    ["type 8", { sign: "极光推送", type: "8" }, 50007],
    ["a remark of 101", { sign: "极光推送", remark: "x".repeat(101) }, 50007],
    ["a second image", { sign: "极光推送", image0: PNG, image1: PNG }, 50007],
    ["a field of 2026-04", { sign: "极光推送", legalPersonName: "王样例" }, 50007],
    ["an image that is none", { sign: "极光推送", image0: Buffer.from("GIF89a") }, 50101],
    ["a text in brackets", { sign: "【极光】" }, 50104],
  ];
  for (const [name, fields, code] of refused) {
    it(`answers ${code} to ${name}`, async () => {
      const rig = await start({ revision: "2018-11", strict: true });
      expect(refusal(await create(rig, fields))).to.deep.equal([403, code]);
    });
  }
});

describe("revision 2018-03", () => {
  closeAfterEach();

  it("takes a text and up to four images, and does not tell what is the default", async () => {
    const rig = await start({ revision: "2018-03", strict: true });
    const images = { image0: PNG, image1: JPEG, image2: PNG, image3: JPEG };
    expect(signId(await create(rig, { sign: "极光推送", ...images }))).to.equal(37582);
    const signature = { sign_id: 37582, sign: "极光推送", status: 0, use_status: 0 };
    expect((await rig.query(37582)).json).to.deep.equal(signature);
    await rig.control("/signatures/jpush/37582/default", "POST");
    expect((await rig.query(37582)).json).to.deep.equal(signature);
  });

  it("has neither type nor a fifth image", async () => {
    const rig = await start({ revision: "2018-03", strict: true });
    expect(refusal(await create(rig, { sign: "极光推送", type: "1" }))).to.deep.equal([403, 50007]);
    expect(refusal(await create(rig, { sign: "极光推送", image4: PNG }))).to.deep.equal([403, 50007]);
  });

  it("keeps what is in use, not what is the default, and says so", async () => {
    const rig = await start({ revision: "2018-03" });
    const id = signId(await create(rig, { sign: "极光推送" }));
    await rig.control(`/signatures/jpush/${id}/default`, "POST");
    await rig.control(`/signatures/jpush/${id}`, "PATCH", { inUse: true });
    const answer = await rig.delete(id);
    expect(refusal(answer)).to.deep.equal([403, 50105]);
    expect(answer.text).to.contain("the signature in use cannot be deleted");
    await rig.control(`/signatures/jpush/${id}`, "PATCH", { inUse: false });
    expect((await rig.delete(id)).status).to.equal(200);
  });
});

describe("revisions side by side", () => {
  closeAfterEach();

  it("are each app's own", async () => {
    const rig = await start({
      strict: true,
      apps: [
        { key: "november", secret: "secret", revision: "2018-11" },
        { key: "march", secret: "secret", revision: "2018-03" },
      ],
    });
    const [november, march] = [rig.as("november", "secret"), rig.as("march", "secret")];
    const fields = { sign: "极光推送", type: "1" };
    expect(refusal(await create(rig, fields))).to.deep.equal([403, 50007]);
    expect(signId(await create(november, fields))).to.equal(37582);
    expect(refusal(await create(march, fields))).to.deep.equal([403, 50007]);
    expect(await rig.created()).to.equal(37583);
  });
});
