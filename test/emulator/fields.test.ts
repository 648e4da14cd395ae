import { expect } from "chai";
import { JPEG, PNG } from "./samples";
import { closeAfterEach, parts, COMPANY, refusal, start, type Fields, type Rig } from "./support";

/** Whether each is taken, by one emulator after another's review. */
async function judge(rig: Rig, fields: Fields): Promise<number> {
  const answer = await rig.create(fields);
  return answer.status === 200 ? 200 : refusal(answer)[1];
}

function table(title: string, cases: readonly (readonly [string, Fields, number])[], options = {}) {
  describe(title, () => {
    closeAfterEach();
    for (const [name, fields, expected] of cases) {
      it(`${expected === 200 ? "takes" : `${expected} for`} ${name}`, async () => {
        expect(await judge(await start(options), fields)).to.equal(expected);
      });
    }
  });
}

table("the text of a signature", [
  ["2 characters", { sign: "极光" }, 200],
  ["8 characters", { sign: "极光推送短信平台" }, 200],
  ["letters and digits", { sign: "Jpush21" }, 200],
  ["8 characters beyond the basic plane", { sign: "𠀀".repeat(8) }, 200],
  ["1 character", { sign: "极" }, 50104],
  ["9 characters", { sign: "极光推送短信平台啊" }, 50104],
  ["an empty text", { sign: "" }, 50104],
  ["round brackets", { sign: "(极光)" }, 50104],
  ["square brackets", { sign: "[极光]" }, 50104],
  ["a space", { sign: "极 光" }, 50104],
  ["an underscore", { sign: "ji_guang" }, 50104],
  ["no text at all", { sign: undefined }, 50007],
]);

table(
  "the longest text as a setting",
  [
    ["16 characters", { sign: "极光".repeat(8) }, 200],
    ["17 characters", { sign: `${"极光".repeat(8)}啊` }, 50104],
  ],
  { maxSignLength: 16 },
);

const noImages: Fields = { businessLicenseImage: undefined };

table("the type and the images that it needs", [
  ["1 with a business licence", { type: "1" }, 200],
  ["6 with a trademark", { ...noImages, type: "6", trademarkImage: PNG }, 200],
  ["7 with an authorisation", { ...noImages, type: "7", thirdPartyAuthImage: PNG }, 200],
  ["6 with every image there is", { type: "6", trademarkImage: PNG, thirdPartyAuthImage: PNG, otherImage: JPEG }, 200],
  ["1 without", { ...noImages, type: "1", trademarkImage: PNG }, 50007],
  ["6 without", { type: "6" }, 50007],
  ["7 without", { type: "7" }, 50007],
  ["3, which was withdrawn", { type: "3", icpAppScreenshot: PNG }, 50007],
  ["2, which is of an older revision", { type: "2" }, 50007],
  ["a word", { type: "company" }, 50007],
  ["no type", { type: undefined }, 50007],
  ["no identity card", { idCardImage: undefined }, 50007],
]);

table("identity numbers", [
  ["999999199001010008", { legalPersonIdNumber: "999999199001010008" }, 200],
  ["990000198512319994", { legalPersonIdNumber: "990000198512319994" }, 200],
  ["29 February 2000", { legalPersonIdNumber: "990100200002290015" }, 200],
  ["an X", { legalPersonIdNumber: "99000119900307001X" }, 200],
  ["a small x", { legalPersonIdNumber: "99000119900307001x" }, 200],
  ["the standard's example", { legalPersonIdNumber: "11010519491231002X" }, 200],
  ["a wrong check character", { legalPersonIdNumber: "990000198512319990" }, 50007],
  ["29 February 2001", { legalPersonIdNumber: "990100200102290012" }, 50007],
  ["a day to come", { legalPersonIdNumber: "990000299912310000" }, 50007],
  ["17 digits", { legalPersonIdNumber: "99000019851231999" }, 50007],
  ["the page's sample", { legalPersonIdNumber: "110101199001011234" }, 50007],
  ["none", { legalPersonIdNumber: undefined }, 50007],
]);

