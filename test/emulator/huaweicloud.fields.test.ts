import { expect } from "chai";
import type { EmulatorOptions } from "sms-emulator";
import { refused, startHuawei, type Body, type HuaweiRig } from "./huaweicloud";
import { closeAfterEach } from "./support";

/** What the page says of an app and of a trademark, but for the file. */
const APP = { signature_source: 2, license_number: "京ICP备00000000号" };
const TRADEMARK = { signature_source: 5, registration_number: "00000000" };

describe("fields of a Huawei Cloud signature", () => {
  closeAfterEach();

  const taken: [string, Body, EmulatorOptions?][] = [
    ["with its source as a text", { signature_source: "0" }],
    ["of the other type", { signature_type: "NOTIFY_TYPE" }],
    ["that involves a third party", { is_involved_third: "Yes" }],
    ["with an underscore in its name", { signature_name: "华为_test" }],
    ["with one character", { signature_name: "华" }],
    ["with null and empty for what it leaves out", { apply_desc: null, file_id: "", qualification_id: null }],
    ["of a website, discarded", { signature_source: 1 }],
    ["of an applet, discarded", { signature_source: 3, source_title_content: "样例小程序" }],
    ["of a shop, discarded", { signature_source: 4 }],
    ["with a field that nobody knows", { signature_usage: "x" }],
    ["of all 32 characters, when names are checked", { signature_name: "华".repeat(32) }, { hwNameChecks: true }],
    ["that promotes, of the Chinese site", { signature_type: "PROMOTION_TYPE" }, { hwSite: "cn" }],
    [
      "with a title, where they are needed",
      { signature_source: 1, source_title_content: "console.example.com" },
      { hwSourceTitles: true },
    ],
    ["of a company, where titles are needed", {}, { hwSourceTitles: true }],
  ];
  for (const [name, body, options] of taken) {
    it(`take one ${name}`, async () => {
      const answer = await (await startHuawei(options)).create(body);
      expect([answer.status, answer.text]).to.satisfy(([status]: [number]) => status === 200);
    });
  }

  const parameter: [number, string] = [403, "MSGSMS.0002"];
  const wrong: [string, Body, EmulatorOptions?, [number, string]?][] = [
    ["app_id", { app_id: undefined }],
    ["app_id", { app_id: "none" }, {}, [404, "MSGSMS.0014"]],
    ["app_id", { app_id: "none" }, { hwAbsentAppCode: "MSGSMS.0076" }, [404, "MSGSMS.0076"]],
    ["signature_name", { signature_name: undefined }],
    ["signature_name", { signature_name: "" }],
    ["signature_name", { signature_name: 7 }],
    ["signature_name", { signature_name: "华" }, { hwNameChecks: true }],
    ["signature_name", { signature_name: "华".repeat(33) }, { hwNameChecks: true }],
    ["signature_name", { signature_name: "华为_test" }, { hwNameChecks: true }],
    ["signature_source", { signature_source: undefined }],
    ["signature_source", { signature_source: 6 }],
    ["signature_source", { signature_source: -1 }],
    ["signature_source", { signature_source: 0.5 }],
    ["signature_source", { signature_source: "company" }],
    ["signature_source", { signature_source: true }],
    ["signature_type", { signature_type: undefined }],
    ["signature_type", { signature_type: "verify_code_type" }],
    ["signature_type", { signature_type: "PROMOTION_TYPE" }],
    ["is_involved_third", { is_involved_third: undefined }],
    ["is_involved_third", { is_involved_third: "yes" }],
    ["is_involved_third", { is_involved_third: false }],
    ["apply_desc", { apply_desc: ["x"] }],
    ["file_id", { file_id: "none" }, {}, [404, "MSGSMS.0011"]],
    ["power_attorney_fileid", { power_attorney_fileid: "none" }, {}, [404, "MSGSMS.0011"]],
    ["source_title_content", { signature_source: 3 }, { hwSourceTitles: true }],
    ["signature_usage", { signature_usage: "x" }, { strict: true }],
    ["signature_related_file_id", APP],
    ["signature_related_file_id", TRADEMARK],
  ];
  for (const [field, body, options, refusal = parameter] of wrong) {
    it(`refuse ${JSON.stringify(body, (_, value: unknown) => value ?? null)}${options ? ` with ${JSON.stringify(options)}` : ""}, naming ${field}`, async () => {
      const answer = await (await startHuawei(options)).create(body);
      expect(refused(answer)).to.deep.equal(refusal);
      const { error_detail: detail } = answer.json as { error_detail: string };
      expect(detail.split(":")[0]).to.equal(field);
      const value = String(body[field]);
      if (value.length > 3) expect(detail).not.to.contain(value);
    });
  }

  const sources: [string, Body, string][] = [
    ["an app", APP, "license_number"],
    ["a trademark", TRADEMARK, "registration_number"],
  ];
  for (const [name, body, number] of sources) {
    it(`that ${name} needs are a file and a number`, async () => {
      const rig = await startHuawei();
      const whole = { ...body, signature_related_file_id: await rig.uploaded() };
      expect(refused(await rig.create({ ...whole, [number]: undefined }))).to.deep.equal(parameter);
      const id = await rig.created(whole);
      expect((await rig.show(id)).json).to.include({ ...whole, app_name: "sample" });
    });
  }

  const bodies: [string, string][] = [
    ["nothing", ""],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["null", "null"],
  ];
  for (const [name, body] of bodies) {
    it(`refuse ${name} as a body`, async () => {
      const rig = await startHuawei();
      expect(refused(await rig.vendor("/signatures", { method: "POST", body }))).to.deep.equal(parameter);
      const id = await rig.created();
      expect(refused(await rig.vendor(`/signatures/${id}`, { method: "PUT", body }))).to.deep.equal(parameter);
    });
  }

  it("are shown as they were sent, the power of attorney with one more underscore", async () => {
    const rig = await startHuawei();
    const [licence, power] = [await rig.uploaded(), await rig.uploaded("power.pdf")];
    const id = await rig.created({
      file_id: licence,
      power_attorney_fileid: power,
      apply_desc: "notices",
      qualification_id: "q1",
    });
    const shown = (await rig.show(id)).json as Body;
    expect(shown).to.include({
      ...{
        id,
        signature_name: "样例科技",
        signature_type: "VERIFY_CODE_TYPE",
        signature_source: 0,
        is_involved_third: "No",
      },
      ...{
        file_id: licence,
        power_attorney_file_id: power,
        apply_desc: "notices",
        qualification_id: "q1",
        status: "PENDING_REVIEW",
      },
    });
    expect(shown["signature_id"]).to.be.a("string").and.not.equal(id);
    expect(shown).not.to.have.any.keys(
      "app_id",
      "power_attorney_fileid",
      "channel_num",
      "review_desc",
      "license_number",
    );
    const [seen] = await rig.signatures();
    expect(seen!.fields).to.include({ signature_source: "0", power_attorney_fileid: power, file_id: licence });
  });

  it("that there are not can be null", async () => {
    const rig = await startHuawei({ hwNulls: true });
    const shown = (await rig.show(await rig.created())).json;
    expect(shown).to.include({ channel_num: null, review_desc: null, power_attorney_file_id: null });
  });
});

