import { expect } from "chai";
import { refused, startHuawei, type Body } from "./huaweicloud";
import { closeAfterEach } from "./support";

const STATUSES: [string, string][] = [
  ["PENDING_REVIEW", "pending"],
  ["PROCESSING", "pending"],
  ["PENDING_QUALIFICATION_REVIEW", "pending"],
  ["REAL_NAME_REGISTRATING", "pending"],
  ["PENDING_ACTIVATE", "pending"],
  ["REVIEW_NOT_PASS", "rejected"],
  ["TO_BE_ACTIVATED", "inactive"],
  ["REVIEW_PROCESSING_COMPLETED", "approved"],
  ["REVIEW_PASSED", "approved"],
  ["REVIEW_PASSED_QUALIFICATION_PROCESSING", "approved"],
  ["REVIEW_PASSED_REAL_NAME_REGISTRATING", "approved"],
  ["REVIEW_PASSED_REAL_NAME_REGISTRATE_FAIL", "approved"],
  ["SOMETHING_NEW", "unknown"],
];

describe("the life of a Huawei Cloud signature", () => {
  closeAfterEach();

  it("is created, shown, approved and deleted", async () => {
    const rig = await startHuawei();
    const created = (await rig.create()).json as Body;
    const id = String(created["id"]);
    expect(created).to.have.all.keys("id", "signature_id", "signature_name");
    expect((await rig.show(id)).json).to.include({ ...created, status: "PENDING_REVIEW" });
    expect((await rig.review(id, "approve")).json).to.include({ vendor: "huaweicloud", id, status: "approved" });
    const approved = (await rig.show(id)).json as Body;
    expect(approved).to.include({ status: "REVIEW_PROCESSING_COMPLETED" });
    expect(approved["channel_num"]).to.match(/^1069\d+$/);
    const deleted = await rig.delete(id);
    expect([deleted.status, deleted.text]).to.deep.equal([204, ""]);
    expect(refused(await rig.show(id))).to.deep.equal([404, "MSGSMS.0005"]);
    expect(refused(await rig.delete(id))).to.deep.equal([404, "MSGSMS.0005"]);
    expect(await rig.signatures()).to.deep.equal([]);
  });

  it("goes by its primary key, not by its signature_id", async () => {
    const rig = await startHuawei();
    const { signature_id: other } = (await rig.create()).json as { signature_id: string };
    expect(refused(await rig.show(other))).to.deep.equal([404, "MSGSMS.0005"]);
  });

  it("is rejected with a reason, updated with a whole body, and reviewed again", async () => {
    const rig = await startHuawei();
    const id = await rig.created({ apply_desc: "first", file_id: await rig.uploaded() });
    const { signature_id: signatureId } = (await rig.show(id)).json as Body;
    await rig.review(id, "reject", "blurred");
    expect((await rig.show(id)).json).to.include({ status: "REVIEW_NOT_PASS", review_desc: "blurred" });
    const updated = await rig.update(id, { signature_name: "样例信息" });
    expect([updated.status, updated.json]).to.deep.equal([
      200,
      { id, signature_id: signatureId, signature_name: "样例信息" },
    ]);
    const shown = (await rig.show(id)).json;
    expect(shown).to.include({ status: "PENDING_REVIEW", signature_name: "样例信息" });
    expect(shown, "what the second body does not have").not.to.have.any.keys("apply_desc", "file_id", "review_desc");
    const [signature] = await rig.signatures();
    expect(signature!.history.map(({ event, reason }) => [event, reason])).to.deep.equal([
      ["submitted", undefined],
      ["rejected", "blurred"],
      ["resubmitted", undefined],
    ]);
  });

  it("is updated when it is rejected, in no other status", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    for (const [vendorStatus, status] of STATUSES) {
      await rig.control(`/signatures/huaweicloud/${id}`, "PATCH", { vendorStatus });
      const answer = await rig.update(id, { apply_desc: vendorStatus });
      if (status === "rejected") expect(answer.status).to.equal(200);
      else expect(refused(answer), vendorStatus).to.deep.equal([403, "MSGSMS.0007"]);
    }
    expect((await rig.show(id)).json).to.include({ apply_desc: "REVIEW_NOT_PASS" });
  });

  it("has statuses that read as the product's, and a channel number while it is approved", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    for (const [vendorStatus, status] of STATUSES) {
      const changed = await rig.control(`/signatures/huaweicloud/${id}`, "PATCH", { vendorStatus });
      expect(changed.json).to.include({ vendorStatus, status });
      const shown = (await rig.show(id)).json as Body;
      expect(shown["status"]).to.equal(vendorStatus);
      expect("channel_num" in shown, vendorStatus).to.equal(status === "approved");
    }
  });

  it("lapses, is activated again, and comes back with the channel number that it had", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    await rig.review(id, "approve");
    const { channel_num: channel } = (await rig.show(id)).json as Body;
    await rig.control(`/signatures/huaweicloud/${id}`, "PATCH", { vendorStatus: "TO_BE_ACTIVATED" });
    expect((await rig.signatures())[0]).to.include({ status: "inactive" });
    const activated = await rig.activate(id);
    expect([activated.status, activated.text]).to.deep.equal([200, ""]);
    expect((await rig.show(id)).json).to.include({ status: "PENDING_ACTIVATE" });
    await rig.review(id, "approve");
    expect((await rig.show(id)).json).to.include({ status: "REVIEW_PROCESSING_COMPLETED", channel_num: channel });
    expect((await rig.signatures())[0]!.history.map(({ event }) => event)).to.deep.equal([
      ...["submitted", "approved", "changed in the console", "reactivated", "approved"],
    ]);
  });

  it("is activated when it has lapsed, in no other status", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    for (const [vendorStatus] of STATUSES) {
      await rig.control(`/signatures/huaweicloud/${id}`, "PATCH", { vendorStatus });
      const answer = await rig.activate(id);
      if (vendorStatus === "TO_BE_ACTIVATED") expect(answer.status).to.equal(200);
      else expect(refused(answer), vendorStatus).to.deep.equal([403, "MSGSMS.0130"]);
    }
    expect(refused(await rig.activate("none"))).to.deep.equal([404, "MSGSMS.0005"]);
  });

  it("is the only one of its name and type, whatever became of it", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    expect(refused(await rig.create({ apply_desc: "another" }))).to.deep.equal([403, "MSGSMS.0006"]);
    await rig.review(id, "reject");
    expect(refused(await rig.create())).to.deep.equal([403, "MSGSMS.0006"]);
    const notices = await rig.created({ signature_type: "NOTIFY_TYPE" });
    await rig.review(notices, "reject");
    expect(refused(await rig.update(notices)), "an update into the name and type of another").to.deep.equal([
      403,
      "MSGSMS.0006",
    ]);
    expect((await rig.update(notices, { signature_type: "NOTIFY_TYPE" })).status).to.equal(200);
    await rig.delete(id);
    expect((await rig.create()).status).to.equal(200);
  });

  it("is the only one of its name and type in all projects of its account", async () => {
    const second = { accessKey: "AK2", secretKey: "SK2", projectId: "second", region: "cn-south-1" };
    const foreign = { accessKey: "AK3", secretKey: "SK3", projectId: "third", domainName: "Another" };
    const rig = await startHuawei({ hwAccounts: [second, foreign] });
    const id = await rig.created();
    const other = rig.as(second, "second");
    const refusal = await other.create();
    expect(refused(refusal)).to.deep.equal([403, "MSGSMS.0006"]);
    expect(refusal.json).to.include({ error_detail: "another signature of the account has this name and type" });
    expect((await rig.as(foreign, "third").create()).status, "another account").to.equal(200);
    const notices = await other.created({ signature_type: "NOTIFY_TYPE" });
    await other.review(notices, "reject");
    expect(refused(await other.update(notices)), "an update").to.deep.equal([403, "MSGSMS.0006"]);
    await rig.delete(id);
    expect((await other.create()).status).to.equal(200);
  });

  it("is one of many under review", async () => {
    const rig = await startHuawei();
    for (let number = 0; number < 5; number++) await rig.created({ signature_name: `样例${number}` });
    expect((await rig.signatures()).map(({ status }) => status)).to.deep.equal(Array(5).fill("pending"));
  });

  it("takes its channel number and templates along when it is deleted", async () => {
    const rig = await startHuawei();
    const approved = await rig.created();
    await rig.review(approved, "approve");
    const { channel_num: channel } = (await rig.show(approved)).json as Body;
    const pending = await rig.created({ signature_name: "样例信息" });
    await rig.delete(approved);
    await rig.control(`/signatures/huaweicloud/${pending}`, "DELETE");
    const deleted = (await rig.control("/signatures?deleted=yes")).json as Awaited<ReturnType<typeof rig.signatures>>;
    expect(deleted.map(({ id, history }) => [id, history.at(-1)!.event, history.at(-1)!.reason])).to.deep.equal([
      [approved, "deleted", `its channel number ${String(channel)} and every template under it went with it`],
      [pending, "deleted in the console", undefined],
    ]);
  });

  it("is not changed by an update that is refused", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    await rig.review(id, "reject", "blurred");
    const before = (await rig.show(id)).json;
    expect(refused(await rig.update(id, { signature_type: "none" }))).to.deep.equal([403, "MSGSMS.0002"]);
    expect(refused(await rig.update("none"))).to.deep.equal([404, "MSGSMS.0005"]);
    expect((await rig.show(id)).json).to.deep.equal(before);
  });

  const absent: [string, "GET" | "POST" | "PUT" | "DELETE" | "PATCH"][] = [
    ["/signature", "GET"],
    ["/signatures", "DELETE"],
    ["/signatures", "PUT"],
    ["/signatures/1", "POST"],
    ["/signatures/1/active", "POST"],
    ["/templates", "GET"],
    ["/apps", "POST"],
  ];
  for (const [path, method] of absent) {
    it(`knows no ${method} ${path}`, async () => {
      const rig = await startHuawei();
      expect(refused(await rig.vendor(path, { method }))).to.deep.equal([404, "APIGW.0101"]);
    });
  }

  it("takes paths that end with a slash", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    expect((await rig.vendor(`/signatures/${id}/`)).json).to.include({ id });
    expect((await rig.list("/")).total).to.equal(1);
  });
});
