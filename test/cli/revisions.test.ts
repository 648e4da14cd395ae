import { createHash } from "node:crypto";
import { expect } from "chai";
import { anotherScan, emulator, program, sampleDocuments } from "../support";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A program that declares one signature with the given arguments, in words of JavaScript. */
const declaring = (args: string) => ({
  "index.js": `
    const { JPushSmsSignature } = require("pulumi-sms");
    new JPushSmsSignature("brand", ${args});
  `,
});

const MARCH = `{ apiRevision: "2018-03", sign: "极光推送", images: ["documents/id-card.jpg", "documents/licence.png"] }`;

describe("a signature of revision 2018-03 on the real CLI", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true, revision: "2018-03" });
  const app = program({ ...sampleDocuments, ...declaring(MARCH) }, { environment: () => vendor.environment });
  const images = async () =>
    (await vendor.control.signatures()).map((each) => each.images.map(({ field, sha256: hash }) => [field, hash]));
  const card = sha256(sampleDocuments["documents/id-card.jpg"]);
  const licence = sha256(sampleDocuments["documents/licence.png"]);

  it("is filed with its list of documents, whose bytes stand in no state", async () => {
    await app.pulumi.up();
    expect(await images()).to.deep.equal([
      [
        ["image0", card],
        ["image1", licence],
      ],
    ]);
    const deployment = await app.pulumi.export();
    expect(deployment.resource("brand").outputs).to.include({
      signId: 37582,
      status: "pending",
      apiRevision: "2018-03",
      isDefault: null,
    });
    expect(deployment.text).not.to.contain(sampleDocuments["documents/licence.png"].toString("base64").slice(40, 80));
  });

  it("shows in the preview which document changed", async () => {
    await vendor.control.approve(37582);
    app.write({
      "documents/letter.jpg": anotherScan("letter"),
      ...declaring(MARCH.replace("documents/licence.png", "documents/letter.jpg")),
    });
    const { output } = await app.pulumi.preview({ flags: ["--refresh", "--diff"] });
    expect(output)
      .to.match(/~ images/)
      .and.contain(
        "will file 【极光推送】 for review; an update keeps 【极光推送】 (37582) serving until 【极光推送】 is approved",
      );
  });
});
