import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { digestKey } from "../../provider/journal/files";
import { UploadJournal } from "../../provider/journal/UploadJournal";
import { Memory } from "../../provider/memory";
import { sha256 } from "../provider/support/wire";

const ACCOUNT = "0123456789ab";
const [LICENCE, AUTHORITY] = [sha256("licence"), sha256("authority")];
const subject = (name: string) => ({
  backend: null,
  project: "sample",
  stack: "dev",
  type: "huaweicloud:SmsSignature",
  name,
});

describe("the journal of uploads", () => {
  let folder = "";
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "pulumi-sms-uploads-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const memory = new Memory();
  const of = (names: readonly string[] = ["brand"], account: string | null = ACCOUNT) =>
    new UploadJournal(
      folder,
      { subjects: names.map(subject), account },
      { key: async () => (await digestKey(folder)).key, attempt: (work) => work(), memory },
    );
  const files = () => readdirSync(folder).filter((name) => name !== "key");

  it("tells the next run what was uploaded, and forgets what is not declared any more", async () => {
    await of().note(LICENCE, "file-1");
    await of().note(AUTHORITY, "file-2");
    expect(await of().recall([LICENCE, AUTHORITY])).to.deep.equal({ [LICENCE]: "file-1", [AUTHORITY]: "file-2" });
    expect(await of().recall([AUTHORITY])).to.deep.equal({ [AUTHORITY]: "file-2" });
    expect(await of().recall([LICENCE, AUTHORITY])).to.deep.equal({ [AUTHORITY]: "file-2" });
  });

  it("has the latest id of a content", async () => {
    await of().note(LICENCE, "file-1");
    await of().note(LICENCE, "file-2");
    expect(await of().recall([LICENCE])).to.deep.equal({ [LICENCE]: "file-2" });
  });

  it("is another one for another account and another resource, and none where there is no account", async () => {
    await of().note(LICENCE, "file-1");
    expect(await of(["other"]).recall([LICENCE])).to.deep.equal({});
    expect(await of(["brand"], null).recall([LICENCE])).to.deep.equal({});
    await of(["brand"], null).note(LICENCE, "file-2");
    expect(await of(["brand"], "ba9876543210").recall([LICENCE])).to.deep.equal({});
  });

  it("goes along with a renamed resource", async () => {
    await of(["former"]).note(LICENCE, "file-1");
    expect(await of(["brand", "former"]).recall([LICENCE])).to.deep.equal({ [LICENCE]: "file-1" });
  });

  it("is for its owner alone, and tells neither the document nor the account", async () => {
    await of().note(LICENCE, "file-1");
    const [name = ""] = files();
    expect(statSync(join(folder, name)).mode & 0o777).to.equal(0o600);
    expect(readFileSync(join(folder, name), "utf8"))
      .to.include("file-1")
      .and.not.include(LICENCE)
      .and.not.include(ACCOUNT);
  });

  it("leaves nothing behind once a state has them, or the resource is gone", async () => {
    await of().note(LICENCE, "file-1");
    await of().note(AUTHORITY, "file-2");
    await of().close({ [LICENCE]: "file-1" });
    expect(await of().recall([LICENCE, AUTHORITY])).to.deep.equal({ [AUTHORITY]: "file-2" });
    await of().close();
    expect(files()).to.have.length(1);
    await of().close({ [AUTHORITY]: "file-2" });
    expect(files()).to.deep.equal([]);
    await of().note(LICENCE, "file-1");
    await of().closeAll();
    expect(files()).to.deep.equal([]);
  });

  it("is empty where it is damaged, and goes on", async () => {
    await of().note(LICENCE, "file-1");
    const [name = ""] = files();
    for (const damage of ["", "{", "[]", '{"a":1}']) {
      writeFileSync(join(folder, name), damage);
      expect(await of().recall([LICENCE]), damage).to.deep.equal({});
    }
    await of().note(LICENCE, "file-2");
    expect(await of().recall([LICENCE])).to.deep.equal({ [LICENCE]: "file-2" });
  });

  it("knows nothing when its key is lost", async () => {
    await of().note(LICENCE, "file-1");
    rmSync(join(folder, "key"));
    expect(await of().recall([LICENCE])).to.deep.equal({});
  });
});
