import { expect } from "chai";
import { CallFailure, CheckFailure, failing } from "./support/failures";
import { describeEach } from "./support/frontEnds";

const WRONG_CHECK_CHARACTER = "990000198512319990";

describeEach("check", ({ withStack }) => {
  it(
    "reports every fault at once, each naming its input, none with a property whose value would be printed",
    withStack(async (stack) => {
      const wrong = {
        sign: "【极光】",
        type: 3,
        legalPersonName: "王样例\n第二行",
        legalPersonIdNumber: WRONG_CHECK_CHARACTER,
        socialCreditCode: "91990000MI0000007X",
        idCardImage: undefined,
        businessLicenseImage: { sha256: "short" },
        remark: "长".repeat(101),
        whenBusy: "wait",
        supersededAfter: "soon",
        adoptId: 0,
        thirdPartyCompany: "样例公司",
      };
      const { failures } = await (await stack.plugin()).check({}, stack.inputs(wrong));
      expect(failures.map(({ property }) => property)).to.deep.equal(failures.map(() => ""));
      const reasons = failures.map(({ reason }) => reason);
      for (const input of Object.keys(wrong))
        expect(reasons.join("\n"), input).to.match(new RegExp(`^${input}: .`, "m"));
      expect(reasons).to.have.length(Object.keys(wrong).length);
      for (const value of [WRONG_CHECK_CHARACTER, "王样例", "91990000MI0000007X"])
        expect(reasons.join("\n")).not.to.include(value);
      expect(await stack.vendor.calls()).to.deep.equal([]);
    }),
  );

  it(
    "names each document that a type needs",
    withStack(async (stack) => {
      for (const [type, document] of [
        [1, "businessLicenseImage"],
        [6, "trademarkImage"],
        [7, "thirdPartyAuthImage"],
      ]) {
        const { failures } = await failing(stack.preview({ type, businessLicenseImage: undefined }), CheckFailure);
        expect(failures.map(({ reason }) => reason.split(":")[0])).to.deep.equal([document]);
      }
    }),
  );

  it(
    "survives values of every wrong kind",
    withStack(async (stack) => {
      const plugin = await stack.plugin();
      const inputs = stack.inputs();
      for (const value of [
        null,
        true,
        0,
        -1.5,
        "",
        "x".repeat(100_000),
        [],
        [[null]],
        {},
        { toString: "x" },
        { sha256: { sha256: 1 } },
      ]) {
        const all = Object.fromEntries(
          Object.keys(inputs).map((key) => [key, key === "__provider" ? inputs[key] : value]),
        );
        const { failures } = await plugin.check({}, all);
        expect(failures.map(({ reason }) => reason).join("\n"), JSON.stringify(value).slice(0, 50)).to.match(
          /^sign: /m,
        );
        expect(failures.length).to.be.greaterThan(5);
      }
    }),
  );
});

describeEach("the rules", ({ withStack }) => {
  const lenient = { config: { "jpush:numberChecks": "warning" }, emulator: { numberChecks: "off" as const } };

  it(
    "let a wrong check character pass with a warning where the setting says so",
    withStack(async (stack) => {
      expect(await stack.up({ legalPersonIdNumber: WRONG_CHECK_CHARACTER })).to.equal("create");
      expect(await stack.warnings()).to.match(/legalPersonIdNumber: the last character does not agree/);
      expect(await stack.warnings()).not.to.include(WRONG_CHECK_CHARACTER);
      expect(await stack.vendor.list()).to.have.length(1);
    }, lenient),
  );

  it(
    "bind filings only: what was accepted before is a warning while it is not filed again, and an error when it is",
    withStack(async (stack) => {
      const accepted = { legalPersonIdNumber: WRONG_CHECK_CHARACTER };
      await stack.up(accepted);
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.nextRun({ config: {} });

      expect(await stack.up(accepted)).to.equal("same");
      expect(await stack.warnings()).to.match(
        /legalPersonIdNumber: .*nothing is stopped now, but it must be right before the signature is filed again/,
      );
      expect(await stack.up({ ...accepted, whenBusy: "fail" }), "a change that files nothing").to.equal("update");

      expect((await stack.preview({ ...accepted, sign: "极光通知" })).operation).to.equal("update");
      const { message } = await failing(stack.up({ ...accepted, sign: "极光通知" }), CallFailure);
      expect(message).to.match(/cannot be filed as it is declared, and nothing was sent:\n- legalPersonIdNumber: /);
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);

      const changed = await failing(stack.preview({ legalPersonIdNumber: "11010519491231002Y" }), CheckFailure);
      expect(changed.message).to.include("legalPersonIdNumber");
    }, lenient),
  );
});
