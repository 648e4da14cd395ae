import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { privatesIn } from "../../provider/jpush/content";
import type { Value, Values } from "../../provider/values";
import { jpeg, png } from "../documents/samples";
import { check, COMPANY, elsewhere, Folder, SETTINGS } from "./signatures";

describe("checking a JPush signature's documents", () => {
  let folder: Folder;
  before(async () => {
    folder = await Folder.make();
  });
  after(() => folder.remove());

  const checked = (idCardImage: Value, olds: Values | null = null) =>
    check(olds, { ...COMPANY, idCardImage }, SETTINGS, folder.path);

  it("takes PNG and JPEG, whatever the name says", async () => {
    for (const document of [
      await folder.document("a.png", png()),
      await folder.document("b.png", jpeg()),
      await folder.document("c", png()),
    ]) {
      expect(await checked(document)).to.deep.equal({ normalised: {}, faults: [], warnings: [] });
    }
  });

  for (const [what, bytes, reason] of [
    ["another format", Buffer.from("GIF89a SAMPLE"), "neither a PNG nor a JPEG"],
    ["an empty file", Buffer.alloc(0), "empty"],
    ["a file too large", png(2_097_153), "larger than 2 MB"],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { faults, warnings } = await checked(await folder.document("wrong.png", bytes));
      expect(faults).to.have.length(1).and.have.nested.property("[0].reason").that.contains(reason);
      expect(faults[0]).to.have.property("input", "idCardImage");
      expect(warnings).to.deep.equal([]);
    });
  }

  it("warns of a file that may be too large", async () => {
    const { faults, warnings } = await checked(await folder.document("big.png", png(2_050_000)));
    expect(faults).to.deep.equal([]);
    expect(warnings)
      .to.have.length(1)
      .and.have.property("0")
      .that.matches(/^idCardImage: 2050000 bytes/);
  });

  it("refuses a file that is not the declared one", async () => {
    const document = await folder.document("exchanged.png", png());
    await writeFile(join(folder.path, "exchanged.png"), jpeg());
    const { faults } = await checked(document);
    expect(faults)
      .to.have.length(1)
      .and.have.nested.property("[0].reason")
      .that.contains("not the one that is declared");
  });

  it("only warns that a path leads nowhere: the file need be only where it is filed", async () => {
    for (const olds of [null, COMPANY]) {
      const { faults, warnings } = await checked({ ...elsewhere("a"), path: "nowhere.png" }, olds);
      expect(faults).to.deep.equal([]);
      expect(warnings)
        .to.have.length(1)
        .and.have.property("0")
        .that.contains(`there is no file at "nowhere.png" (looked for in ${folder.path})`)
        .and.contains("read when it is filed");
    }
  });

  describe("that has no path", () => {
    const ADVICE = "it is declared by its sha256 alone: add the path at which its file can be read";

    it("cannot be filed where the signature is new", async () => {
      const { faults } = await checked(elsewhere("a"));
      expect(faults).to.deep.equal([{ input: "idCardImage", reason: ADVICE }]);
    });

    it("is warned of in a change, whose filing may wait or not come", async () => {
      const { faults, warnings } = await checked(elsewhere("a"), COMPANY);
      expect(faults).to.deep.equal([]);
      expect(warnings).to.deep.equal([`idCardImage: ${ADVICE}. It is read when it is filed.`]);
    });

    it("is nobody's business in what is unchanged, or taken over", async () => {
      const idCardImage = elsewhere("a");
      const declared = { ...COMPANY, idCardImage };
      const unfaulted = { faults: [], warnings: [] };
      expect(await check(declared, { ...declared }, SETTINGS)).to.deep.include(unfaulted);
      expect(await check(null, { ...declared, adoptId: 37582 }, SETTINGS)).to.deep.include(unfaulted);
    });
  });

  describe("that the program could not read, so that its path came as it is", () => {
    it("is a fault that names the path and where it was looked for, whatever is declared", async () => {
      const path = "scans/nowhere.png";
      const reason = `there is no file at "scans/nowhere.png" (looked for in ${folder.path}): put it there, or correct the path`;
      for (const [olds, others] of [
        [null, {}],
        [{ ...COMPANY, idCardImage: path }, {}],
        [null, { adoptId: 37582 }],
      ] as const) {
        const { faults } = await check(olds, { ...COMPANY, ...others, idCardImage: path }, SETTINGS, folder.path);
        expect(faults).to.deep.equal([{ input: "idCardImage", reason }]);
      }
    });

    it("is a fault in a list, too", async () => {
      const news = { apiRevision: "2018-03", sign: "极光推送", images: ["a.png", "b.png"] };
      expect((await check(null, news, SETTINGS, folder.path)).faults.map(({ input }) => input)).to.deep.equal([
        "images",
        "images",
      ]);
    });

    it("is a fault also where the file is there by now: it is not what the program saw", async () => {
      await folder.document("late.png", png());
      expect((await checked("late.png")).faults)
        .to.have.length(1)
        .and.have.nested.property("[0].reason")
        .that.contains("could not be read when the program ran");
    });
  });

  it("tells no name of a person from a path", async () => {
    const [name, number] = privatesIn(COMPANY);
    const path = `documents/${name}-${number}.png`;
    for (const document of [path, { ...elsewhere("a"), path }]) {
      const { faults, warnings } = await checked(document);
      const said = JSON.stringify([faults, warnings]);
      expect(said).to.include("documents/…-….png");
      expect(said).not.to.include(name).and.not.include(number);
    }
  });

  it("that is cut off is warned of", async () => {
    const { faults, warnings } = await checked(await folder.document("cut.png", png(2000).subarray(0, 1000)));
    expect(faults).to.deep.equal([]);
    expect(warnings).to.have.length(1).and.have.property("0").that.contains("the end of the PNG image is missing");
  });

  it("reads no unchanged document, though it was moved or spoiled", async () => {
    const document = await folder.document("once.png", png());
    const olds = { ...COMPANY, idCardImage: { sha256: document.sha256 } };
    await truncate(join(folder.path, "once.png"));
    for (const path of ["once.png", "elsewhere.png"]) {
      expect(await checked({ ...document, path }, olds)).to.deep.equal({ normalised: {}, faults: [], warnings: [] });
    }
    expect((await checked(document, COMPANY)).faults).to.have.length(1);
  });

  it("takes a hash in capital letters for the same", async () => {
    const { sha256 } = elsewhere("a");
    const { faults, normalised } = await checked(
      { sha256: sha256.toUpperCase() },
      { ...COMPANY, idCardImage: { sha256 } },
    );
    expect(faults).to.deep.equal([]);
    expect(normalised).to.deep.equal({ idCardImage: { sha256 } });
  });

  it("names an asset that cannot be filed, and the three forms", async () => {
    const { faults } = await checked({ unsupported: "a StringAsset" });
    expect(faults).to.deep.equal([
      { input: "idCardImage", reason: "a StringAsset cannot be filed: give a path, a FileAsset, or { sha256, path? }" },
    ]);
  });

  it("inspects every document that is given", async () => {
    const wrong = await folder.document("wrong.txt", Buffer.from("SAMPLE"));
    const news = {
      ...COMPANY,
      idCardImage: wrong,
      businessLicenseImage: wrong,
      trademarkImage: wrong,
      thirdPartyAuthImage: wrong,
      otherImage: wrong,
    };
    const { faults } = await check(null, news, SETTINGS, folder.path);
    expect(faults.map((fault) => fault.input)).to.deep.equal([
      "idCardImage",
      "businessLicenseImage",
      "trademarkImage",
      "thirdPartyAuthImage",
      "otherImage",
    ]);
  });
});
