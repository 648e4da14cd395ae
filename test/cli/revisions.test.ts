import { createHash } from "node:crypto";
import { expect } from "chai";
import { anotherScan, emulator, program, sampleDocuments } from "../support";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A program that declares one signature with the given arguments, in words of JavaScript. */
const declaring = (args: string) => ({
  "index.js": `
    const { JPushSignatureType2018, JPushSmsSignature } = require("pulumi-sms");
    const brand = new JPushSmsSignature("brand", ${args});
    exports.serving = brand.servingSignId;
    exports.status = brand.status;
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

  it("is the same after its approval, wherever its files have moved", async () => {
    await vendor.control.approve(37582);
    await app.pulumi.refresh();
    app.write({
      "scans/licence.png": sampleDocuments["documents/licence.png"],
      ...declaring(MARCH.replace("documents/licence.png", "scans/licence.png")),
    });
    await app.pulumi.preview({ flags: ["--expect-no-changes"] });
    app.write(declaring(MARCH.replace('"documents/licence.png"', `{ sha256: "${licence}" }`)));
    await app.pulumi.up();
    expect((await vendor.control.signatures()).map(({ id, status }) => [id, status])).to.deep.equal([
      [37582, "approved"],
    ]);
  });

  it("shows in the preview which document changed, and files it beside the one that serves", async () => {
    const another = anotherScan("letter");
    app.write({
      "documents/letter.jpg": another,
      ...declaring(MARCH.replace("documents/licence.png", "documents/letter.jpg")),
    });
    const { output } = await app.pulumi.preview({ flags: ["--diff"] });
    expect(output)
      .to.match(/~ images/)
      .and.contain("will file 【极光推送】 for review, 【极光推送】 (37582) goes on serving until it is approved");
    await app.pulumi.up();
    expect((await images())[1]).to.deep.equal([
      ["image0", card],
      ["image1", sha256(another)],
    ]);
    expect(await app.pulumi.outputs()).to.deep.equal({ serving: 37582, status: "pending" });
  });

  it("refuses what another revision has, before anything is sent", async () => {
    const calls = (await vendor.control.requests()).length;
    app.write(declaring(MARCH.replace("images:", 'remark: "样例", type: JPushSignatureType2018.Company, images:')));
    const { output } = await app.pulumi.up({ fails: true });
    expect(output)
      .to.contain('type: apiRevision "2018-03" does not have it, only "2026-04" and "2018-11"')
      .and.contain("remark: apiRevision");
    expect(await vendor.control.requests()).to.have.length(calls);
  });

  it("leaves nothing behind", async () => {
    app.write(declaring(MARCH));
    await app.pulumi.destroy();
    expect(await vendor.control.signatures()).to.deep.equal([]);
  });
});
