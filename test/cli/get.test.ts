import { expect } from "chai";
import { DOCUMENT_TRACES, ID_NUMBER, MASTER_SECRET, PERSON } from "../provider/support/samples";
import { fileByHand } from "../provider/support/fileByHand";
import { emulator, program } from "../support";

const PROGRAM = `
const { JPushSmsSignature, JPushSmsSignatureApproval } = require("pulumi-sms");
const theirs = JPushSmsSignature.get("theirs", 37582);
const { id, sign, signId, servingSignId, status, legalPersonName, remark } = theirs;
module.exports = { id, sign, signId, servingSignId, status, legalPersonName, remark, sendsWith: new JPushSmsSignatureApproval("usable", { signature: theirs }).servingSignId };
`;

describe("a signature that somebody else manages", function () {
  this.timeout(300_000);
  const vendor = emulator({ kept: true });
  const app = program({ "index.js": PROGRAM }, { environment: () => vendor.environment });
  const changes = async () => (await vendor.control.requests()).filter(({ method }) => method !== "GET").length;

  it("is read by its id into the same outputs, gate and all, and nothing is filed", async () => {
    await fileByHand(vendor.url);
    await vendor.control.approve(37582);
    const { output } = await app.pulumi.up();
    expect(await app.pulumi.outputs()).to.deep.equal({
      id: "37582",
      sign: "占位签名",
      signId: 37582,
      servingSignId: 37582,
      status: "approved",
      sendsWith: 37582,
    });
    const { text, ...deployment } = await app.pulumi.export();
    for (const secret of [MASTER_SECRET, PERSON, ID_NUMBER, ...DOCUMENT_TRACES])
      expect(text + output).not.to.include(secret);
    expect(deployment.resources.find(({ urn }) => urn.endsWith("::theirs"))?.outputs).not.to.have.property("__ledger");
    expect(await changes(), "by hand").to.equal(1);
  });

  it("is not deleted with the stack", async () => {
    await app.pulumi.destroy();
    expect(await vendor.control.signatures()).to.have.lengthOf(1);
    expect(await changes()).to.equal(1);
  });
});
