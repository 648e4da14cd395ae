import { expect } from "chai";
import { refused, startHuawei, type Body } from "./huaweicloud";
import { closeAfterEach } from "./support";

describe("the list of Huawei Cloud signatures", () => {
  closeAfterEach();

  async function three(options = {}) {
    const rig = await startHuawei({ hwApps: ["first", "second"], ...options });
    const { results } = (await rig.vendor("/apps")).json as { results: Body[] };
    const approved = await rig.created({ signature_name: "样例甲" });
    await rig.control("/clock", "POST", { advance: "1h" });
    await rig.created({ signature_name: "样例甲", signature_type: "NOTIFY_TYPE", app_id: results[1]!["id"] });
    await rig.control("/clock", "POST", { advance: "1h" });
    await rig.created({ signature_name: "样例甲乙" });
    await rig.review(approved, "approve");
    return { rig, approved };
  }

  it("is newest first, ten at a time, with the number of all", async () => {
    const rig = await startHuawei();
    for (let number = 1; number <= 12; number++) await rig.created({ signature_name: `样例${number}` });
    const first = await rig.list();
    expect(first).to.deep.include({ total: 12 });
    expect(first.names).to.deep.equal([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `样例${number}`));
    expect((await rig.list("?offset=10")).names).to.deep.equal(["样例2", "样例1"]);
    expect((await rig.list("?limit=2&sort_dir=asc&offset=1")).names).to.deep.equal(["样例2", "样例3"]);
    expect((await rig.list("?limit=100&sort_dir=desc&sort_key=create_time")).names).to.have.length(12);
    expect(await rig.list("?offset=12")).to.deep.equal({ names: [], total: 12 });
  });

  const filters: [string, number][] = [
    ["signature_name=%E6%A0%B7%E4%BE%8B%E7%94%B2", 2],
    ["signature_name=%E6%A0%B7", 0],
    ["signature_type=NOTIFY_TYPE", 1],
    ["status=PENDING_REVIEW", 2],
    ["status=REVIEW_NOT_PASS", 0],
    ["app_name=second", 1],
    ["signature_type=VERIFY_CODE_TYPE&status=PENDING_REVIEW", 1],
    ["signature_name=&status=", 3],
    ["site=cn", 3],
  ];
  for (const [query, count] of filters) {
    it(`finds ${count} with ${decodeURIComponent(query)}`, async () => {
      const { rig } = await three();
      expect((await rig.list(`?${query}`)).total).to.equal(count);
    });
  }

  it("compares names by what they contain, if set", async () => {
    const { rig } = await three({ hwNames: "contains" });
    expect((await rig.list("?signature_name=%E7%94%B2")).total).to.equal(3);
    expect((await rig.list("?app_name=sec")).total).to.equal(1);
    expect((await rig.list("?signature_type=NOTIFY")).total).to.equal(0);
  });

  it("shows each as a query does, and finds it by its signature_id", async () => {
    const { rig, approved } = await three();
    const shown = (await rig.show(approved)).json as Body;
    const { results } = (await rig.vendor(`/signatures?signature_id=${String(shown["signature_id"])}`)).json as {
      results: Body[];
    };
    expect(results).to.deep.equal([shown]);
  });

  it("knows from when to when, by the vendor's clock", async () => {
    const { rig } = await three();
    const { results } = (await rig.vendor("/signatures?sort_dir=asc")).json as { results: Body[] };
    const times = results.map((one) => String(one["create_time"]));
    expect(times[0]).to.match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const from = async (start: string, end: string) =>
      (await rig.list(`?end_time=${encodeURIComponent(end)}&start_time=${encodeURIComponent(start)}`)).total;
    expect(await from(times[1]!, times[2]!)).to.equal(2);
    expect(await from(times[1]!, times[1]!)).to.equal(1);
    expect(await from("2020-01-01 00:00:00", "2020-12-31 23:59:59")).to.equal(0);
  });

  it("tells times eight hours from UTC, or as it is set", async () => {
    for (const hours of [8, 0, -5]) {
      const rig = await startHuawei({ hwUtcOffset: hours });
      const shown = (await rig.show(await rig.created())).json as Body;
      const [signature] = await rig.signatures();
      const at = Date.parse(signature!.history[0]!.at);
      expect(shown["create_time"]).to.equal(
        new Date(at + hours * 3_600_000).toISOString().slice(0, 19).replace("T", " "),
      );
    }
  });

  for (const query of [
    "limit=0",
    "limit=ten",
    "limit=-1",
    "offset=-1",
    "sort_dir=up",
    "sort_key=status",
    "start_time=yesterday",
  ]) {
    it(`refuses ${query}`, async () => {
      const rig = await startHuawei();
      expect(refused(await rig.vendor(`/signatures?${query}`))).to.deep.equal([403, "MSGSMS.0002"]);
    });
  }
});
