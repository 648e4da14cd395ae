import { expect } from "chai";
import type { EmulatorOptions } from "sms-emulator";
import {
  AuthenticationError,
  DocumentError,
  InvalidInputError,
  LostAnswerError,
  NotSentError,
  UnexpectedAnswerError,
  VendorRefusedError,
} from "../../provider/errors";
import { HuaweiClient } from "../../provider/huawei/client";
import { refusedPort } from "../http/servers";
import { NoWaiting } from "../http/NoWaiting";
import { submitted } from "../vendors/submitted";
import { accountAt, connect, ENTERPRISE, HuaweiRig, Scans, type Connected, MEMORY } from "./rig";

describe("Huawei Cloud", () => {
  let rig: HuaweiRig;
  let timing: NoWaiting;
  let huawei: Connected;
  const scans = new Scans();

  before(async () => {
    rig = await HuaweiRig.of();
  });
  after(async () => {
    scans.remove();
    await rig.close();
  });
  beforeEach(async () => {
    await rig.reset();
    timing = new NoWaiting();
    huawei = connect(accountAt(rig.url), { timing });
  });

  it("takes every field, under its wire name, with the documents' own bytes", async () => {
    const inputs = {
      ...ENTERPRISE,
      signatureSource: "5",
      signatureType: "NOTIFY_TYPE",
      involvesThirdParty: true,
      description: "for our shop",
      businessLicense: scans.make("licence of somebody.png"),
      powerOfAttorney: scans.make("authority.pdf", Buffer.from("%PDF-1.7 SAMPLE")),
      sourceProof: scans.make("certificate.gif", Buffer.from("GIF89a SAMPLE")),
      licenseNumber: "ICP 1",
      registrationNumber: "TM 1",
      qualificationId: "q-1",
      sourceTitleContent: "the brand",
    };
    const id = await submitted(connect(accountAt(rig.url), { inputs, folder: scans.folder }));
    const [signature, ...others] = await rig.signatures();
    expect(others).to.deep.equal([]);
    expect(signature).to.include({ id, text: "样例科技", status: "pending" });
    expect(signature!.fields).to.include({
      signature_name: "样例科技",
      signature_source: "5",
      signature_type: "NOTIFY_TYPE",
      is_involved_third: "Yes",
      apply_desc: "for our shop",
      license_number: "ICP 1",
      registration_number: "TM 1",
      qualification_id: "q-1",
      source_title_content: "the brand",
    });
    expect(signature!.fields["app_id"]).to.match(/^[0-9a-f]{32}$/);
    expect(signature!.images.map(({ field, fileName, sha256 }) => [field, fileName, sha256])).to.deep.equal([
      ["file_id", "businessLicense.png", inputs.businessLicense.sha256],
      ["power_attorney_fileid", "powerOfAttorney.pdf", inputs.powerOfAttorney.sha256],
      ["signature_related_file_id", "sourceProof.gif", inputs.sourceProof.sha256],
    ]);
  });

  it("knows an update under the same id, and a deletion of what is gone", async () => {
    const id = await submitted(huawei);
    await rig.review(id, "reject", "blurred");
    expect(await huawei.query(id)).to.deep.include({ kind: "present", status: "rejected", rejectionReason: "blurred" });
    const other = connect(accountAt(rig.url), { inputs: { ...ENTERPRISE, signatureName: "样例短信" } });
    expect(await other.modify(id)).to.deep.include({ kind: "taken", id });
    expect(await rig.signatures()).to.have.lengthOf(1);
    expect(await huawei.remove(id)).to.deep.equal({ kind: "done" });
    expect(await huawei.remove(id)).to.deep.equal({ kind: "absent" });
    expect(await huawei.query(id)).to.deep.equal({ kind: "absent" });
    expect(timing.pauses, "one that was just made is asked for twice").to.deep.equal([250, 250]);
  });

  it("is asked once for an id that this process has not made", async () => {
    expect(await huawei.query("0123456789abcdef")).to.deep.equal({ kind: "absent" });
    expect(timing.pauses).to.deep.equal([]);
  });

  it("is asked for an id as it is, whatever characters it has", async () => {
    expect(await huawei.query("a b/c?d#极")).to.deep.equal({ kind: "absent" });
    expect((await rig.requests()).at(-1)).to.include("GET signatures/a%20b%2Fc%3Fd%23%E6%9E%81");
  });

  it("lists over as many pages as it takes", async () => {
    for (let number = 0; number < 3; number++)
      await submitted(connect(accountAt(rig.url), { inputs: { ...ENTERPRISE, signatureName: `样例${number}` } }));
    const { answer } = await new HuaweiClient(accountAt(rig.url), { memory: MEMORY, timing }).signaturesNamed("样例1");
    expect(answer).to.have.nested.property("value").that.has.lengthOf(1);
  });

  const variants: [what: string, options: EmulatorOptions][] = [
    ["answers 201 and 200", { hwCreatedStatus: 201, hwDeletedStatus: 200 }],
    ["writes null for what there is not", { hwNulls: true }],
    ["says that an id is not found with its other code", { hwAbsentCode: "MSGSMS.0033" }],
    ["refuses with other statuses", { hwHttpStatuses: { "MSGSMS.0005": 400, "MSGSMS.0033": 500 } }],
    ["does the same with 500", { hwHttpStatuses: { "MSGSMS.0005": 500 } }],
  ];
  for (const [what, options] of variants) {
    it(`is understood where it ${what}`, async () => {
      const other = await HuaweiRig.of(options);
      try {
        const connected = connect(accountAt(other.url));
        const id = await submitted(connected);
        await other.review(id, "approve");
        expect(await connected.query(id)).to.deep.include({ kind: "present", status: "approved" });
        expect(await connected.remove(id)).to.deep.equal({ kind: "done" });
        expect(await connected.remove(id)).to.deep.equal({ kind: "absent" });
      } finally {
        await other.close();
      }
    });
  }

  describe("refuses, and it is said what to do next:", () => {
    const codes: [code: string, words: string][] = [
      ["MSGSMS.0002", "Check the inputs"],
      ["MSGSMS.0004", "Set adoptId to its id"],
      ["MSGSMS.0006", "Set adoptId to its id"],
      ["MSGSMS.0007", "Only a rejected signature can be changed"],
      ["MSGSMS.0011", "{ fileId }"],
      ["MSGSMS.0013", "not opened"],
      ["MSGSMS.0014", "no such application"],
      ["MSGSMS.0076", "no such application"],
      ["MSGSMS.0016", "sourceTitleContent"],
      ["MSGSMS.0017", "powerOfAttorney"],
      ["MSGSMS.0132", "Check the inputs"],
      ["MSGSMS.0133", "Check the inputs"],
      ["MSGSMS.0186", "Check the inputs"],
      ["MSGSMS.0187", "Check the inputs"],
      ["MSGSMS.0188", "Check the inputs"],
      ["MSGSMS.4711", "do not list this code"],
      ["PAP5.0011", "needs the permissions"],
    ];
    for (const [code, words] of codes) {
      it(code, async () => {
        await rig.faults({ kind: "status", method: "POST", status: 403, code, message: "in its own words" });
        const refused = await huawei.submit();
        expect(refused).to.deep.include({ kind: "refused", reason: "other" });
        expect(refused)
          .to.have.property("error")
          .that.is.instanceOf(VendorRefusedError)
          .and.includes({ vendorCode: code, httpStatus: 403 });
        expect(refused).to.have.nested.property("error.message").that.includes(words).and.includes("in its own words");
      });
    }

    for (const code of ["MSGSMS.0003", "APIGW.0301", "APIGW.0303"]) {
      it(`${code}, from where the credentials came`, async () => {
        await rig.faults({ kind: "status", method: "POST", status: 401, code });
        const refused = await huawei.submit();
        expect(refused).to.have.property("error").that.is.instanceOf(AuthenticationError);
        expect(refused)
          .to.have.nested.property("error.message")
          .that.includes("the stack's config")
          .and.includes("HW_ACCESS_KEY and HW_SECRET_KEY");
      });
    }

    it("a filing whose document was not answered for, which is none, and says so", async () => {
      const connected = connect(accountAt(rig.url), {
        inputs: { ...ENTERPRISE, businessLicense: scans.make("lost.png") },
        folder: scans.folder,
      });
      await rig.faults({ kind: "cut-after", method: "POST", path: "/v2/" });
      expect(await connected.submit())
        .to.deep.include({ kind: "refused", reason: "other" })
        .and.have.nested.property("error.message")
        .that.includes("Nothing was filed")
        .and.includes("uploaded anew")
        .and.not.includes("adoptId");
    });

    it("a file that it does not hold, once more with what was uploaded anew, no oftener", async () => {
      const inputs = { ...ENTERPRISE, businessLicense: scans.make("held.png") };
      const { sha256 } = inputs.businessLicense;
      const connected = connect(accountAt(rig.url), {
        inputs,
        folder: scans.folder,
        files: { [sha256]: "no-such-file" },
      });
      await rig.faults({ kind: "status", method: "POST", path: accountPath("signatures"), code: "MSGSMS.0011" });
      expect(await connected.submit()).to.have.nested.property("error.vendorCode", "MSGSMS.0011");
      const posts = (await rig.requests()).filter((request) => request.startsWith("POST"));
      expect(posts).to.deep.equal(["POST signatures 404", "POST upload-files 200", "POST signatures 404"]);
    });
  });

  it("that throttles is asked again, later", async () => {
    await rig.faults({ kind: "status", times: 2, method: "POST", code: "APIGW.0308" });
    expect((await huawei.submit()).kind).to.equal("taken");
    expect(timing.pauses).to.deep.equal([1000, 2000]);
  });

  describe("leaves a filing lost, after one request,", () => {
    for (const fault of [
      { kind: "cut-before" },
      { kind: "cut-after" },
      { kind: "html" },
      { kind: "malformed", taken: true },
      { kind: "status", status: 503 },
      { kind: "status", code: "MSGSMS.0001" },
    ]) {
      it(`when its answer is ${Object.values(fault).join(" ")}`, async () => {
        await rig.faults({ ...fault, method: "POST", path: accountPath("signatures") });
        const lost = await huawei.submit();
        expect(lost.kind).to.equal("lost");
        expect(lost).to.have.property("error").that.is.instanceOf(LostAnswerError);
        expect((await rig.requests()).filter((request) => request.startsWith("POST"))).to.have.lengthOf(1);
      });
    }
  });

  it("that does not answer a query fails after three tries", async () => {
    await rig.faults({ kind: "html" });
    const failed = await huawei.query("0");
    expect(failed.kind).to.equal("failed");
    expect(failed).to.have.property("error").that.is.instanceOf(UnexpectedAnswerError);
    expect(timing.pauses).to.have.lengthOf(2);
    expect(await huawei.find({ text: "样例科技", sentAt: new Date().toISOString(), digests: {} })).to.have.property(
      "kind",
      "failed",
    );
  });

  it("is sent nothing where nothing listens, and that is certain", async () => {
    const nowhere = connect(accountAt(`http://127.0.0.1:${await refusedPort()}`), {
      timing,
      inputs: { ...ENTERPRISE, appName: undefined, appId: "app" },
    });
    const refused = await nowhere.submit();
    expect(refused).to.deep.include({ kind: "refused", reason: "not-sent" });
    expect(refused).to.have.property("error").that.is.instanceOf(NotSentError);
  });

  describe("is not asked", () => {
    it("for what breaks a rule", async () => {
      const refused = await connect(accountAt(rig.url), {
        inputs: { ...ENTERPRISE, signatureSource: 2, signatureType: "OTHER" },
      }).submit();
      expect(refused).to.deep.include({ kind: "refused", reason: "invalid" });
      expect(refused).to.have.property("error").that.is.instanceOf(InvalidInputError);
      expect(refused).to.have.nested.property("error.faults").that.has.lengthOf(2);
      expect(await rig.requests()).to.deep.equal([]);
    });

    it("to hold any document before all of them have been read", async () => {
      const inputs = {
        ...ENTERPRISE,
        businessLicense: scans.make("good.png"),
        powerOfAttorney: { sha256: "0".repeat(64), path: "nowhere.png" },
      };
      const refused = await connect(accountAt(rig.url), { inputs, folder: scans.folder }).submit();
      expect(refused).to.deep.include({ kind: "refused", reason: "invalid" });
      expect(refused).to.have.property("error").that.is.instanceOf(DocumentError);
      expect((await rig.requests()).filter((request) => request.startsWith("POST"))).to.deep.equal([]);
    });
  });
});

function accountPath(path: string): string {
  return `/v2/77b6a44cba5143ab91d13ab9a8ff44fd/msgsms/${path}`;
}