describe("applications of Huawei Cloud", () => {
  closeAfterEach();

  const listed = async (rig: HuaweiRig, query = "") =>
    (await rig.vendor(`/apps${query}`)).json as { results: Body[]; total: number };

  it("are listed with their ids, one by default", async () => {
    const { results, total } = await listed(await startHuawei());
    expect(total).to.equal(1);
    expect(results[0]).to.include({ app_name: "sample", status: "LAUNCHED" });
    expect(results[0]!["id"])
      .to.match(/^[0-9a-f]{32}$/)
      .and.not.equal(results[0]!["app_key"]);
  });

  it("may have one name, and are found by it", async () => {
    const rig = await startHuawei({ hwApps: ["shop", "shop", "shopping"] });
    const { results } = await listed(rig, "?app_name=shop");
    expect(results.map((one) => one["app_name"])).to.deep.equal(["shop", "shop"]);
    expect(new Set(results.map((one) => one["id"])).size).to.equal(2);
    expect((await listed(rig, "?app_name=none")).total).to.equal(0);
    expect((await listed(rig, "?limit=1&offset=2")).results).to.have.length(1);
    const id = await rig.created({ app_id: results[1]!["id"] });
    expect((await rig.show(id)).json).to.include({ app_name: "shop", app_key: results[1]!["app_key"] });
  });
});
