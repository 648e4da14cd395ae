import { expect } from "chai";
import { describeEach } from "./support/frontEnds";
import { UNKNOWN, withoutSecrecy } from "./support/wire";

const INPUTS = [
  "sign",
  "type",
  "legalPersonName",
  "legalPersonIdNumber",
  "socialCreditCode",
  "idCardImage",
  "businessLicenseImage",
  "trademarkImage",
  "thirdPartyAuthImage",
  "otherImage",
  "thirdPartyCompanyName",
  "remark",
  "whenBusy",
  "whilePending",
  "superseded",
  "supersededAfter",
  "resubmit",
  "adoptId",
];

describeEach("what a preview does not know yet", ({ withStack }) => {
  it(
    "passes check, whichever input it is, and comes back as it was",
    withStack(async (stack) => {
      for (const input of INPUTS) {
        const { inputs } = await stack.preview({ [input]: UNKNOWN });
        expect(withoutSecrecy(inputs)[input], input).to.equal(UNKNOWN);
      }
      const all = Object.fromEntries(INPUTS.map((input) => [input, UNKNOWN]));
      expect(withoutSecrecy((await stack.preview(all)).inputs)).to.include(all);
    }),
  );

  it(
    "may be a part of a document",
    withStack(async (stack) => {
      const hash = "0".repeat(64);
      for (const document of [
        { sha256: UNKNOWN },
        { sha256: UNKNOWN, path: "a" },
        { sha256: hash, path: UNKNOWN },
        { sha256: UNKNOWN, path: UNKNOWN },
      ]) {
        const { inputs } = await stack.preview({ idCardImage: document });
        expect(inputs["idCardImage"]).to.deep.equal(document);
      }
    }),
  );

  it(
    "leaves a rule that depends on it unjudged, and every other rule in force",
    withStack(async (stack) => {
      await stack.preview({ type: UNKNOWN, businessLicenseImage: undefined });
      const { failures } = await (
        await stack.plugin()
      ).check({}, stack.inputs({ type: UNKNOWN, sign: "【极光】", legalPersonName: UNKNOWN }));
      expect(failures.map(({ reason }) => reason)).to.have.length(1);
      expect(failures[0]?.reason).to.match(/^sign: it has brackets/);
    }),
  );

  it(
    "counts as a change, and is told as what an update depends on",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      for (const input of INPUTS)
        expect((await stack.preview({ [input]: UNKNOWN })).operation, input).to.equal("update");
      expect(await stack.lines())
        .to.include("JPush, as of the last refresh: what an update does depends on sign, which is not known yet.")
        .and.not.match(/as of the last refresh: will/);
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "never makes diff fail, however the signature stands",
    withStack(async (stack) => {
      const previews = async () => {
        for (const input of INPUTS)
          expect((await stack.preview({ [input]: UNKNOWN, whilePending: "withdraw" })).operation, input).to.equal(
            "update",
          );
        const all = Object.fromEntries(INPUTS.map((input) => [input, UNKNOWN]));
        expect((await stack.preview(all)).operation).to.equal("update");
      };
      await stack.up();
      await previews();
      await stack.vendor.reject(37582);
      await stack.refresh();
      await previews();
      await stack.up({ sign: "极光短信" });
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.up({ sign: "极光通知" });
      await previews();
      await stack.vendor.approve(37583);
      await stack.refresh();
      await previews();
      expect(await stack.vendor.list()).to.deep.equal(["37582 极光短信 approved", "37583 极光通知 approved"]);
    }),
  );

  it(
    "cannot be the revision, which says what all else means",
    withStack(async (stack) => {
      const { failures } = await (await stack.plugin()).check({}, stack.inputs({ apiRevision: UNKNOWN }));
      expect(failures.map(({ reason }) => reason).join()).to.match(/^apiRevision: it must be written out/);
    }),
  );
});
