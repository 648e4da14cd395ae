import { expect } from "chai";
import { inspectImage as inspect } from "../../provider/documents/image";
import { gif, jpeg, pdf, png } from "./samples";

const inspectImage = (bytes: Uint8Array) => inspect(bytes, ["PNG", "JPEG"]);

describe("an image", () => {
  it("is told by its leading bytes", () => {
    expect(inspectImage(png())).to.deep.include({ kind: "image", warning: null });
    expect(inspectImage(png())).to.have.nested.property("format.contentType", "image/png");
    expect(inspectImage(jpeg())).to.have.nested.property("format.contentType", "image/jpeg");
  });

  for (const [what, bytes] of [
    ["a GIF", Buffer.from("GIF89a0000000000")],
    ["a PDF", Buffer.from("%PDF-1.7 0000000")],
    ["a WebP", Buffer.from("RIFF0000WEBPVP8 ")],
    ["half a PNG signature", png(4)],
    ["two bytes of a JPEG", jpeg(2)],
    ["a PNG whose line ends were converted", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a, 0x00])],
    ["a text", Buffer.from("data:image/png;base64,")],
  ] as const) {
    it(`${what} is neither PNG nor JPEG`, () => {
      expect(inspectImage(bytes))
        .to.include({ kind: "unfit" })
        .and.have.property("reason")
        .that.contains("neither a PNG nor a JPEG");
    });
  }

  for (const [content, what, instead] of [
    ["RIFF\x10\0\0\0WEBPVP8 ", "a WebP image", "save the scan as one of them"],
    ["\0\0\0\x18ftypheic\0\0\0\0", "a HEIC image", "save the scan as one of them"],
    ["version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "a pointer of Git LFS", "run git lfs pull"],
    ["\x89PNG\n\x1a\n\0\0\0\rIHDR", "a PNG image whose line ends were converted", ".gitattributes"],
    ["%PDF-1.7\n", "a PDF file", "save the scan as one of them"],
    ["GIF89a\x01\0\x01\0", "a GIF image", "save the scan as one of them"],
    ["PK\x03\x04\x14\0", "a ZIP archive or an office document", "save the scan as one of them"],
    ["<!doctype html>", "a page of HTML", "save the scan as one of them"],
    ["data:image/png;base64,iVBO", "an image written out as text", "decode it first"],
    ["II*\0\x08\0\0\0", "a TIFF image", "save the scan as one of them"],
  ] as const) {
    it(`is told from ${what}, whatever its name`, () => {
      const inspection = inspectImage(Buffer.from(content, "latin1"));
      if (inspection.kind !== "unfit") throw new Error(inspection.kind);
      expect(inspection.reason).to.include(`neither a PNG nor a JPEG image but ${what}`).and.include(instead);
    });
  }

  describe("whose end is missing is warned of:", () => {
    const warningOf = (bytes: Buffer, formats: Parameters<typeof inspect>[1] = ["PNG", "JPEG", "GIF", "PDF"]) => {
      const inspection = inspect(bytes, formats);
      if (inspection.kind !== "image") throw new Error(inspection.reason);
      return inspection.warning;
    };

    for (const [what, make] of Object.entries({ PNG: png, JPEG: jpeg, GIF: gif, PDF: pdf })) {
      it(what, () => {
        expect(warningOf(make(), ["PNG", "JPEG", "GIF", "PDF"])).to.equal(null);
        expect(warningOf(make().subarray(0, 40))).to.include(`the end of the ${what} image is missing`);
      });
    }

    it("a JPEG that holds a small whole picture before its own", () => {
      const segment = Buffer.from("\xff\xe1\x00\x0cThumb \xff\xd9..", "latin1");
      const start = Buffer.from("\xff\xd8", "latin1");
      const pixels = Buffer.from("\xff\xda\x00\x03.pixels", "latin1");
      const whole = Buffer.concat([start, segment, pixels, Buffer.from("\xff\xd9", "latin1")]);
      expect(warningOf(whole)).to.equal(null);
      expect(warningOf(whole.subarray(0, -2))).to.include("the end of the JPEG image is missing");
    });

    it("but not where a program has put something behind it", () => {
      expect(warningOf(Buffer.concat([jpeg(), Buffer.alloc(100, 1)]))).to.equal(null);
    });
  });

  it("may not be empty", () => {
    expect(inspectImage(Buffer.alloc(0)))
      .to.include({ kind: "unfit" })
      .and.have.property("reason")
      .that.contains("empty");
  });

  for (const [length, outcome] of [
    [2_000_000, "taken"],
    [2_000_001, "warned of"],
    [2_097_152, "warned of"],
    [2_097_153, "refused"],
  ] as const) {
    it(`of ${length} bytes is ${outcome}`, () => {
      const inspection = inspectImage(png(length));
      const told = inspection.kind === "unfit" ? "refused" : inspection.warning === null ? "taken" : "warned of";
      expect(told).to.equal(outcome);
    });
  }
});
