import { expect } from "chai";
import { checkInputs } from "../../provider/inputs/checks";
import { digestsOf, fieldsOf } from "../../provider/inputs/fields";
import { buildForm } from "../../provider/inputs/form";
import { UNKNOWN } from "../../provider/values";
import type { Value } from "../../provider/values";
import { jpeg, png } from "../documents/samples";
import { Folder, held } from "./signatures";

/** A table as the older revisions have it: fewer fields, and documents as a list. */
const FIELDS = fieldsOf<null>(
  {
    sign: { type: { kind: "text" }, required: true, what: "the text", description: "" },
    images: { type: { kind: "documents", formats: ["PNG", "JPEG"], most: 2 }, what: "the scans", description: "" },
  },
  { images: { wireNames: ["image0", "image1", "image2"] } },
);

describe("a table with a list of documents", () => {
  let folder: Folder;
  before(async () => {
    folder = await Folder.make();
  });
  after(() => folder.remove());

  const checked = (images: Value, olds?: Value) =>
    checkInputs(
      { fields: FIELDS, behaviour: [] },
      {
        occasion: olds === undefined ? "create" : "update",
        olds: olds === undefined ? null : { sign: "a", images: olds },
        news: { sign: "a", images },
        settings: null,
        folder: folder.path,
      },
    );

  it("is filed under one wire name after the other", async () => {
    const images = [await folder.document("b", png()), await folder.document("a", jpeg())];
    expect(await checked(images)).to.deep.equal({ normalised: {}, faults: [], warnings: [] });
    expect(await buildForm({ fields: FIELDS }, { sign: "a", images }, null, folder.path)).to.deep.equal([
      { wireName: "sign", text: "a", secret: false },
      { wireName: "image0", fileName: "image0.png", contentType: "image/png", bytes: png() },
      { wireName: "image1", fileName: "image1.jpg", contentType: "image/jpeg", bytes: jpeg() },
    ]);
  });

  it("takes no list and an empty one for the same", async () => {
    for (const images of [undefined, null, []]) {
      expect(await checked(images)).to.deep.equal({ normalised: {}, faults: [], warnings: [] });
      expect(digestsOf(FIELDS, { images })).to.deep.equal({});
    }
  });

  for (const [images, reason] of [
    [[held("a"), held("b"), held("c")], "3 documents, and 2 can be filed"],
    [held("a"), "not a list"],
    [[held("a"), null], "not a document"],
    [[{ unsupported: "a RemoteAsset" }], "a RemoteAsset cannot be filed"],
    [[UNKNOWN, UNKNOWN, UNKNOWN], "3 documents"],
  ] satisfies [Value, string][]) {
    it(`refuses ${Array.isArray(images) ? images.length : "one"}: ${reason}`, async () => {
      const { faults } = await checked(images);
      expect(faults).to.have.length(1).and.have.nested.property("[0].reason").that.contains(reason);
    });
  }

  it("lets through what is not known yet, in the list or as the list", async () => {
    expect((await checked(UNKNOWN)).faults).to.deep.equal([]);
    expect((await checked([held("a"), { sha256: UNKNOWN }])).faults).to.deep.equal([]);
    expect((await checked([UNKNOWN, { sha256: "short" }])).faults).to.have.length(1);
  });

  it("counts by content and order, not by path", () => {
    const digest = (images: Value) => digestsOf(FIELDS, { images })["images"];
    const [a, b] = [held("a"), held("b")];
    expect(digest([{ ...a, path: "x" }, b])).to.equal(digest([a, { ...b, path: "y" }]));
    expect(digest([a, b])).not.to.equal(digest([b, a]));
    expect(digest([a])).not.to.equal(digest([a, a]));
  });

  it("reads no list that is unchanged, and a changed one whole", async () => {
    const wrong = await folder.document("wrong", Buffer.from("SAMPLE"));
    expect((await checked([wrong], [{ sha256: wrong.sha256 }])).faults).to.deep.equal([]);
    expect((await checked([wrong, wrong], [{ sha256: wrong.sha256 }])).faults).to.have.length(2);
  });
});
