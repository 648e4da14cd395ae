import { expect } from "chai";
import { check } from "../../provider/huawei/checks";
import { UNKNOWN } from "../../provider/values";
import type { Values } from "../../provider/values";
import { gif, jpeg, pdf, png } from "../documents/samples";
import { ENTERPRISE, Scans } from "./rig";

const APP: Values = {
  ...ENTERPRISE,
  signatureSource: 2,
  licenseNumber: "ICP 1",
  sourceProof: { fileId: "f1" },
  sourceTitleContent: "the app",
  qualificationId: "q-1",
};
const COMPLETE: Values = { ...ENTERPRISE, qualificationId: "q-1" };

/** Inputs at fault and what is warned of, each as `input: words`. */
async function checked(
  news: Values,
  olds: Values | null = null,
  folder = ".",
): Promise<{ faults: string[]; warnings: string[] }> {
  const { faults, warnings } = await check(olds, news, folder);
  return { faults: faults.map(({ input, reason }) => `${input}: ${reason}`), warnings: [...warnings] };
}

const WELL = { faults: [], warnings: [] };

describe("checking a Huawei Cloud signature", () => {
  it("finds nothing wrong with what is complete", async () => {
    expect(await checked(COMPLETE)).to.deep.equal(WELL);
    expect(await checked(APP)).to.deep.equal(WELL);
    expect(
      await checked({
        ...COMPLETE,
        signatureSource: 5,
        registrationNumber: "TM 1",
        sourceProof: { fileId: "f1" },
      }),
    ).to.deep.equal(WELL);
  });

  it("takes all behaviour", async () => {
    const behaviour = {
      whenBusy: "fail",
      whilePending: "withdraw",
      superseded: "delete",
      supersededAfter: "3d",
      resubmit: "a",
      allowOutage: true,
      adoptId: "0123456789abcdef",
    };
    expect(await checked({ ...COMPLETE, ...behaviour })).to.deep.equal(WELL);
  });

  it("takes an id to adopt that the option import names too", async () => {
    expect(await checked({ ...COMPLETE, adoptId: ["a1", "a1"] })).to.deep.equal(WELL);
  });

  it("names everything that must be given, all at once", async () => {
    const { faults } = await checked({ signatureSource: 2 });
    expect(faults.map((each) => each.split(":")[0])).to.deep.equal([
      "appId",
      "signatureName",
      "signatureType",
      "involvesThirdParty",
      "licenseNumber",
    ]);
    expect((await checked({ ...COMPLETE, signatureSource: 5 })).faults.map((each) => each.split(":")[0])).to.deep.equal(
      ["registrationNumber"],
    );
  });

  const faults: [what: string, changes: Values, words: string][] = [
    ["application given twice", { appId: "app" }, "appName: given beside appId"],
    ["application's id that is none", { appName: undefined, appId: "a/b" }, "appId: not an id of Huawei Cloud"],
    ["source that there is none", { signatureSource: 6 }, "signatureSource: not one of Huawei Cloud's sources"],
    ["type that there is none", { signatureType: "OTHER" }, "signatureType: not one of Huawei Cloud's types"],
    ["answer that is none", { involvesThirdParty: "maybe" }, "involvesThirdParty: neither true nor false"],
    [
      "name with white space around it",
      { signatureName: " 样例" },
      "signatureName: it begins or ends with white space",
    ],
    ["name that is no text", { signatureName: 7 }, "signatureName: not a text"],
    [
      "document that is none",
      { businessLicense: 7 },
      "businessLicense: not a document: give a path, a FileAsset, { sha256, path? }, or { fileId }",
    ],
    ["file id that is none", { businessLicense: { fileId: "a b" } }, "businessLicense: "],
    ["file id among other things", { businessLicense: { fileId: "a", sha256: "a".repeat(64) } }, "businessLicense: "],
    ["outage that is neither allowed nor not", { allowOutage: "perhaps" }, "allowOutage: neither true nor false"],
    ["id to adopt that is none", { adoptId: "a/b" }, "adoptId: not an id of Huawei Cloud"],
    ["id to adopt that is a number", { adoptId: 7 }, "adoptId: not a text"],
    [
      "id to adopt beside the option import that names another",
      { adoptId: ["a1", "b2"] },
      "adoptId: it names a1, and the resource option import names b2",
    ],
    [
      "type that is mistyped",
      { signatureType: "NOTIFY" },
      'signatureType: not one of Huawei Cloud\'s types: did you mean "NOTIFY_TYPE" (',
    ],
    ["source by its name", { signatureSource: "Shop" }, "did you mean 4 ("],
    ["input of another vendor", { sign: "样例" }, "sign: there is no such input"],
    ["revision, of which there is one", { apiRevision: "v2" }, "apiRevision: there is no such input"],
  ];
  for (const [what, changes, words] of faults) {
    it(`refuses an ${what}`.replace(/an ([^aeio])/, "a $1"), async () => {
      const found = await checked({ ...COMPLETE, ...changes });
      expect(found.faults).to.have.lengthOf(1);
      expect(found.faults[0]).to.include(words);
    });
  }

  const warnings: [what: string, changes: Values, words: string][] = [
    [
      "a name with an underscore, as the vendor's own example has it",
      { signatureName: "样例_1" },
      "signatureName: it has other characters",
    ],
    [
      "a name of one character",
      { signatureName: "样" },
      "signatureName: 1 characters, and Huawei Cloud's console takes 2 to 32",
    ],
    ["a name of 33 characters", { signatureName: "a".repeat(33) }, "signatureName: 33 characters"],
    ["a name of digits alone", { signatureName: "95588" }, "signatureName: it has digits alone"],
    [
      "a description of 101 characters",
      { description: "样".repeat(101) },
      "description: 101 characters, and Huawei Cloud's pages allow 100",
    ],
    [
      "an identity number that anybody could read",
      { description: "法人 99000119900307001x" },
      "description: a person's identity number stands in it",
    ],
    [
      "a website",
      { signatureSource: 1, sourceTitleContent: "w" },
      "signatureSource: Huawei Cloud has discarded this source",
    ],
    [
      "an applet",
      { signatureSource: 3, sourceTitleContent: "w" },
      "signatureSource: Huawei Cloud has discarded this source",
    ],
    [
      "a shop",
      { signatureSource: "4", sourceTitleContent: "w" },
      "signatureSource: Huawei Cloud has discarded this source",
    ],
    ["a third party without its power of attorney", { involvesThirdParty: true }, "powerOfAttorney: missing"],
    [
      "an app without its proof, which the vendor's pages do not agree on",
      { ...APP, sourceProof: undefined },
      "sourceProof: missing, and the reviewers most likely ask for it for the sources 2 (app) and 5 (trademark): give the screenshot",
    ],
    [
      "no qualification",
      { qualificationId: undefined },
      "qualificationId: missing. On the Chinese site every review fails without it",
    ],
  ];
  for (const [what, changes, words] of warnings) {
    it(`takes ${what}, and warns`, async () => {
      const found = await checked({ ...COMPLETE, ...changes });
      expect(found.faults).to.deep.equal([]);
      expect(found.warnings).to.have.lengthOf(1);
      expect(found.warnings[0]).to.include(words);
    });
  }

  it("warns of a missing title for all the sources that the vendor lists", async () => {
    for (const signatureSource of [1, 2, 3, 4]) {
      expect(
        (await checked({ ...APP, signatureSource, sourceTitleContent: undefined })).warnings.join("\n"),
      ).to.include("sourceTitleContent: missing");
    }
    expect(await checked({ ...APP, signatureSource: 0, sourceTitleContent: undefined })).to.deep.equal(WELL);
  });

  it("says nothing of a description of 100 characters", async () => {
    expect(await checked({ ...COMPLETE, description: "𠮷".repeat(100) })).to.deep.equal(WELL);
  });

  it("says what is left out once, when it is declared so", async () => {
    const news = { ...ENTERPRISE, involvesThirdParty: true };
    expect((await checked(news)).warnings).to.have.lengthOf(2);
    expect(await checked(news, news)).to.deep.equal(WELL);
    expect((await checked(news, { ...news, involvesThirdParty: false })).warnings).to.have.lengthOf(1);
  });

  it("takes what a config or the vendor would write for the same", async () => {
    const { normalised } = await check(
      null,
      {
        ...COMPLETE,
        signatureSource: "0",
        involvesThirdParty: "No",
        allowOutage: "true",
      },
      ".",
    );
    expect(normalised).to.deep.equal({ signatureSource: 0, involvesThirdParty: false, allowOutage: true });
  });

  it("binds no pipeline by a rule that came after the signature", async () => {
    const accepted = { ...COMPLETE, signatureType: "OTHER" };
    const found = await checked(accepted, accepted);
    expect(found.faults).to.deep.equal([]);
    expect(found.warnings.join()).to.include("It was accepted before");
  });

  it("binds no rule to a signature that is taken over as it is", async () => {
    const { faults: found, warnings: said } = await checked({
      signatureName: "样例科技",
      signatureType: "OTHER",
      adoptId: "0123456789abcdef",
    });
    expect(found).to.deep.equal([]);
    expect(said.join("\n"))
      .to.include("appId: missing")
      .and.include("signatureType: not one of Huawei Cloud's types")
      .and.include("involvesThirdParty: missing");
  });

  it("lets through what is not known yet", async () => {
    const unknown: Values = Object.fromEntries(
      [...Object.keys(APP), "adoptId"].map((name): [string, typeof UNKNOWN] => [name, UNKNOWN]),
    );
    expect(await checked(unknown)).to.deep.equal(WELL);
  });

  describe("looks at documents", () => {
    const scans = new Scans();
    after(() => scans.remove());

    for (const [input, good, bad] of [
      ["businessLicense", [png(), jpeg(), gif()], [pdf(), Buffer.from("a text")]],
      ["powerOfAttorney", [png(), jpeg(), gif(), pdf()], [Buffer.from("a text")]],
      ["sourceProof", [png(), jpeg(), gif()], [pdf()]],
    ] as const) {
      it(`and takes for ${input} what the vendor takes there`, async () => {
        for (const bytes of good)
          expect(await checked({ ...COMPLETE, [input]: scans.make("good", bytes) }, null, scans.folder)).to.deep.equal(
            WELL,
          );
        for (const bytes of bad) {
          const { faults: found } = await checked(
            { ...COMPLETE, [input]: scans.make("bad", bytes) },
            null,
            scans.folder,
          );
          expect(found).to.have.lengthOf(1);
          expect(found[0]).to.include(
            input === "powerOfAttorney"
              ? "neither a PNG nor a JPEG nor a GIF nor a PDF file"
              : "neither a PNG nor a JPEG nor a GIF image",
          );
        }
      });
    }

    it("but not at those that the vendor holds already", async () => {
      expect(await checked({ ...COMPLETE, businessLicense: { fileId: "4da94f7a-b138-42d9" } })).to.deep.equal(WELL);
    });
  });
});
