import { expect } from "chai";
import { contentOf, formParts, validateFiling } from "../../provider/jpush/content";
import { REVISIONS, type RevisionName } from "../../provider/jpush/revisions";
import { UNKNOWN } from "../../provider/values";
import type { Values } from "../../provider/values";
import { jpeg, png } from "../documents/samples";
import { accountAt, connect, JPushRig, type Connected } from "./rig";
import { check, COMPANY, held, Folder, SETTINGS } from "./signatures";

const NOVEMBER: Values = { apiRevision: "2018-11", sign: "极光推送" };
const MARCH: Values = { apiRevision: "2018-03", sign: "极光推送" };
const scans = (count: number) => Array.from({ length: count }, (_, index) => held(`scan ${index}`));

async function faultsOf(news: Values, olds: Values | null = null): Promise<string[]> {
  return (await check(olds, news, SETTINGS)).faults.map(({ input, reason }) => `${input}: ${reason}`);
}

describe("checking a JPush signature of an older revision", () => {
  for (const [what, inputs] of [
    ["2018-11, the text alone", NOVEMBER],
    ["2018-11, all of it", { ...NOVEMBER, type: 4, images: scans(1), remark: "样例" }],
    [
      "2018-11, how it behaves",
      { ...NOVEMBER, whenBusy: "fail", supersededAfter: "0s", adoptId: 37582, resubmit: "a" },
    ],
    ["2018-03, the text alone", MARCH],
    ["2018-03, four documents", { ...MARCH, images: scans(4) }],
    ["2018-03, no document", { ...MARCH, images: [] }],
    ["2018-03, what is not known yet", { ...MARCH, sign: UNKNOWN, images: UNKNOWN }],
  ] satisfies [string, Values][]) {
    it(`takes ${what}`, async () => {
      expect(await check(null, inputs, SETTINGS)).to.deep.equal({ normalised: {}, faults: [], warnings: [] });
    });
  }

  for (const [what, inputs, fault] of [
    ["a text in brackets", { ...NOVEMBER, sign: "【极光】" }, /^sign: it has brackets/],
    ["no text", { ...MARCH, sign: "" }, /^sign: empty: give the text/],
    ["an eighth type", { ...NOVEMBER, type: 8 }, /^type: .*1 \(company\), 2 \(filed website\), 3 \(app\)/],
    ["a type in words", { ...NOVEMBER, type: "签名类型" }, /^type: not one of JPush's types/],
    [
      "a second document where one can be filed",
      { ...NOVEMBER, images: scans(2) },
      /^images: 2 documents, and 1 can be filed/,
    ],
    ["a fifth document", { ...MARCH, images: scans(5) }, /^images: 5 documents, and 4 can be filed/],
    ["a document that is no list", { ...MARCH, images: held("a") }, /^images: not a list/],
    ["a long remark", { ...NOVEMBER, remark: "a".repeat(101) }, /^remark: 101 characters, at most 100/],
    [
      "a type in 2018-03",
      { ...MARCH, type: 1 },
      /^type: apiRevision "2018-03" does not have it, only "2026-04" and "2018-11"/,
    ],
    [
      "a remark in 2018-03",
      { ...MARCH, remark: "a" },
      /^remark: apiRevision "2018-03" does not have it, only "2026-04" and "2018-11"/,
    ],
    [
      "an identity card in 2018-11",
      { ...NOVEMBER, idCardImage: held("a") },
      /^idCardImage: apiRevision "2018-11" does not have it, only "2026-04"/,
    ],
    [
      "images in the default revision",
      { ...COMPANY, images: scans(1) },
      /^images: apiRevision "2026-04" does not have it, only "2018-11" and "2018-03"/,
    ],
    [
      "a name that no revision has",
      { ...MARCH, image0: "a" },
      /^image0: there is no such input: did you mean images\? The inputs are sign, images, whenBusy/,
    ],
  ] satisfies [string, Values, RegExp][]) {
    it(`refuses ${what}`, async () => {
      expect(await faultsOf(inputs))
        .to.have.length(1)
        .and.have.property("0")
        .that.matches(fault);
    });
  }

  it("looks at nothing else before the revision is right", async () => {
    expect(await faultsOf({ apiRevision: "2018-12", sign: "a", images: "b", whenBusy: "c" })).to.deep.equal([
      'whenBusy: write "queue" or "fail"',
      'apiRevision: not a revision that this version of pulumi-sms speaks: choose "2026-04", "2018-11" or "2018-03"',
    ]);
  });

  it("takes a type as a text, as the config gives it", async () => {
    expect((await check(null, { ...NOVEMBER, type: "5" }, SETTINGS)).normalised).to.deep.equal({ type: 5 });
  });

  it("validates everything anew where the revision changed", async () => {
    const olds = { ...NOVEMBER, type: 3, remark: "a".repeat(101) };
    expect(await faultsOf({ ...olds }, olds), "unchanged").to.deep.equal([]);
    const faults = await faultsOf({ ...COMPANY, type: 3, remark: olds.remark }, olds);
    expect(faults.map((fault) => fault.split(":")[0])).to.deep.equal(["type", "remark"]);
  });
});

describe("type 3 under 2026-04, which was withdrawn,", () => {
  const THIRD = { ...COMPANY, type: 3 };

  it("has its own message, and the date", async () => {
    expect(await faultsOf(THIRD)).to.deep.equal([
      "type: JPush withdrew type 3 (name of a filed app) on 2026-05-01: choose 1 (company), 6 (brand) or 7 (other)",
    ]);
  });

  it("is a warning for one that was filed before, whatever else changes", async () => {
    for (const news of [THIRD, { ...THIRD, legalPersonName: "另一样本" }]) {
      const { faults, warnings } = await check(THIRD, news, SETTINGS);
      expect(faults).to.deep.equal([]);
      expect(warnings)
        .to.have.length(1)
        .and.have.property("0")
        .that.matches(/^type: JPush withdrew type 3 .* It was accepted before/);
    }
  });

  it("is never filed again", () => {
    expect(validateFiling(THIRD, SETTINGS).map((fault) => fault.input)).to.deep.equal(["type"]);
  });
});

describe("the content of a JPush signature of an older revision", () => {
  it("names its revision among the digests, and has no more than was given", () => {
    expect(Object.keys(contentOf({ ...NOVEMBER, type: 1, images: scans(1), remark: "a" }).digests)).to.have.members([
      "sign",
      "type",
      "images",
      "remark",
      "apiRevision",
    ]);
    expect(contentOf({ ...MARCH, images: [] }).digests)
      .to.have.all.keys("sign", "apiRevision")
      .and.include({ apiRevision: "2018-03" });
  });

  it("has the same digests in both older revisions for what both have", () => {
    const [november, march] = [NOVEMBER, MARCH].map((inputs) => contentOf({ ...inputs, images: scans(1) }).digests);
    for (const field of ["sign", "images"]) expect(november?.[field], field).to.equal(march?.[field]);
  });

  it("counts documents by content and order, not by path", () => {
    const digest = (...images: readonly object[]) =>
      contentOf({ ...MARCH, images: images as Values[] }).digests["images"];
    const [a, b] = [held("a"), held("b")];
    expect(digest({ ...a, path: "x" }, b))
      .to.equal(digest(a, { ...b, path: "y" }))
      .and.not.equal(digest(b, a));
  });
});

describe("what is filed of an older revision", () => {
  let folder: Folder;
  before(async () => {
    folder = await Folder.make();
  });
  after(() => folder.remove());

  const parts = async (inputs: Values) =>
    (await formParts(inputs, SETTINGS, folder.path)).map((part) => [
      part.wireName,
      "text" in part ? part.text : part.contentType,
    ]);

  it("is each part in the page's order", async () => {
    const [first, second] = [await folder.document("a", png()), await folder.document("b", jpeg())];
    expect(await parts({ remark: "样例", images: [second], type: 7, ...NOVEMBER })).to.deep.equal([
      ["sign", "极光推送"],
      ["type", "7"],
      ["image0", "image/jpeg"],
      ["remark", "样例"],
    ]);
    expect(await parts({ images: [first, second, first], ...MARCH })).to.deep.equal([
      ["sign", "极光推送"],
      ["image0", "image/png"],
      ["image1", "image/jpeg"],
      ["image2", "image/png"],
    ]);
  });
});

describe("JPush's codes and answers", () => {
  let rig: JPushRig;
  before(async () => {
    rig = await JPushRig.start({ revision: "2018-03", strict: false });
  });
  after(() => rig.close());
  beforeEach(() => rig.reset());

  const speaking = (revision: RevisionName): Connected =>
    connect(accountAt(rig.url), { revision: REVISIONS[revision] });

  async function refusal(vendor: Connected, code: number): Promise<string> {
    await rig.faults({ kind: "status", status: 403, code });
    const answer = await vendor.remove(1);
    if (answer.kind !== "refused") throw new Error(`answered ${answer.kind}`);
    return answer.error.message;
  }

  for (const code of [50013, 50025]) {
    it(`know ${code} in 2018-03 alone`, async () => {
      expect(await refusal(speaking("2018-03"), code))
        .to.contain(String(code))
        .and.not.contain("do not list this code");
      for (const revision of ["2018-11", "2026-04"] as const)
        expect(await refusal(speaking(revision), code)).to.contain("do not list this code");
    });
  }

  it("word 50105 as their time did", async () => {
    expect(await refusal(speaking("2018-03"), 50105)).to.contain("does not delete a signature that is in use");
    for (const revision of ["2018-11", "2026-04"] as const) {
      expect(await refusal(speaking(revision), 50105)).to.contain("The app's default signature cannot be deleted");
    }
  });

  it("say nothing of a default in 2018-03, not even where a later server does", async () => {
    const form = new FormData();
    form.set("sign", "极光推送");
    const authorization = `Basic ${Buffer.from("7d431e42dfa6a6d693ac2d04:5e987ac6d2e04d95a9d8f0d1").toString("base64")}`;
    const later = await JPushRig.start({ revision: "2018-11" });
    try {
      for (const [url, revision, flags] of [
        [rig.url, "2018-03", { inUse: false }],
        [later.url, "2018-03", { inUse: false }],
        [later.url, "2018-11", { isDefault: false, inUse: false }],
      ] as const) {
        const { sign_id: id } = (await (
          await fetch(`${url}/v1/sign`, { method: "POST", body: form, headers: { authorization } })
        ).json()) as { sign_id: number };
        const vendor = connect(accountAt(url), { revision: REVISIONS[revision] });
        expect(await vendor.query(id)).to.deep.equal({
          kind: "present",
          status: "pending",
          vendorStatus: "0",
          text: "极光推送",
          ...flags,
        });
        await vendor.remove(id);
      }
    } finally {
      await later.close();
    }
  });
});