table("credit codes", [
  ["91999999000000000G", { socialCreditCode: "91999999000000000G" }, 200],
  ["91990000MA0000007X", { socialCreditCode: "91990000MA0000007X" }, 200],
  ["92990000MAAAAAAA1Q", { socialCreditCode: "92990000MAAAAAAA1Q" }, 200],
  ["the standard's example", { socialCreditCode: "91350100M000100Y43" }, 200],
  ["a sum of 0", { socialCreditCode: "919900000000000860" }, 200],
  ["the letter I", { socialCreditCode: "91990000MI0000007X" }, 50007],
  ["a wrong check character", { socialCreditCode: "91110000MA12345678" }, 50007],
  ["small letters", { socialCreditCode: "91350100m000100y43" }, 50007],
  ["the page's sample", { socialCreditCode: "91110000000000000A" }, 50007],
  ["none", { socialCreditCode: undefined }, 50007],
]);

table(
  "numbers whose check characters nobody looks at",
  [
    ["the page's samples", { legalPersonIdNumber: "110101199001011234", socialCreditCode: "91110000000000000A" }, 200],
    ["29 February 2001", { legalPersonIdNumber: "990100200102290012" }, 50007],
    ["the letter I", { socialCreditCode: "91990000MI0000007X" }, 50007],
  ],
  { numberChecks: "off" },
);

table("texts for the reviewers", [
  ["a remark of 100", { remark: "备".repeat(100) }, 200],
  ["a remark of 101", { remark: "备".repeat(101) }, 50007],
  ["another company's name", { thirdPartyCompanyName: "样例科技有限公司" }, 200],
  ["an empty remark", { remark: "" }, 200],
  ["an empty name of the person", { legalPersonName: "" }, 50007],
]);

const padded = (head: Buffer, length: number) => Buffer.concat([head, Buffer.alloc(length - head.length)]);

table("images", [
  ["2,097,152 bytes", { idCardImage: padded(PNG, 2_097_152) }, 200],
  ["2,097,153 bytes", { idCardImage: padded(PNG, 2_097_153) }, 50101],
  ["an empty file", { idCardImage: Buffer.alloc(0) }, 50101],
  ["a GIF", { otherImage: Buffer.from("GIF89a") }, 50101],
  ["half a PNG signature", { otherImage: PNG.subarray(0, 4) }, 50101],
  ["PDF", { businessLicenseImage: Buffer.from("%PDF-1.7") }, 50101],
]);

table(
  "images under the smaller reading of 2 MB",
  [
    ["2,000,000 bytes", { idCardImage: padded(JPEG, 2_000_000) }, 200],
    ["2,000,001 bytes", { idCardImage: padded(JPEG, 2_000_001) }, 50101],
  ],
  { imageLimit: 2_000_000 },
);

describe("fields that the revision does not have", () => {
  closeAfterEach();

  it("are ignored, also by the control plane", async () => {
    const rig = await start();
    expect(await judge(rig, { whatever: "x", anImage: PNG, image0: PNG })).to.equal(200);
    const [signature] = await rig.signatures();
    expect(Object.keys(signature!.fields)).not.to.include("whatever");
    expect(signature!.images.map(({ field }) => field)).to.deep.equal(["idCardImage", "businessLicenseImage"]);
  });

  for (const name of ["whatever", "constructor", "__proto__", "类型"]) {
    it(`are refused when strict: ${name}`, async () => {
      const rig = await start({ strict: true });
      const answer = await rig.form("/v1/sign", [...parts(COMPANY), { name, content: "x" }]);
      expect(refusal(answer)).to.deep.equal([403, 50007]);
      expect(answer.headers["x-emulator-detail"]).to.contain("is no field of 2026-04");
    });
  }

  it("leave a submission alone that has none, when strict", async () => {
    expect(await judge(await start({ strict: true }), { remark: "备注", otherImage: JPEG })).to.equal(200);
  });
});
