import { expect } from "chai";
import { OptionError, startEmulator, type EmulatorOptions } from "sms-emulator";
import { PNG } from "./samples";
import { closeAfterEach, refusal, signId, start } from "./support";

describe("what the documents leave open", () => {
  closeAfterEach();

  it("lets what is under review be deleted, or not", async () => {
    const lenient = await start();
    expect((await lenient.delete(await lenient.created())).status).to.equal(200);
    const rig = await start({ deletePending: false });
    const id = await rig.created();
    expect(refusal(await rig.delete(id))).to.deep.equal([403, 50103]);
    await rig.review(id, "reject");
    expect((await rig.delete(id)).status).to.equal(200);
  });

  it("lets a modify go beside another review, if set", async () => {
    const rig = await start({ modifyWaits: false });
    const id = await rig.reviewed("reject");
    await rig.created();
    expect(signId(await rig.modify(id))).to.equal(id);
    expect(refusal(await rig.create()), "a create still waits").to.deep.equal([403, 50103]);
  });

  it("keeps images that a modify does not send, if set", async () => {
    const change = { idCardImage: undefined, businessLicenseImage: PNG };
    const strict = await start();
    expect(refusal(await strict.modify(await strict.reviewed("reject"), change))).to.deep.equal([403, 50007]);
    const rig = await start({ modifyKeepsImages: true });
    expect(signId(await rig.modify(await rig.reviewed("reject"), change))).to.equal(37582);
    const [signature] = await rig.signatures();
    expect(signature!.images.map(({ field }) => field)).to.have.members(["idCardImage", "businessLicenseImage"]);
  });

  it("takes a text twice, or not", async () => {
    const lenient = await start();
    await lenient.reviewed("approve");
    expect(await lenient.created()).to.equal(37583);
    const rig = await start({ duplicates: false, apps: [{ key: "other", secret: "secret" }] });
    const rejected = await rig.reviewed("reject");
    expect(refusal(await rig.create())).to.deep.equal([403, 50104]);
    expect(signId(await rig.modify(rejected)), "its own text is no duplicate").to.equal(rejected);
    expect(await rig.as("other", "secret").created(), "another app's neither").to.equal(37583);
  });

  it("answers with the codes that are set", async () => {
    const rig = await start({ absentCode: 50016, notRejectedCode: 50007 });
    expect(refusal(await rig.query(1))).to.deep.equal([404, 50016]);
    expect(refusal(await rig.modify(await rig.reviewed("approve")))).to.deep.equal([403, 50007]);
  });

  it("makes the first approved the default, if set", async () => {
    const rig = await start({ firstIsDefault: true });
    await rig.reviewed("reject");
    await rig.reviewed("approve");
    await rig.reviewed("approve");
    expect((await rig.signatures()).map(({ isDefault }) => isDefault)).to.deep.equal([false, true, false]);
    const plain = await start();
    await plain.reviewed("approve");
    expect((await plain.signatures())[0]!.isDefault).to.equal(false);
  });

  it("leaves is_default out where it would be 0, if set", async () => {
    const rig = await start({ omitNotDefault: true });
    const id = await rig.created();
    expect((await rig.query(id)).json).not.to.have.property("is_default");
    await rig.control(`/signatures/jpush/${id}/default`, "POST");
    expect((await rig.query(id)).json).to.include({ is_default: 1 });
  });
});

describe("options", () => {
  closeAfterEach();

  it("replace the sample credentials", async () => {
    const rig = await start({ appKey: "mine", masterSecret: "secret" });
    expect(refusal(await rig.create())).to.deep.equal([401, 50002]);
    expect(await rig.as("mine", "secret").created()).to.equal(37582);
  });

  // A JavaScript program can pass anything.
  const wrong: [Record<string, unknown>, RegExp][] = [
    [{ reviewsAtOnce: 0 }, /^reviewsAtOnce: /],
    [{ autoApprove: "soon" }, /^autoApprove: a duration such as/],
    [{ rateLimit: "many" }, /^rateLimit: calls and a duration/],
    [{ absentCode: 1 }, /^absentCode: one of 50001, /],
    [
      {
        apps: [
          { key: "a", secret: "b" },
          { key: "a", secret: "c" },
        ],
      },
      /^apps: a is there twice/,
    ],
    [{ revision: "2017" }, /^revision: one of 2026-04, 2018-11, 2018-03$/],
    [{ reviewAtOnce: 3 }, /^reviewAtOnce: is not an option; did you mean reviewsAtOnce\? There are port, host, /],
    [{ colour: "red" }, /^colour: is not an option; there are port, /],
    [{ numberChecks: "of" }, /^numberChecks: error or off$/],
    [{ hwSite: "int" }, /^hwSite: intl or cn; did you mean intl\?$/],
    [
      { hwAccounts: [{ acessKey: "S3CRET" }] },
      /hwAccounts\.0\.acessKey: is not an option; did you mean accessKey\? [^3]*$/,
    ],
    [{ port: 70_000, maxSignLength: 1 }, /^port: .*; maxSignLength: /],
  ];
  for (const [options, message] of wrong) {
    it(`are refused by name: ${Object.keys(options).join(" and ")}`, async () => {
      const error = await startEmulator(options as EmulatorOptions).then(
        (emulator) => emulator.close(),
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(OptionError);
      expect(error).to.have.property("message").that.matches(message);
    });
  }

  it("reject a port that is taken, with Node's own error", async () => {
    const port = Number(new URL((await start()).emulator.url).port);
    const error = await startEmulator({ port }).then(
      (emulator) => emulator.close(),
      (reason: unknown) => reason,
    );
    expect(error).to.have.property("code", "EADDRINUSE");
  });
});
