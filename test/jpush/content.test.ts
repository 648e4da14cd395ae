import { execFileSync } from "node:child_process";
import { digestOf } from "../../provider/lifecycle/digest";
import { join } from "node:path";
import { expect } from "chai";
import { DocumentError, InvalidInputError } from "../../provider/errors";
import {
  BEHAVIOUR,
  contentOf,
  formParts,
  privatesIn,
  REVIEWERS_ONLY,
  validateFiling,
} from "../../provider/jpush/content";
import { UNKNOWN_DIGEST } from "../../provider/lifecycle/digest";
import { UNKNOWN } from "../../provider/values";
import type { Values } from "../../provider/values";
import { jpeg, png } from "../documents/samples";
import { COMPANY, elsewhere, Folder, held, SETTINGS } from "./signatures";

async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("the content of a JPush signature", () => {
  it("is the text and a digest of each field that is given", () => {
    const { text, digests } = contentOf(COMPANY);
    expect(text).to.equal("极光推送");
    expect(Object.keys(digests)).to.deep.equal([...Object.keys(COMPANY), "apiRevision"]);
    expect(digests["idCardImage"]).to.equal(digestOf(held("identity card")));
  });

  it("has neither behaviour, nor hidden inputs, nor what is empty", () => {
    const news = {
      ...COMPANY,
      remark: "",
      otherImage: null,
      thirdPartyCompanyName: undefined,
      whenBusy: "fail",
      whilePending: "after",
      superseded: "keep",
      supersededAfter: "1h",
      adoptId: 37582,
      resubmit: "a",
      apiRevision: "2026-04",
      __resource: "a",
    };
    expect(contentOf(news)).to.deep.equal(contentOf(COMPANY));
  });

  it("is the same for another path, another spelling", () => {
    const { sha256 } = held("identity card");
    const same = {
      ...COMPANY,
      type: "1",
      legalPersonIdNumber: "99000119900307001x",
      idCardImage: { sha256: sha256.toUpperCase(), path: "moved.png" },
    };
    expect(contentOf(same)).to.deep.equal(contentOf(COMPANY));
  });

  for (const [field, value] of Object.entries({
    sign: "极光",
    type: 6,
    legalPersonName: "另一样本",
    legalPersonIdNumber: "990000198512319994",
    socialCreditCode: "91999999000000000G",
    idCardImage: elsewhere("another card"),
    businessLicenseImage: elsewhere("another licence"),
    remark: "a",
  })) {
    it(`is another with another ${field}, and only there`, () => {
      const before: { readonly [field: string]: string } = contentOf(COMPANY).digests;
      const after = contentOf({ ...COMPANY, [field]: value }).digests;
      expect(Object.keys(after).filter((each) => after[each] !== before[each])).to.deep.equal([field]);
    });
  }

  it("knows what it does not know", () => {
    const { text, digests } = contentOf({ ...COMPANY, sign: UNKNOWN, idCardImage: { sha256: UNKNOWN, path: "a" } });
    expect(text).to.equal(null);
    expect(digests).to.include({ sign: UNKNOWN_DIGEST, idCardImage: UNKNOWN_DIGEST });
  });

  it("holds no private value", () => {
    expect(JSON.stringify(contentOf(COMPANY).digests)).not.to.match(/样本|99000119900307001X/);
  });

  it("names what is secret, what is for reviewers, what is behaviour", () => {
    expect(privatesIn(COMPANY)).to.deep.equal([COMPANY["legalPersonName"], COMPANY["legalPersonIdNumber"]]);
    expect(REVIEWERS_ONLY).to.have.members(["otherImage", "remark"]);
    expect(BEHAVIOUR.map(({ name }) => name)).to.have.members([
      "whenBusy",
      "whilePending",
      "superseded",
      "supersededAfter",
      "adoptId",
      "resubmit",
      "apiRevision",
    ]);
  });

  it("is validated without loading what only requests need", () => {
    const loaded = execFileSync(
      process.execPath,
      [
        "-r",
        "tsx/cjs",
        "-e",
        "require('./provider/jpush/checks'); require('./provider/jpush/content'); console.log(Object.keys(require.cache).join('\\n'))",
      ],
      { cwd: join(__dirname, "../.."), encoding: "utf8" },
    );
    expect(loaded)
      .to.contain("content.ts")
      .and.not.match(/node_modules\/(undici|form-data)\//);
  });
});

describe("preparing what is filed", () => {
  let folder: Folder;
  let ready: Values;
  before(async () => {
    folder = await Folder.make();
    ready = {
      ...COMPANY,
      idCardImage: await folder.document("documents/card of somebody.jpg", jpeg()),
      businessLicenseImage: await folder.document("documents/licence.dat", png()),
    };
  });
  after(() => folder.remove());

  it("gives every part in the table's order, with neutral file names and the true types", async () => {
    const parts = await formParts({ remark: "样本", ...ready, whenBusy: "fail" }, SETTINGS, folder.path);
    expect(parts).to.deep.equal([
      { wireName: "sign", text: "极光推送", secret: false },
      { wireName: "type", text: "1", secret: false },
      { wireName: "legalPersonName", text: "样本姓名", secret: true },
      { wireName: "legalPersonIdNumber", text: "99000119900307001X", secret: true },
      { wireName: "socialCreditCode", text: "91350100M000100Y43", secret: false },
      { wireName: "idCardImage", fileName: "idCardImage.jpg", contentType: "image/jpeg", bytes: jpeg() },
      {
        wireName: "businessLicenseImage",
        fileName: "businessLicenseImage.png",
        contentType: "image/png",
        bytes: png(),
      },
      { wireName: "remark", text: "样本", secret: false },
    ]);
  });

  it("files the normal form", async () => {
    const parts = await formParts({ ...ready, legalPersonIdNumber: "99000119900307001x" }, SETTINGS, folder.path);
    expect(parts).to.deep.include({ wireName: "legalPersonIdNumber", text: "99000119900307001X", secret: true });
  });

  it("leaves out what is empty", async () => {
    const parts = await formParts(
      { ...ready, remark: "", otherImage: null, thirdPartyCompanyName: undefined },
      SETTINGS,
      folder.path,
    );
    expect(parts).to.have.length(7);
  });

  it("applies every rule as an error, all at once, documents too", async () => {
    const inputs = {
      ...ready,
      sign: "a_b",
      remark: "a".repeat(101),
      idCardImage: elsewhere("a"),
      businessLicenseImage: { ...elsewhere("b"), path: "nowhere.png" },
    };
    const error = await thrownBy(formParts(inputs, SETTINGS, folder.path));
    expect(error).to.be.instanceOf(InvalidInputError);
    expect((error as InvalidInputError).faults.map((fault) => fault.input)).to.deep.equal([
      "sign",
      "remark",
      "idCardImage",
      "businessLicenseImage",
    ]);
  });

  it("names a single document that cannot be filed", async () => {
    const error = await thrownBy(formParts({ ...ready, idCardImage: elsewhere("a") }, SETTINGS, folder.path));
    expect(error).to.be.instanceOf(DocumentError).and.include({ input: "idCardImage" });
  });

  it("refuses a spoiled file", async () => {
    const idCardImage = await folder.document("spoiled.png", Buffer.from("SAMPLE"));
    const error = await thrownBy(formParts({ ...ready, idCardImage }, SETTINGS, folder.path));
    expect(error)
      .to.be.instanceOf(DocumentError)
      .and.have.property("message")
      .that.contains("neither a PNG nor a JPEG")
      .and.not.contains("SAMPLE");
  });

  it("files nothing that is not known", async () => {
    const error = await thrownBy(formParts({ ...ready, legalPersonName: UNKNOWN }, SETTINGS, folder.path));
    expect(error)
      .to.be.instanceOf(InvalidInputError)
      .and.have.property("message")
      .that.contains("legalPersonName: its value is not known yet");
  });

  it("lets a wrong check character pass where the setting says so", async () => {
    const inputs = { ...ready, socialCreditCode: "91110000000000000A" };
    expect(validateFiling(inputs, SETTINGS).map((fault) => fault.input)).to.deep.equal(["socialCreditCode"]);
    expect(validateFiling(inputs, { ...SETTINGS, numberChecks: "warning" })).to.deep.equal([]);
    expect(await formParts(inputs, { ...SETTINGS, numberChecks: "warning" }, folder.path)).to.have.length(7);
  });
});
