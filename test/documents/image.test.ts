import { expect } from "chai";
import { inspectImage as inspect } from "../../provider/documents/image";
import { jpeg, png } from "./samples";

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
