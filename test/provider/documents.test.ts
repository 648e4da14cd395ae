import { expect } from "chai";
import { CallFailure, CheckFailure, failing } from "./support/failures";
import { picture } from "./support/samples";
import { describeEach } from "./support/frontEnds";
import type { Stack } from "./support/Stack";
import { fileArchive, fileAsset, remoteAsset, sha256, stringAsset } from "./support/wire";

const ID_CARD = picture("identity card");

async function filedHash(stack: Stack, field: string): Promise<string | undefined> {
  const signatures = await stack.vendor.signatures();
  return signatures.at(-1)?.images.find((image) => image.field === field)?.sha256;
}

describeEach("documents", ({ withStack }) => {
  it(
    "are filed byte for byte, whether they are a FileAsset or named by their hash and a path",
    withStack(async (stack) => {
      await stack.up({
        businessLicenseImage: { sha256: sha256(picture("licence", "jpeg")), path: "documents/licence.jpg" },
      });
      expect(await filedHash(stack, "idCardImage")).to.equal(sha256(ID_CARD));
      expect(await filedHash(stack, "businessLicenseImage")).to.equal(sha256(picture("licence", "jpeg")));
    }),
  );

  it(
    "named by their hash alone are refused at preview where they must be filed",
    withStack(async (stack) => {
      const byHash = { idCardImage: { sha256: sha256(ID_CARD) } };
      const { failures } = await failing(stack.preview(byHash), CheckFailure);
      expect(failures.map(({ reason }) => reason).join())
        .to.include("idCardImage")
        .and.include("add the path");
      expect(await stack.vendor.calls()).to.deep.equal([]);
      expect(stack.state).to.equal(null);

      await stack.up();
      expect(await stack.up(byHash), "filed already").to.equal("same");
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "are the same under another name, in another folder, and in another form",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.approve(37582);
      await stack.refresh();
      await stack.folder.move("documents/id-card.png", "elsewhere/renamed");
      expect(await stack.up({ idCardImage: fileAsset(stack.folder.path, "elsewhere/renamed") })).to.equal("same");

      const moved = fileAsset(stack.folder.path, "elsewhere/renamed");
      for (const form of [{ sha256: sha256(ID_CARD) }, { sha256: sha256(ID_CARD), path: "nowhere" }, moved]) {
        expect(await plainDifference(stack, form), JSON.stringify(form)).to.equal("none");
      }
      expect(await stack.vendor.changes()).to.deep.equal(["POST /v1/sign"]);
    }),
  );

  it(
    "need no file on the machine of an unchanged run",
    withStack(async (stack) => {
      const byHash = { idCardImage: { sha256: sha256(ID_CARD), path: "documents/id-card.png" } };
      await stack.up(byHash);
      await stack.folder.remove("documents/id-card.png");
      const licence = stack.existing.inputs["businessLicenseImage"];
      await stack.nextRun();
      for (const changes of [byHash, { ...byHash, businessLicenseImage: licence }])
        expect(await stack.up(changes)).to.equal("same");
      await stack.refresh();
      expect(await stack.warnings()).to.equal("");
    }),
  );

  it(
    "whose content is another are a difference and are filed",
    withStack(async (stack) => {
      await stack.up();
      await stack.vendor.reject(37582);
      await stack.refresh();
      await stack.folder.write("documents/id-card.png", picture("a better scan"));
      expect(await stack.up()).to.equal("update");
      expect(await filedHash(stack, "idCardImage")).to.equal(sha256(picture("a better scan")));
    }),
  );

  it(
    "that changed after they were declared are refused before anything is sent",
    withStack(async (stack) => {
      const inputs = (await stack.preview()).inputs;
      await stack.folder.write("documents/id-card.png", picture("changed meanwhile"));
      const plugin = await stack.plugin();
      const { message } = await failing(plugin.create(inputs), CallFailure);
      expect(message).to.match(/idCardImage cannot be filed, and nothing was sent: .*sha256 is another/);
      expect(await stack.vendor.calls()).to.deep.equal([]);
    }),
  );

  it(
    "that are no files, or no images, are refused with a word on what to give",
    withStack(async (stack) => {
      await stack.folder.write("documents/text.png", "no image");
      await stack.folder.write("documents/empty.png", "");
      await stack.folder.write("documents/large.png", Buffer.concat([ID_CARD, Buffer.alloc(2_097_152)]));
      const cases = [
        {
          given: stringAsset("content"),
          reason: /^idCardImage: a StringAsset cannot be filed: give a path, a FileAsset, or \{ sha256, path\? \}$/,
        },
        {
          given: remoteAsset("https://documents.example/id.png"),
          reason: /^idCardImage: a RemoteAsset cannot be filed: give a path/,
        },
        { given: fileArchive("documents"), reason: /^idCardImage: an archive cannot be filed: give a path/ },
        { given: { sha256: "abc" }, reason: /^idCardImage: its sha256 is not 64 hexadecimal digits/ },
        { given: { path: "documents/id-card.png" }, reason: /^idCardImage: its sha256 is missing/ },
        {
          given: "documents/nowhere.png",
          reason: /^idCardImage: there is no file at "documents\/nowhere\.png" \(looked for in \//,
        },
        {
          given: "documents/id-card.png",
          reason: /^idCardImage: "documents\/id-card\.png" \(.*\) could not be read when the program ran/,
        },
        { given: 7, reason: /^idCardImage: not a document/ },
        { given: fileAsset(stack.folder.path, "documents/text.png"), reason: /^idCardImage: neither a PNG nor a JPEG/ },
        { given: fileAsset(stack.folder.path, "documents/empty.png"), reason: /^idCardImage: the file is empty/ },
        { given: fileAsset(stack.folder.path, "documents/large.png"), reason: /^idCardImage: larger than 2 MB/ },
      ];
      for (const { given, reason } of cases) {
        const { failures } = await failing(stack.preview({ idCardImage: given }), CheckFailure);
        expect(
          failures.map((each) => each.reason),
          JSON.stringify(given),
        ).to.have.length(1);
        expect(failures[0]?.reason).to.match(reason);
      }
      expect(await stack.vendor.calls()).to.deep.equal([]);
    }),
  );

  it(
    "that are just about too large, or not there yet, are let through with a warning",
    withStack(async (stack) => {
      await stack.folder.write("documents/large.png", Buffer.concat([ID_CARD, Buffer.alloc(2_010_000)]));
      await stack.preview({
        idCardImage: fileAsset(stack.folder.path, "documents/large.png"),
        businessLicenseImage: { sha256: sha256("not there"), path: "documents/not-there.png" },
      });
      const warnings = await stack.warnings();
      expect(warnings).to.match(/idCardImage: \d+ bytes is just about 2 MB/);
      expect(warnings).to.include('businessLicenseImage: there is no file at "documents/not-there.png"');
    }),
  );
});

/** diff's own word on the identity card in another form. */
async function plainDifference(stack: Stack, idCardImage: unknown): Promise<string> {
  const plugin = await stack.plugin();
  return plugin.diff(stack.id, stack.existing.outputs, { ...stack.existing.inputs, idCardImage });
}
