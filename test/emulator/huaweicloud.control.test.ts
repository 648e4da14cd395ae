import { expect } from "chai";
import type { RequestEntry } from "sms-emulator";
import { PROJECT_ID, refused, startHuawei, type Body } from "./huaweicloud";
import { closeAfterEach, Rig, type Answer } from "./support";

/** Status and words of the control plane's refusal. */
function denied({ status, json }: Answer): [number, string] {
  const { error } = json as { error: { message: string; fix: string } };
  expect(error.fix).not.to.equal("");
  return [status, error.message];
}

const statuses = async (rig: { signatures(): Promise<{ status: string }[]> }) =>
  (await rig.signatures()).map(({ status }) => status);

describe("the control plane with Huawei Cloud", () => {
  closeAfterEach();

  it("shows both vendors' signatures in one shape", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    await rig.control("/clock", "POST", { advance: "1m" });
    await new Rig(rig.emulator).created();
    const [huawei, jpush] = await rig.signatures();
    expect(jpush, "the oldest first, whosever it is").to.include({ vendor: "jpush" });
    expect(Object.keys(huawei!)).to.have.members(Object.keys(jpush!));
    expect(huawei).to.deep.include({
      vendor: "huaweicloud",
      id,
      text: "样例科技",
      status: "pending",
      isDefault: false,
      inUse: false,
      images: [],
    });
    expect(huawei!.fields).to.deep.equal({
      ...{ app_id: await rig.appId(), signature_name: "样例科技", signature_source: "0" },
      ...{ signature_type: "VERIFY_CODE_TYPE", is_involved_third: "No" },
    });
  });

  it("says clearly that there is no default", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    await rig.review(id, "approve");
    const answer = await rig.control(`/signatures/huaweicloud/${id}/default`, "POST");
    expect(denied(answer)).to.deep.equal([409, "huaweicloud knows no default signature"]);
    expect((await rig.signatures())[0]).to.include({ isDefault: false });
  });

  it("reviews what is pending, in whichever way, and nothing else", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    for (const vendorStatus of ["PROCESSING", "PENDING_ACTIVATE"]) {
      await rig.control(`/signatures/huaweicloud/${id}`, "PATCH", { vendorStatus });
      expect((await rig.review(id, "approve")).json).to.include({ vendorStatus: "REVIEW_PROCESSING_COMPLETED" });
    }
    expect(denied(await rig.review(id, "reject"))).to.deep.equal([409, "it is not under review, it is approved"]);
    await rig.control(`/signatures/huaweicloud/${id}`, "PATCH", { vendorStatus: "TO_BE_ACTIVATED" });
    expect(denied(await rig.review(id, "approve"))).to.deep.equal([409, "it is not under review, it is inactive"]);
  });

  it("changes a name and a status, which is a word", async () => {
    const rig = await startHuawei();
    const id = await rig.created();
    const path = `/signatures/huaweicloud/${id}`;
    await rig.control(path, "PATCH", { text: "样例信息" });
    expect((await rig.show(id)).json).to.include({ signature_name: "样例信息" });
    expect(denied(await rig.control(path, "PATCH", { vendorStatus: 2 }))).to.deep.equal([
      400,
      "vendorStatus: a string is wanted",
    ]);
  });

  it("lists what was deleted only when it is asked for, until it is reset", async () => {
    const rig = await startHuawei();
    const jpush = new Rig(rig.emulator);
    await jpush.delete(await jpush.created());
    await rig.delete(await rig.created());
    const deleted = async () =>
      ((await rig.control("/signatures?deleted=yes")).json as Body[]).map((one) => one["vendor"]);
    expect(await deleted()).to.deep.equal(["jpush", "huaweicloud"]);
    expect((await rig.control("/signatures?deleted=no")).json).to.deep.equal([]);
    expect(denied(await rig.control("/signatures?deleted=maybe"))[0]).to.equal(400);
    await rig.emulator.reset();
    expect(await deleted()).to.deep.equal([]);
  });

  it("approves by itself, also what was activated again", async () => {
    const rig = await startHuawei({ autoApprove: "1h" });
    const id = await rig.created();
    await rig.created({ signature_name: "样例信息" });
    await rig.control("/clock", "POST", { advance: "1h" });
    expect(await statuses(rig)).to.deep.equal(["approved", "approved"]);
    await rig.control(`/signatures/huaweicloud/${id}`, "PATCH", { vendorStatus: "TO_BE_ACTIVATED" });
    await rig.activate(id);
    await rig.control("/clock", "POST", { advance: "59m" });
    expect(await statuses(rig)).to.deep.equal(["pending", "approved"]);
    await rig.control("/clock", "POST", { advance: "1m" });
    expect(await statuses(rig)).to.deep.equal(["approved", "approved"]);
  });

  it("fails reviews of the Chinese site without a qualification", async () => {
    const rig = await startHuawei({ hwSite: "cn", autoApprove: "1h" });
    const without = await rig.created();
    const [status, message] = denied(await rig.review(without, "approve"));
    expect([status, message]).to.deep.equal([
      409,
      "it cannot be approved: qualification_id is missing, without which reviews of the Chinese site fail",
    ]);
    const qualified = await rig.created({ signature_type: "PROMOTION_TYPE", qualification_id: "q1" });
    await rig.control("/clock", "POST", { advance: "1h" });
    expect((await rig.show(without)).json).to.include({
      status: "REVIEW_NOT_PASS",
      review_desc: "qualification_id is missing, without which reviews of the Chinese site fail",
    });
    expect((await rig.show(qualified)).json).to.include({
      status: "REVIEW_PROCESSING_COMPLETED",
      site: "cn",
      qualification_id: "q1",
    });
    expect((await rig.update(without, { qualification_id: "q2" })).status).to.equal(200);
    expect((await rig.review(without, "approve")).status).to.equal(200);
  });

  it("writes calls down without what was in them", async () => {
    const rig = await startHuawei();
    await rig.created();
    await rig.vendor("/signatures?signature_name=secret");
    const { json, text } = await rig.control("/requests?path=/v2");
    const path = `/v2/${PROJECT_ID}/msgsms`;
    const calls = (json as RequestEntry[]).map(({ method, path: called, status }) => [method, called, status]);
    expect(calls).to.deep.equal([
      ["GET", `${path}/apps`, 200],
      ["POST", `${path}/signatures`, 200],
      ["GET", `${path}/signatures`, 200],
    ]);
    for (const secret of ["secret", "SDK-HMAC", "QTWAOYTT", "样例"]) expect(text).not.to.contain(secret);
  });
});

