import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { jpush } from "../../provider/jpush";
import { resolveAccess } from "../../provider/jpush/access";
import { sourcesOf } from "../../provider/settings/sources";
import { REVISIONS } from "../../provider/jpush/revisions";
import { rejectionReasonIn } from "../../provider/jpush/reviewFeed";
import { JPushAccount } from "../../provider/jpush/account";
import { SYSTEM_TIMING } from "../../provider/http/timing";
import { Memory } from "../../provider/memory";
import { APP_KEY, closeAfterEach, MASTER_SECRET, start } from "../emulator/support";

const OWN = "0123456789ab";

function line(changes: object = {}): string {
  return JSON.stringify({
    v: 1,
    account: OWN,
    signId: 37582,
    status: "rejected",
    reason: "blurred",
    at: "2026-05-02T08:00:00.000Z",
    ...changes,
  });
}

describe("a rejection's reason from the review feed", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-sms-feed-"));
    path = join(folder, "reviews.jsonl");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const reason = () => rejectionReasonIn(path, OWN, 37582);
  const later = { at: "2026-05-03T08:00:00.000Z" };

  const rows: [string, string[], string | undefined][] = [
    ["the one that is there", [line()], "blurred"],
    ["the latest", [line(), line({ ...later, reason: "cut off" })], "cut off"],
    [
      "the latest by the vendor's clock, though it came first",
      [line({ ...later, reason: "cut off" }), line()],
      "cut off",
    ],
    ["the last of one moment", [line(), line({ reason: "cut off" })], "cut off"],
    ["none after an approval", [line(), line({ ...later, status: "approved", reason: null })], undefined],
    ["none where the reviewer gave none", [line({ reason: null })], undefined],
    ["none of another signature", [line({ signId: 37583 })], undefined],
    ["none of another account's signature of that id", [line({ account: "ba9876543210" })], undefined],
    ["none of a later version", [line({ v: 2 })], undefined],
    ["the whole line beside damaged ones", ['{"v":1,"acc', "", "null", "[]", line(), '{"v":1,'], "blurred"],
  ];
  for (const [name, lines, expected] of rows) {
    it(`is ${name}`, async () => {
      writeFileSync(path, `${lines.join("\n")}\n`);
      expect(await reason()).to.equal(expected);
    });
  }

  it("is found in the file before, and the newer one counts", async () => {
    writeFileSync(`${path}.1`, `${line()}\n`);
    expect(await reason()).to.equal("blurred");
    writeFileSync(path, `${line({ ...later, reason: "cut off" })}\n`);
    expect(await reason()).to.equal("cut off");
  });

  it("is none where the feed is missing, a folder or something else", async () => {
    expect(await reason()).to.equal(undefined);
    mkdirSync(path);
    expect(await reason()).to.equal(undefined);
    rmSync(path, { recursive: true });
    writeFileSync(path, Buffer.alloc(9 * 1024 * 1024, 0x89));
    expect(await reason()).to.equal(undefined);
  });

  describe("in a query", () => {
    closeAfterEach();

    it("comes with a rejected signature of the account, and never makes the query fail", async () => {
      const emulator = await start();
      const resolved = resolveAccess(
        sourcesOf(
          {
            "jpush:appKey": APP_KEY,
            "jpush:masterSecret": MASTER_SECRET,
            "jpush:endpoint": emulator.emulator.url,
            "jpush:reviewFeed": path,
          },
          {},
        ),
      );
      if (resolved.kind !== "ready") throw resolved.error;
      const vendor = new JPushAccount(resolved.access, {
        memory: new Memory(),
        timing: SYSTEM_TIMING,
        folder: ".",
        revision: REVISIONS["2026-04"],
        privateTexts: [],
      });
      const id = await emulator.created();
      const written = `${line({ account: resolved.access.fingerprint, signId: id })}\n`;

      writeFileSync(path, written);
      expect(await vendor.query(id), "not rejected yet")
        .to.include({ status: "pending" })
        .and.not.have.property("rejectionReason");
      await emulator.review(id, "reject");
      expect(await vendor.query(id)).to.include({ status: "rejected", rejectionReason: "blurred" });
      rmSync(path);
      mkdirSync(path);
      expect(await vendor.query(id))
        .to.include({ status: "rejected" })
        .and.not.have.property("rejectionReason");
    });

    it("repeats nothing private of what a reviewer quotes, and nothing that a terminal would obey", async () => {
      const emulator = await start();
      const settings = {
        "jpush:appKey": APP_KEY,
        "jpush:masterSecret": MASTER_SECRET,
        "jpush:endpoint": emulator.emulator.url,
        "jpush:reviewFeed": path,
      };
      const account = jpush.accountOf(
        { sources: sourcesOf(settings, {}), environment: {}, folder: ".", memory: new Memory() },
        { legalPersonName: "王样例", legalPersonIdNumber: "99000119900307001X" },
      );
      if (account.kind !== "ready") throw new Error(account.kind);
      const vendor = account.account;
      const id = await emulator.reviewed("reject");
      const said = "王样例 99000119900307001x, 990000198512319994\u001b[31m\n::error::";
      writeFileSync(path, `${line({ account: account.fingerprint, signId: id, reason: said })}\n`);
      expect(await vendor.query(id)).to.include({ rejectionReason: "[hidden] [hidden], [hidden][31m ::error::" });
      writeFileSync(path, `${line({ account: account.fingerprint, signId: id, reason: "长".repeat(2000) })}\n`);
      expect(await vendor.query(id))
        .to.have.property("rejectionReason")
        .with.length(1001);
      writeFileSync(path, `${line({ account: account.fingerprint, signId: id, reason: " \u0000" })}\n`);
      expect(await vendor.query(id)).not.to.have.property("rejectionReason");
    });
  });
});
