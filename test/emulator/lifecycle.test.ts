import { createHash } from "node:crypto";
import { expect } from "chai";
import { JPEG, PNG } from "./samples";
import { APP_KEY, closeAfterEach, COMPANY, refusal, signId, start } from "./support";

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("JPush's four calls", () => {
  closeAfterEach();

  it("take a signature, tell its state, take it again after a rejection, and delete it", async () => {
    const rig = await start();
    const created = await rig.create();
    expect(created.status).to.equal(200);
    expect(created.text).to.equal('{"sign_id":37582}');

    const pending = await rig.query(37582);
    expect(pending.status).to.equal(200);
    expect(pending.json).to.deep.equal({ sign_id: 37582, sign: "极光推送", status: 0, is_default: 0, use_status: 0 });

    await rig.review(37582, "reject", "the licence is blurred");
    expect((await rig.query(37582)).json).to.include({ status: 2 });

    const modified = await rig.modify(37582, { sign: "极光短信" });
    expect(modified.status).to.equal(200);
    expect(modified.text).to.equal('{"sign_id":37582}');
    expect((await rig.query(37582)).json).to.include({ sign: "极光短信", status: 0 });

    await rig.review(37582, "approve");
    expect((await rig.query(37582)).json).to.include({ status: 1 });

    const deleted = await rig.delete(37582);
    expect([deleted.status, deleted.text, deleted.headers["content-length"]]).to.deep.equal([200, "", "0"]);
    expect(refusal(await rig.query(37582))).to.deep.equal([403, 50102]);
    expect(await rig.signatures()).to.deep.equal([]);
  });

  it("never use an id twice", async () => {
    const rig = await start();
    await rig.create();
    await rig.delete(37582);
    expect((await rig.create()).json).to.deep.equal({ sign_id: 37583 });
  });

  it("keep the apps apart", async () => {
    const rig = await start({ apps: [{ key: "second-app", secret: "second-secret" }] });
    const other = rig.as("second-app", "second-secret");
    const id = await rig.reviewed("reject");
    expect(refusal(await other.query(id))).to.deep.equal([403, 50102]);
    expect(refusal(await other.modify(id))).to.deep.equal([403, 50102]);
    expect(refusal(await other.delete(id))).to.deep.equal([403, 50102]);
    expect(await rig.created()).to.equal(id + 1);
    expect(await other.created(), "a review of its own").to.equal(id + 2);
  });

  it("show the control plane everything that was filed, documents by their hash", async () => {
    const rig = await start();
    await rig.create();
    await rig.review(37582, "reject", "blurred");
    const [signature, ...others] = await rig.signatures();
    expect(others).to.be.empty;
    const texts = Object.fromEntries(Object.entries(COMPANY).filter(([, content]) => typeof content === "string"));
    const { history, ...rest } = signature!;
    expect(rest).to.deep.equal({
      vendor: "jpush",
      id: 37582,
      account: APP_KEY,
      text: "极光推送",
      status: "rejected",
      vendorStatus: 2,
      isDefault: false,
      inUse: false,
      fields: texts,
      images: [
        { field: "idCardImage", fileName: "idCardImage.png", bytes: JPEG.length, sha256: sha256(JPEG) },
        { field: "businessLicenseImage", fileName: "businessLicenseImage.png", bytes: PNG.length, sha256: sha256(PNG) },
      ],
    });
    expect(history.map(({ event, reason }) => [event, reason])).to.deep.equal([
      ["submitted", undefined],
      ["rejected", "blurred"],
    ]);
    for (const { at } of history) expect(new Date(at).toISOString()).to.equal(at);
  });

  it("drop what a modify leaves out", async () => {
    const rig = await start();
    const id = await rig.reviewed("reject", { remark: "first", otherImage: PNG });
    await rig.modify(id, { idCardImage: PNG });
    const [signature] = await rig.signatures();
    expect(signature!.fields).not.to.have.property("remark");
    expect(signature!.images.map(({ field, bytes }) => [field, bytes])).to.deep.equal([
      ["idCardImage", PNG.length],
      ["businessLicenseImage", PNG.length],
    ]);
  });

  it("modify only what is rejected, one review at a time", async () => {
    const rig = await start();
    const rejected = await rig.reviewed("reject");
    const approved = await rig.reviewed("approve");
    expect(refusal(await rig.modify(approved))).to.deep.equal([403, 50102]);
    const pending = await rig.created();
    expect(refusal(await rig.modify(pending))).to.deep.equal([403, 50102]);
    expect(refusal(await rig.modify(rejected)), "another is under review").to.deep.equal([403, 50103]);
    expect(refusal(await rig.create())).to.deep.equal([403, 50103]);
    await rig.review(pending, "approve");
    expect(signId(await rig.modify(rejected))).to.equal(rejected);
  });

  it("take as many reviews at once as is set, per app", async () => {
    const rig = await start({ reviewsAtOnce: 3 });
    expect([await rig.created(), await rig.created(), await rig.created()]).to.deep.equal([37582, 37583, 37584]);
    expect(refusal(await rig.create())).to.deep.equal([403, 50103]);
  });

  it("keep the default signature, each app its own", async () => {
    const rig = await start({ reviewsAtOnce: 2, apps: [{ key: "second-app", secret: "second-secret" }] });
    const other = rig.as("second-app", "second-secret");
    const foreign = await other.reviewed("approve");
    await rig.control(`/signatures/jpush/${foreign}/default`, "POST");
    const [first, second] = [await rig.reviewed("approve"), await rig.reviewed("approve")];
    await rig.control(`/signatures/jpush/${first}/default`, "POST");
    expect((await rig.query(first)).json).to.include({ is_default: 1 });
    expect(refusal(await rig.delete(first))).to.deep.equal([403, 50105]);
    await rig.control(`/signatures/jpush/${second}/default`, "POST");
    expect((await rig.query(first)).json).to.include({ is_default: 0 });
    expect((await rig.delete(first)).status).to.equal(200);
    expect((await other.query(foreign)).json).to.include({ is_default: 1 });
  });
});
