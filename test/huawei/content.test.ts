import { expect } from "chai";
import { digestOf } from "../../provider/lifecycle/digest";
import { InvalidInputError } from "../../provider/errors";
import { BEHAVIOUR, contentOf, prepareContent, REVIEWERS_ONLY, UNIQUE_BY } from "../../provider/huawei/content";
import { foundAmong, type LostSubmission } from "../../provider/huawei/lostSubmissions";
import { UNKNOWN } from "../../provider/values";
import type { Values } from "../../provider/values";
import { UNKNOWN_DIGEST } from "../../provider/lifecycle/digest";
import type { QueriedSignature } from "../../provider/huawei/answers";
import { ENTERPRISE } from "./rig";

const SCAN = { sha256: "a".repeat(64) };

describe("the content of a Huawei Cloud signature", () => {
  it("is the name and a digest of each field that is given, without behaviour and what is empty", () => {
    const { text, digests } = contentOf({
      ...ENTERPRISE,
      businessLicense: SCAN,
      description: "",
      sourceProof: null,
      allowOutage: true,
      adoptId: "a",
      __resource: "a",
    });
    expect(text).to.equal("样例科技");
    expect(Object.keys(digests)).to.have.members([...Object.keys(ENTERPRISE), "businessLicense"]);
    expect(digests["businessLicense"]).to.equal(digestOf(SCAN));
  });

  it("is the same in other words for the same", () => {
    const other = { ...ENTERPRISE, signatureSource: "0", involvesThirdParty: "No" };
    expect(contentOf(other)).to.deep.equal(contentOf(ENTERPRISE));
    expect(contentOf({ ...ENTERPRISE, businessLicense: { ...SCAN, path: "moved" } })).to.deep.equal(
      contentOf({ ...ENTERPRISE, businessLicense: SCAN }),
    );
  });

  for (const [field, value] of Object.entries({
    appName: "another",
    signatureName: "样例短信",
    signatureSource: 2,
    signatureType: "NOTIFY_TYPE",
    involvesThirdParty: true,
    businessLicense: { fileId: "f1" },
    powerOfAttorney: SCAN,
    sourceProof: SCAN,
    licenseNumber: "ICP 1",
    registrationNumber: "TM 1",
    qualificationId: "q-1",
    sourceTitleContent: "a",
    description: "a",
  })) {
    it(`is another with another ${field}, and only there`, () => {
      const before: { readonly [name: string]: string } = contentOf(ENTERPRISE).digests;
      const after = contentOf({ ...ENTERPRISE, [field]: value }).digests;
      expect(Object.keys(after).filter((each) => after[each] !== before[each])).to.deep.equal([field]);
    });
  }

  it("is another with another file id, too", () => {
    const digest = (fileId: string) =>
      contentOf({ ...ENTERPRISE, businessLicense: { fileId } }).digests["businessLicense"];
    expect(digest("f1")).not.to.equal(digest("f2"));
  });

  it("knows what it does not know", () => {
    const { text, digests } = contentOf({
      ...ENTERPRISE,
      signatureName: UNKNOWN,
      businessLicense: { fileId: UNKNOWN },
    });
    expect(text).to.equal(null);
    expect(digests).to.include({ signatureName: UNKNOWN_DIGEST, businessLicense: UNKNOWN_DIGEST });
  });

  it("names what makes it unique, what is for reviewers, what is behaviour", () => {
    expect(UNIQUE_BY).to.deep.equal(["signatureName", "signatureType"]);
    expect(REVIEWERS_ONLY).to.have.members(["description", "qualificationId"]);
    expect(BEHAVIOUR.map(({ name }) => name)).to.have.members([
      "whenBusy",
      "whilePending",
      "superseded",
      "supersededAfter",
      "resubmit",
      "allowOutage",
      "adoptId",
    ]);
  });
});

describe("preparing what is filed at Huawei Cloud", () => {
  it("gives every field its wire name and form, and keeps apart what is known only later", () => {
    const inputs = {
      ...ENTERPRISE,
      signatureSource: "2",
      involvesThirdParty: true,
      licenseNumber: "ICP 1",
      sourceProof: SCAN,
      powerOfAttorney: { fileId: "f1" },
    };
    const { body, appName, documents } = prepareContent(inputs);
    expect(body).to.deep.equal({
      signature_name: "样例科技",
      signature_source: 2,
      signature_type: "VERIFY_CODE_TYPE",
      is_involved_third: "Yes",
      power_attorney_fileid: "f1",
      license_number: "ICP 1",
    });
    expect(appName).to.equal("sample");
    expect(documents.map(({ wireName, document }) => ({ wireName, document }))).to.deep.equal([
      { wireName: "signature_related_file_id", document: SCAN },
    ]);
  });

  it("takes the application by its id", () => {
    const { body, appName } = prepareContent({ ...ENTERPRISE, appName: undefined, appId: "app" });
    expect(body).to.include({ app_id: "app" });
    expect(appName).to.equal(null);
  });

  it("applies every rule as an error, all at once", () => {
    const inputs: Values = {
      ...ENTERPRISE,
      appId: "app",
      signatureSource: 2,
      signatureType: UNKNOWN,
      businessLicense: 7,
    };
    expect(() => prepareContent(inputs))
      .to.throw(InvalidInputError)
      .with.property("faults")
      .that.has.lengthOf(4);
  });

  it("files what is only warned of", () => {
    expect(prepareContent({ ...ENTERPRISE, signatureName: "样例_1", signatureSource: 1 }).body).to.include({
      signature_name: "样例_1",
      signature_source: 1,
    });
  });
});

describe("a lost submission is among the listed signatures", () => {
  const LOST: LostSubmission = {
    text: "样例科技",
    digests: contentOf(ENTERPRISE).digests,
    sentAt: "2026-01-10T12:00:00.000Z",
  };
  const MADE: QueriedSignature = {
    id: "a1",
    signatureId: "b1",
    text: "样例科技",
    vendorStatus: "PENDING_REVIEW",
    type: "VERIFY_CODE_TYPE",
    source: 0,
    channelNumber: null,
    rejectionReason: null,
    createTime: "2026-01-10 20:00:01",
    updateTime: null,
  };
  const cases: [when: string, changes: Partial<QueriedSignature>, found: boolean][] = [
    ["made a second later, in China's time", {}, true],
    ["made a second later, in universal time", { createTime: "2026-01-10 12:00:01" }, true],
    ["made minutes before, by a clock that is slow", { createTime: "2026-01-10 11:56:00" }, true],
    ["made a day later, when the vendor came to it", { createTime: "2026-01-11 20:00:00" }, true],
    ["made before, in either time", { createTime: "2026-01-10 11:50:00" }, false],
    ["made with its zone told, later", { createTime: "2026-01-10T14:00:01+02:00" }, true],
    ["made with its zone told, before", { createTime: "2026-01-10T11:50:00Z" }, false],
    ["made nobody knows when", { createTime: null }, false],
    ["made at a time that is none", { createTime: "yesterday" }, false],
    ["of another name", { text: "样例科技2" }, false],
    ["of another type", { type: "NOTIFY_TYPE" }, false],
    ["of another source", { source: 5 }, false],
    ["of a type and source that are not told", { type: null, source: null }, true],
  ];
  for (const [when, changes, found] of cases) {
    it(`${found ? "" : "not "}where one was ${when}`, () => {
      expect(foundAmong([{ ...MADE, ...changes }], LOST)).to.deep.equal(found ? ["a1"] : []);
    });
  }
});
