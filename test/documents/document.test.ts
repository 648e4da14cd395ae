import { expect } from "chai";
import { normaliseDocument, parseDocument } from "../../provider/documents/document";
import type { Value } from "../../provider/values";

const HASH = "0123456789abcdef".repeat(4);

describe("a declared document", () => {
  it("is its hash, with or without a path", () => {
    expect(parseDocument({ sha256: HASH })).to.deep.equal({ document: { sha256: HASH } });
    expect(parseDocument({ sha256: HASH, path: "a.png" })).to.deep.equal({ document: { sha256: HASH, path: "a.png" } });
  });

  it("has its hash in small letters in its normal form", () => {
    expect(normaliseDocument({ sha256: HASH.toUpperCase(), path: "A.PNG" })).to.deep.equal({
      sha256: HASH,
      path: "A.PNG",
    });
    expect(normaliseDocument("documents/A.png")).to.equal("documents/A.png");
  });

  for (const [value, reason] of [
    [{ unsupported: "a StringAsset" }, "a StringAsset cannot be filed"],
    [{ unsupported: "an archive" }, "an archive cannot be filed"],
    [{}, "its sha256 is missing"],
    [{ path: "a.png" }, "its sha256 is missing"],
    [{ sha256: "abc" }, "its sha256 is not 64 hexadecimal digits"],
    [{ sha256: `${HASH}\n` }, "its sha256 is not 64 hexadecimal digits"],
    [{ sha256: HASH, path: "" }, "its path is empty"],
    [{ sha256: HASH, path: 7 }, "its path is not a text"],
    [{ sha256: HASH, file: "a.png" }, "it has other keys than sha256 and path"],
    [{ sha265: HASH }, "it has other keys than sha256 and path (did you mean sha256?)"],
    [{ sha256: HASH, pat: "a.png" }, "it has other keys than sha256 and path (did you mean path?)"],
    ["documents/a.png", "not a document"],
    [7, "not a document"],
    [true, "not a document"],
    [null, "not a document"],
    [[{ sha256: HASH }], "not a document"],
  ] as const satisfies readonly (readonly [Value, string])[]) {
    it(`is not ${JSON.stringify(value)}: ${reason}, and these are the three forms`, () => {
      expect(parseDocument(value)).to.deep.equal({
        reason: `${reason}: give a path, a FileAsset, or { sha256, path? }`,
      });
    });
  }
});
