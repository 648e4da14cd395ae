import { expect } from "chai";
import { failing, InitialisationFailure } from "./support/failures";
import { picture } from "./support/samples";
import { describeEach } from "./support/frontEnds";
import { withStack, type Stack } from "./support/Stack";
import { elided, fileAsset, sha256, withoutSecrecy, type Wire } from "./support/wire";

const OUTPUTS = [
  "signId",
  "status",
  "vendorStatus",
  "servingSignId",
  "isDefault",
  "inUse",
  "rejectionReason",
  "accountFingerprint",
  "__ledger",
];

/** Every input that there is. */
async function everything(stack: Stack): Promise<Wire> {
  await stack.folder.write("documents/other.png", picture("other"));
  return {
    trademarkImage: { sha256: sha256(picture("other")), path: "documents/other.png" },
    thirdPartyAuthImage: fileAsset(stack.folder.path, "documents/other.png"),
    otherImage: fileAsset(stack.folder.path, "documents/other.png"),
    thirdPartyCompanyName: "样例公司",
    remark: "for codes",
    whenBusy: "queue",
    whilePending: "after",
    superseded: "delete",
    supersededAfter: "3d",
    resubmit: "no",
    apiRevision: "2026-04",
  };
}

function expectEcho(stack: Stack, inputs: Wire): void {
  const { outputs } = stack;
  expect(Object.keys(outputs)).to.have.members([...Object.keys(inputs), ...OUTPUTS]);
  for (const [name, value] of Object.entries(elided(inputs))) expect(elided(outputs)[name], name).to.deep.equal(value);
}

describeEach("the outputs", ({ withStack }) => {
  it(
    "echo every input after create, read and update, and read's inputs hold nothing else",
    withStack(async (stack) => {
      const inputs = await everything(stack);
      await stack.up(inputs);
      expectEcho(stack, stack.inputs(inputs));

      await stack.refresh();
      expectEcho(stack, stack.inputs(inputs));
      expect(elided(withoutSecrecy(stack.existing.inputs))).to.deep.equal(elided(stack.inputs(inputs)));

      const fewer = { ...inputs, remark: undefined, resubmit: undefined, supersededAfter: "24h" };
      await stack.up(fewer);
      expectEcho(stack, stack.inputs(fewer));
    }),
  );

  it(
    "echo them also in an initialisation error, of create and of update",
    withStack(async (stack) => {
      await stack.vendor.faults([{ method: "POST", times: 1, kind: "cut-before" }]);
      const inputs = await everything(stack);
      await failing(stack.up(inputs), InitialisationFailure);
      expectEcho(stack, stack.inputs(inputs));

      await stack.up(inputs);
      await stack.vendor.reject(37582);
      await stack.refresh();
      await stack.vendor.faults([{ method: "POST", times: 1, kind: "cut-before" }]);
      await failing(stack.up({ ...inputs, sign: "极光短信" }), InitialisationFailure);
      expectEcho(stack, stack.inputs({ ...inputs, sign: "极光短信" }));
    }),
  );

  it(
    "say how it stands",
    withStack(async (stack) => {
      await stack.up();
      expect(stack.outputs).to.include({
        signId: 37582,
        status: "pending",
        vendorStatus: "0",
        servingSignId: null,
        isDefault: false,
        inUse: false,
        rejectionReason: null,
      });
      await stack.vendor.approve(37582);
      await stack.vendor.makeDefault(37582);
      await stack.vendor.change(37582, { inUse: true });
      await stack.refresh();
      expect(stack.outputs).to.include({
        status: "approved",
        vendorStatus: "1",
        servingSignId: 37582,
        isDefault: true,
        inUse: true,
      });
    }),
  );

  it(
    "have the normal form of what was declared",
    withStack(async (stack) => {
      const hash = sha256(picture("licence", "jpeg"));
      await stack.up({
        type: "1",
        legalPersonIdNumber: "99000119900307001x",
        socialCreditCode: "91999999000000000g",
        businessLicenseImage: { sha256: hash.toUpperCase(), path: "documents/licence.jpg" },
      });
      expect(stack.outputs).to.deep.include({
        type: 1,
        legalPersonIdNumber: "99000119900307001X",
        socialCreditCode: "91999999000000000G",
        businessLicenseImage: { sha256: hash, path: "documents/licence.jpg" },
      });
      const [filed] = await stack.vendor.signatures();
      expect(filed?.fields).to.include({
        legalPersonIdNumber: "99000119900307001X",
        socialCreditCode: "91999999000000000G",
        type: "1",
      });
    }),
  );
});

describe("the provider's text in a state of the classes", () => {
  it(
    "is short and never changes",
    withStack(async (stack) => {
      await stack.up();
      const text = stack.output("__provider");
      expect(text)
        .to.be.a("string")
        .that.satisfies((each: string) => Buffer.byteLength(each) < 400);
      // In users' states: another text would be another provider there.
      expect(sha256(String(text))).to.equal("afc85c9fdec9080486e3c66c3dd331b76ad93e12723245bd375aa2960df2cccb");
    }),
  );
});