describe("faults with Huawei Cloud", () => {
  closeAfterEach();

  it("have the envelope of the service, or of its gateway", async () => {
    const rig = await startHuawei();
    await rig.control("/faults", "PUT", [
      { kind: "status", code: "MSGSMS.0001", times: 1 },
      { kind: "status", code: "APIGW.0308", headers: { "retry-after": "3" }, times: 1 },
      { kind: "status", status: 400, code: "MSGSMS.9999", message: "new", times: 1 },
    ]);
    expect(refused(await rig.show("1"))).to.deep.equal([500, "MSGSMS.0001"]);
    const busy = await rig.show("1");
    expect(refused(busy)).to.deep.equal([429, "APIGW.0308"]);
    expect(busy.headers["retry-after"]).to.equal("3");
    const unknown = await rig.show("1");
    expect(refused(unknown)).to.deep.equal([400, "MSGSMS.9999"]);
    expect(unknown.json).to.include({ error_msg: "new" });
  });

  it("lose an answer of a create that took effect, which the list then shows", async () => {
    const rig = await startHuawei();
    const body = { app_id: await rig.appId() };
    await rig.control("/faults", "PUT", [{ kind: "cut-after", method: "POST", path: "/v2", times: 1 }]);
    const lost = await rig.create(body).then(
      () => "answered",
      () => "lost",
    );
    expect(lost).to.equal("lost");
    expect(await rig.list()).to.deep.equal({ names: ["样例科技"], total: 1 });
  });

  it("leave the other vendor alone", async () => {
    const rig = await startHuawei();
    await rig.control("/faults", "PUT", [{ kind: "html", path: "/v2" }]);
    expect((await rig.show("1")).status).to.equal(502);
    expect(await new Rig(rig.emulator).created()).to.equal(37582);
  });
});
