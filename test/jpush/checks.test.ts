import { expect } from "chai";
import fc from "fast-check";
import type { CheckSettings } from "../../provider/jpush/settings";
import { validateCreditCode } from "../../provider/numbers/creditCode";
import { validateIdentityNumber } from "../../provider/numbers/identityNumber";
import { UNKNOWN } from "../../provider/values";
import type { Value, Values } from "../../provider/values";
import { check, COMPANY, held, SETTINGS } from "./signatures";

async function faultsOf(news: Values, olds: Values | null = null, settings: CheckSettings = SETTINGS) {
  const { faults } = await check(olds, news, settings);
  return faults.map(({ input, reason }) => `${input}: ${reason}`);
}

describe("checking a JPush signature", () => {
  it("finds nothing wrong with what is right", async () => {
    expect(await check(null, COMPANY, SETTINGS)).to.deep.equal({ normalised: {}, faults: [], warnings: [] });
  });

  it("tells every fault at once", async () => {
    const { faults } = await check(
      null,
      { type: 6, legalPersonIdNumber: "123", whenBusy: "never", remrk: "a" },
      SETTINGS,
    );
    expect(faults.map((fault) => fault.input)).to.have.members([
      "sign",
      "legalPersonName",
      "legalPersonIdNumber",
      "socialCreditCode",
      "idCardImage",
      "trademarkImage",
      "whenBusy",
      "remrk",
    ]);
  });

  describe("sign", () => {
    for (const sign of [
      "极光",
      "JPush",
      "极光Push01",
      "12345678",
      "𠮷野家",
      "一二三四五六七八",
      "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷",
      "佐々木",
    ]) {
      it(`takes ${sign}`, async () => expect(await faultsOf({ ...COMPANY, sign })).to.deep.equal([]));
    }

    for (const [sign, reason] of [
      ["", "empty: give the text"],
      [undefined, "missing: give the text"],
      [null, "missing: give the text"],
      ["光", "at least 2"],
      ["𠮷", "at least 2"],
      ["一二三四五六七八九", "9 characters, at most 8 are taken"],
      ["【极光】", "brackets"],
      ["极光(推送)", "brackets"],
      ["[极光]", "brackets"],
      ["极光（推送）", "brackets"],
      [" 极光", "begins or ends with white space"],
      ["极光\u3000", "begins or ends with white space"],
      ["极 光", "other characters"],
      ["极光\u200b推送", "character 3 is U+200B, which is invisible"],
      ["极光_推送", "other characters"],
      ["ＪＰ推送", "other characters"],
      ["café", "other characters"],
      ["カナ", "other characters"],
      ["极光\n推送", "control character"],
      [12345, "not a text"],
      [true, "not a text"],
      [["极光"], "not a text"],
      [{ sha256: "a" }, "not a text"],
    ] as const) {
      it(`refuses ${JSON.stringify(sign)}: ${reason}`, async () => {
        const [fault, ...others] = await faultsOf({ ...COMPANY, sign });
        expect(fault)
          .to.match(/^sign: /)
          .and.contain(reason);
        expect(others).to.deep.equal([]);
      });
    }

    it("may be as long as the setting says", async () => {
      const settings = { ...SETTINGS, maxSignLength: 16 };
      expect(await faultsOf({ ...COMPANY, sign: "一二三四五六七八九十一二三四五六" }, null, settings)).to.deep.equal(
        [],
      );
      expect(await faultsOf({ ...COMPANY, sign: "一二三四五六七八九十一二三四五六七" }, null, settings)).to.have.length(
        1,
      );
    });
  });

  describe("texts that were pasted", () => {
    for (const [sign, reason] of [
      [
        "极\u2f08推送",
        "character 2 is U+2F08 (\u2f08), a look-alike that PDF files and chats put in a character's place: write 人",
      ],
      [
        "\u2ed3城推送",
        "character 1 is U+2ED3 (\u2ed3), a look-alike that PDF files and chats put in a character's place: type the usual one instead of pasting it",
      ],
      [
        "𠮷野\uf9fd",
        "character 3 is U+F9FD (\uf9fd), a look-alike that PDF files and chats put in a character's place: write 什",
      ],
      ["极光\u202e推送", "character 3 is U+202E, which is invisible: remove it"],
      ["极光\ufe0f", "character 3 is U+FE0F, which is invisible: remove it"],
      ["极光\ufffd", "character 3 is U+FFFD, which stands where a program has lost the real one: type that one"],
      ["极光\ud842", "character 3 is half of a character, the rest of which is lost: type the whole one"],
      [
        "极光\ue000",
        "character 3 is U+E000, of private use, which other machines show as another one or not at all: type the usual one",
      ],
    ] as const) {
      it(`are told by character, place and what to do: ${JSON.stringify(sign)}`, async () => {
        expect(await faultsOf({ ...COMPANY, sign })).to.deep.equal([`sign: ${reason}`]);
      });
    }

    it("have the twelve usual characters that stand among the look-alikes", async () => {
      for (const character of "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩") {
        expect(await faultsOf({ ...COMPANY, sign: `极光${character}` }), character).to.deep.equal([]);
      }
    });

    it("tell nothing of a private one but the place and what is invisible", async () => {
      const faults = async (legalPersonName: string) => faultsOf({ ...COMPANY, legalPersonName });
      expect(await faults("王\u2f08样")).to.deep.equal([
        "legalPersonName: character 2 looks like a usual Chinese character, a look-alike that PDF files and chats put in a character's place: type the usual one instead of pasting it",
      ]);
      expect(await faults("王\ue000")).to.deep.equal([
        "legalPersonName: character 2 is of private use, which other machines show as another one or not at all: type the usual one",
      ]);
      expect(await faults("王\u200b样")).to.deep.equal([
        "legalPersonName: character 2 is U+200B, which is invisible: remove it",
      ]);
    });
  });

  describe("type", () => {
    for (const [type, document] of [
      [1, "businessLicenseImage"],
      [6, "trademarkImage"],
      [7, "thirdPartyAuthImage"],
    ] as const) {
      const bare = { ...COMPANY, type, businessLicenseImage: undefined };
      it(`${type} needs ${document}`, async () => {
        expect(await faultsOf(bare))
          .to.have.length(1)
          .and.have.property("0")
          .that.matches(new RegExp(`^${document}: missing, and needed for type ${type}`));
        expect(await faultsOf({ ...bare, [document]: held("it") })).to.deep.equal([]);
      });
    }

    it("needs no document of another type, and takes all of them", async () => {
      expect(
        await faultsOf({
          ...COMPANY,
          trademarkImage: held("t"),
          thirdPartyAuthImage: held("a"),
          otherImage: held("o"),
        }),
      ).to.deep.equal([]);
    });

    it("3 was withdrawn, and is told so", async () => {
      expect(await faultsOf({ ...COMPANY, type: 3 }))
        .to.have.length(1)
        .and.have.property("0")
        .that.contains("withdrew type 3")
        .and.contains("2026-05-01");
    });

    for (const type of [0, 2, 4, 5, 8, 1.5, "company", "01", "", true, null]) {
      it(`is not ${JSON.stringify(type)}`, async () => {
        expect(await faultsOf({ ...COMPANY, type }))
          .to.have.length(1)
          .and.have.property("0")
          .that.matches(/^type: .*1 \(company\), 6 \(brand\) or 7 \(other\)$/);
      });
    }

    it("may come from the config, where it is a text", async () => {
      const { faults, normalised } = await check(null, { ...COMPANY, type: "6", trademarkImage: held("t") }, SETTINGS);
      expect(faults).to.deep.equal([]);
      expect(normalised).to.deep.equal({ type: 6 });
      expect(await faultsOf({ ...COMPANY, type: "6" }))
        .to.have.property("0")
        .that.matches(/^trademarkImage: /);
    });
  });

  describe("numbers", () => {
    it("are filed in upper case", async () => {
      const { faults, normalised } = await check(
        null,
        { ...COMPANY, legalPersonIdNumber: "99000119900307001x", socialCreditCode: "91350100m000100y43" },
        SETTINGS,
      );
      expect(faults).to.deep.equal([]);
      expect(normalised).to.deep.equal({
        legalPersonIdNumber: "99000119900307001X",
        socialCreditCode: "91350100M000100Y43",
      });
    });

    const samples = { ...COMPANY, legalPersonIdNumber: "110101199001011234", socialCreditCode: "91110000000000000A" };

    it("with a wrong check character are faults", async () => {
      expect((await check(null, samples, SETTINGS)).faults.map((fault) => fault.input)).to.deep.equal([
        "legalPersonIdNumber",
        "socialCreditCode",
      ]);
    });

    it("with a wrong check character are warned of where the setting says so", async () => {
      const { faults, warnings } = await check(null, samples, { ...SETTINGS, numberChecks: "warning" });
      expect(faults).to.deep.equal([]);
      expect(warnings).to.have.length(2);
      expect(warnings[0])
        .to.match(/^legalPersonIdNumber: /)
        .and.not.contain("accepted before");
    });

    it("with a wrong check character may be real all the same, and the way out is named", async () => {
      for (const fault of await faultsOf(samples)) expect(fault).to.include('set jpush:numberChecks to "warning"');
      const { warnings } = await check(null, samples, { ...SETTINGS, numberChecks: "warning" });
      expect(warnings.join()).not.to.include("numberChecks");
    });

    describe("of a person in the place of the company's, which is no secret,", () => {
      const FAULT =
        /^socialCreditCode: a person's identity number stands here, and this input is not stored as a secret/;

      for (const [what, given] of [
        ["the same as the legal representative's", { socialCreditCode: COMPANY["legalPersonIdNumber"] }],
        ["in lower case", { socialCreditCode: "99000119900307001x" }],
        ["of somebody else", { socialCreditCode: "990000198512319994" }],
        [
          "the same, with a check character that is wrong",
          { legalPersonIdNumber: "110101199001011234", socialCreditCode: "110101199001011234" },
        ],
      ] satisfies [string, Values][]) {
        it(`is a fault that does not print it: ${what}`, async () => {
          for (const numberChecks of ["error", "warning"] as const) {
            const faults = await faultsOf({ ...COMPANY, ...given }, null, { ...SETTINGS, numberChecks });
            expect(faults.filter((fault) => FAULT.test(fault))).to.have.length(1);
            expect(faults.join()).not.to.match(/\d{17}/);
          }
        });
      }

      it("is one also where it would pass for a credit code", async () => {
        // Made up so that both checks pass.
        const both = "999999199001010729";
        expect(validateIdentityNumber(both) ?? validateCreditCode(both)).to.equal(null);
        expect(await faultsOf({ ...COMPANY, socialCreditCode: both }))
          .to.have.length(1)
          .and.have.property("0")
          .that.matches(FAULT);
      });

      it("is warned of in any other text that anybody may read", async () => {
        const { faults, warnings } = await check(null, { ...COMPANY, remark: "联系人 990000198512319994。" }, SETTINGS);
        expect(faults).to.deep.equal([]);
        expect(warnings)
          .to.have.length(1)
          .and.have.property("0")
          .that.contains("remark: a person's identity number stands in it")
          .and.not.contains("9900001985");
      });
    });

    it("with a wrong shape are faults whatever the setting", async () => {
      const news = { ...COMPANY, legalPersonIdNumber: "990100200102290012", socialCreditCode: "91990000MI0000007X" };
      expect(await faultsOf(news, null, { ...SETTINGS, numberChecks: "warning" })).to.have.length(2);
    });

    it("are texts", async () => {
      expect(await faultsOf({ ...COMPANY, legalPersonIdNumber: Number("999999199001010008") })).to.deep.equal([
        "legalPersonIdNumber: not a text: write it in quotes",
      ]);
    });
  });

  describe("remark", () => {
    it("has at most 100 characters, however rare", async () => {
      expect(await faultsOf({ ...COMPANY, remark: "𠮷".repeat(100) })).to.deep.equal([]);
      expect(await faultsOf({ ...COMPANY, remark: "a".repeat(101) }))
        .to.have.length(1)
        .and.have.property("0")
        .that.contains("101 characters, at most 100");
    });

    it("is not given where it is empty, as any optional text", async () => {
      expect(await faultsOf({ ...COMPANY, remark: "", thirdPartyCompanyName: "" })).to.deep.equal([]);
    });
  });

  describe("behaviour", () => {
    for (const behaviour of [
      { whenBusy: "queue" },
      { whenBusy: "fail" },
      { whilePending: "after" },
      { whilePending: "withdraw" },
      { whilePending: "refuse" },
      { superseded: "delete" },
      { superseded: "keep" },
      { supersededAfter: "0s" },
      { supersededAfter: "3d" },
      { adoptId: 37582 },
      { adoptId: 2147483647 },
      { resubmit: "changed while rejected: files it again" },
      { resubmit: "" },
      { apiRevision: "2026-04" },
      { whenBusy: undefined, adoptId: null },
    ] satisfies Values[]) {
      it(`takes ${JSON.stringify(behaviour)}`, async () => {
        expect(await check(null, { ...COMPANY, ...behaviour }, SETTINGS)).to.deep.equal({
          normalised: {},
          faults: [],
          warnings: [],
        });
      });
    }

    for (const [behaviour, reason] of [
      [{ whenBusy: "wait" }, 'write "queue" or "fail"'],
      [{ whilePending: true }, 'write "after" or "withdraw" or "refuse"'],
      [{ whenBusy: "que" }, 'did you mean "queue"? Write "queue" or "fail"'],
      [{ superseded: "Keep" }, 'did you mean "keep"? Write "delete" or "keep"'],
      [{ supersededAfter: "24" }, '"24" is not a duration'],
      [{ supersededAfter: 24 }, "not a duration"],
      [{ adoptId: 0 }, "not a sign_id"],
      [{ adoptId: 1.5 }, "not a sign_id"],
      [{ adoptId: 2147483648 }, "not a sign_id"],
      [{ adoptId: "0x10" }, "not a sign_id"],
      [{ adoptId: "2147483648" }, "not a sign_id"],
      [{ adoptId: [37582, "37583"] }, "adoptId: it names 37582, and the resource option import names 37583"],
      [{ adoptId: ["one", "one"] }, "not a sign_id"],
      [{ resubmit: 2 }, "not a text"],
      [{ resubmit: "a".repeat(501) }, "longer than 500"],
      [{ apiRevision: "2017-01" }, 'choose "2026-04"'],
      [{ apiRevision: "constructor" }, 'choose "2026-04"'],
      [{ apiRevision: UNKNOWN }, "must be written out"],
    ] satisfies [Values, string][]) {
      it(`refuses ${Object.entries(behaviour)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join()}, changed or not`, async () => {
        for (const olds of [null, { ...COMPANY, ...behaviour }]) {
          const faults = await faultsOf({ ...COMPANY, ...behaviour }, olds);
          expect(faults).to.have.length(1).and.have.property("0").that.contains(reason);
        }
      });
    }

    it("takes an adoptId as the option `import` gives it", async () => {
      expect((await check(null, { ...COMPANY, adoptId: "37582" }, SETTINGS)).normalised).to.deep.equal({
        adoptId: 37582,
      });
    });

    for (const adoptId of [
      [37582, "37582"],
      [null, "37582"],
    ]) {
      it(`takes ${JSON.stringify(adoptId)}, of which the second is the option \`import\`, as one`, async () => {
        expect(await check(null, { ...COMPANY, adoptId }, SETTINGS)).to.deep.equal({
          normalised: { adoptId: 37582 },
          faults: [],
          warnings: [],
        });
      });
    }
  });

  describe("names", () => {
    for (const name of ["signature", "idcardimage", "constructor", "signId"]) {
      it(`${name} is none, and the inputs are listed`, async () => {
        const [fault, ...others] = await faultsOf({ ...COMPANY, [name]: "a" });
        expect(fault).to.match(
          new RegExp(`^${name}: there is no such input: .*[Tt]he inputs are sign, type, .*, apiRevision$`),
        );
        expect(others).to.deep.equal([]);
      });
    }

    for (const [name, meant] of [
      ["remrk", "remark"],
      ["idcardimage", "idCardImage"],
      ["socialCreditCdoe", "socialCreditCode"],
      ["businesLicenseImage", "businessLicenseImage"],
      ["superceded", "superseded"],
    ] as const) {
      it(`${name} is most likely ${meant}`, async () => {
        expect((await faultsOf({ ...COMPANY, [name]: "a" })).join()).to.include(
          `did you mean ${meant}? The inputs are`,
        );
      });
    }

    it("that are like none get no guess", async () => {
      for (const name of ["a", "constructor", "volume"])
        expect((await faultsOf({ ...COMPANY, [name]: "a" })).join()).not.to.include("did you mean");
    });

    it("that begin with __ are not the user's", async () => {
      expect(await check(null, { ...COMPANY, __resource: "a", __other: { b: 1 } }, SETTINGS)).to.deep.equal({
        normalised: {},
        faults: [],
        warnings: [],
      });
    });

    it("that hold nothing are no fault", async () => {
      expect(await faultsOf({ ...COMPANY, signId: undefined })).to.deep.equal([]);
    });
  });

  describe("rules bind filings only:", () => {
    const olds = { ...COMPANY, sign: "a_b", remark: "a".repeat(101) };

    it("what was accepted before is warned of", async () => {
      const { faults, warnings } = await check(olds, { ...olds }, SETTINGS);
      expect(faults).to.deep.equal([]);
      expect(warnings).to.have.length(2);
      expect(warnings[0])
        .to.match(/^sign: /)
        .and.contain("accepted before");
    });

    it("another input's change makes no error of it", async () => {
      const { faults, warnings } = await check(olds, { ...olds, legalPersonName: "另一样本" }, SETTINGS);
      expect(faults).to.deep.equal([]);
      expect(warnings).to.have.length(2);
    });

    it("a change of its own does", async () => {
      const { faults, warnings } = await check(olds, { ...olds, sign: "a_c" }, SETTINGS);
      expect(faults.map((fault) => fault.input)).to.deep.equal(["sign"]);
      expect(warnings).to.have.length(1);
    });

    it("a condition binds when either side of it changed", async () => {
      const bare = { ...COMPANY, businessLicenseImage: null };
      expect(await faultsOf(bare, { ...bare })).to.deep.equal([]);
      expect(await faultsOf({ ...bare, type: 6 }, bare))
        .to.have.length(1)
        .and.have.property("0")
        .that.matches(/^trademarkImage: /);
      expect(await faultsOf(bare, COMPANY))
        .to.have.length(1)
        .and.have.property("0")
        .that.matches(/^businessLicenseImage: /);
    });

    it("another spelling of the same is no change", async () => {
      const before = { ...COMPANY, legalPersonIdNumber: "99000119900307002X", type: 1 };
      const { faults } = await check(
        before,
        { ...before, legalPersonIdNumber: "99000119900307002x", type: "1" },
        SETTINGS,
      );
      expect(faults).to.deep.equal([]);
    });
  });

  describe("what a preview does not know yet", () => {
    it("is let through, whatever part of the inputs it is", async () => {
      const names = Object.keys(COMPANY);
      await fc.assert(
        fc.asyncProperty(fc.subarray(names), fc.boolean(), async (hidden, first) => {
          const news: Values = { ...COMPANY, ...Object.fromEntries(hidden.map((name) => [name, UNKNOWN as Value])) };
          expect(await check(first ? null : COMPANY, news, SETTINGS)).to.deep.equal({
            normalised: {},
            faults: [],
            warnings: [],
          });
        }),
      );
    });

    it("is let through inside a document", async () => {
      const partlyUnknown: readonly Value[] = [
        { sha256: UNKNOWN },
        { sha256: "a".repeat(64), path: UNKNOWN },
        { sha256: UNKNOWN, path: "a.png" },
      ];
      for (const idCardImage of partlyUnknown) {
        expect(await faultsOf({ ...COMPANY, idCardImage })).to.deep.equal([]);
      }
    });

    it("leaves what depends on it alone", async () => {
      expect(await faultsOf({ ...COMPANY, type: UNKNOWN, businessLicenseImage: undefined })).to.deep.equal([]);
    });

    it("is let through in behaviour", async () => {
      expect(
        await faultsOf({
          ...COMPANY,
          whenBusy: UNKNOWN,
          supersededAfter: UNKNOWN,
          adoptId: UNKNOWN,
          resubmit: UNKNOWN,
        }),
      ).to.deep.equal([]);
    });
  });

  it("never prints what could be private", async () => {
    const marker = "PRIVATE-9f3c";
    const document: fc.Arbitrary<Value> = fc.oneof(
      fc.constant([marker]),
      fc.constant({ [marker]: marker }),
      fc.constant({ sha256: marker, path: marker }),
      fc.constant({ sha256: "a".repeat(64), [marker]: marker }),
    );
    const text = fc.oneof(
      fc.constantFrom(marker, ` ${marker}`, `${marker}\n`, `${marker}${"9".repeat(18)}`, marker.repeat(60)),
      fc.constantFrom(`${marker}\u200b`, `${marker}\u2f08`, `${marker}\ud842`, `${marker}\ufffd`),
      document,
    );
    // A document's path is no secret, but for what a secret input names.
    const documents = ["idCardImage", "businessLicenseImage", "trademarkImage", "otherImage"];
    const texts = [
      ...Object.keys(COMPANY).filter((name) => name !== "type" && !documents.includes(name)),
      "remark",
      "thirdPartyCompanyName",
      "resubmit",
    ];
    const given = fc
      .tuple(fc.dictionary(fc.constantFrom(...texts), text), fc.dictionary(fc.constantFrom(...documents), document))
      .map(([some, others]): Values => ({ ...some, ...others }));
    await fc.assert(
      fc.asyncProperty(given, fc.boolean(), async (declared, first) => {
        const news = { ...COMPANY, ...declared };
        const { faults, warnings } = await check(first ? null : news, news, SETTINGS);
        expect(JSON.stringify([faults, warnings])).not.to.contain("PRIVATE");
      }),
    );
  });
});
