import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readDocument } from "../../provider/documents/read";
import { png, sha256 } from "./samples";

const NO_FILE = /is not a regular file: name the scan's file itself$/;

describe("reading a document", () => {
  const bytes = png();
  const hash = sha256(bytes);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "documents-"));
    await mkdir(join(folder, "scans"));
    await writeFile(join(folder, "scans", "a.png"), bytes);
  });
  after(() => rm(folder, { recursive: true }));

  it("gives its bytes, from a path relative to the folder or an absolute one", async () => {
    for (const path of ["scans/a.png", "./scans/../scans/a.png", join(folder, "scans", "a.png")]) {
      expect(readDocument({ sha256: hash, path }, folder)).to.deep.equal({ kind: "read", bytes });
    }
  });

  it("follows a link", async () => {
    await symlink("a.png", join(folder, "scans", "link.png"));
    expect(readDocument({ sha256: hash, path: "scans/link.png" }, folder)).to.deep.equal({ kind: "read", bytes });
  });

  for (const [what, path, reason] of [
    ["no path", undefined, "declared by its sha256 alone"],
    ["no such file", "scans/b.png", `no file at "scans/b.png" (looked for in`],
    ["a file for a folder", "scans/a.png/b.png", `no file at "scans/a.png/b.png"`],
  ] as const) {
    it(`is not possible now with ${what}, and says what to do`, async () => {
      const reading = readDocument(path === undefined ? { sha256: hash } : { sha256: hash, path }, folder);
      expect(reading).to.include({ kind: "unavailable" }).and.have.property("reason").that.contains(reason);
    });
  }

  it("tells the path and from where it starts, but no number that may be a person's", async () => {
    const relative = readDocument({ sha256: hash, path: "scans/99000119900307001X.png" }, folder);
    expect(relative).to.have.property("reason").that.contains(`"scans/….png" (looked for in ${folder})`);
    const absolute = readDocument({ sha256: hash, path: join(folder, "b.png") }, "elsewhere");
    expect(absolute)
      .to.have.property("reason")
      .that.contains(JSON.stringify(join(folder, "b.png")))
      .and.not.contains("looked for");
  });

  for (const [what, path, reason] of [
    ["a link that leads to itself", "scans/loop.png", "is a link that leads to itself (ELOOP)"],
    ["a name that is too long", `${"a".repeat(300)}.png`, "is longer than the system's paths may be (ENAMETOOLONG)"],
    ["a path with NUL", "scans/a\0.png", "has a character that no path can have (U+0000)"],
  ] as const) {
    it(`says what is wrong with ${what}, and nothing of permissions`, async function () {
      if (process.platform === "win32") this.skip();
      if (path.includes("loop")) await symlink("loop.png", join(folder, path));
      const reading = readDocument({ sha256: hash, path }, folder);
      expect(reading).to.include({ kind: "unavailable" });
      expect(reading).to.have.property("reason").that.contains(reason).and.not.contains("permission");
    });
  }

  it("is never possible where a folder stands", async () => {
    expect(readDocument({ sha256: hash, path: "scans" }, folder))
      .to.include({ kind: "unfit" })
      .and.have.property("reason")
      .that.matches(NO_FILE);
  });

  it("does not wait for a pipe", async function () {
    if (process.platform === "win32") this.skip();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(readDocument({ sha256: hash, path: "pipe" }, folder))
      .to.include({ kind: "unfit" })
      .and.have.property("reason")
      .that.matches(NO_FILE);
  });

  it("refuses a device", async function () {
    if (process.platform === "win32") this.skip();
    expect(readDocument({ sha256: hash, path: "/dev/zero" }, folder))
      .to.include({ kind: "unfit" })
      .and.have.property("reason")
      .that.matches(NO_FILE);
  });

  it("tells of permissions", async function () {
    if (process.platform === "win32" || process.getuid?.() === 0) this.skip();
    await writeFile(join(folder, "locked.png"), bytes);
    await chmod(join(folder, "locked.png"), 0);
    const reading = readDocument({ sha256: hash, path: "locked.png" }, folder);
    expect(reading).to.include({ kind: "unavailable" }).and.have.property("reason").that.contains("EACCES");
  });

  it("refuses a large file without reading it", async () => {
    const path = join(folder, "large.png");
    await writeFile(path, "");
    await truncate(path, 2 ** 40);
    const reading = readDocument({ sha256: hash, path }, folder);
    expect(reading).to.include({ kind: "unfit" }).and.have.property("reason").that.contains("larger than 2 MB");
  });

  it("refuses another file than the declared one, without telling its content", async () => {
    const other = Buffer.concat([bytes, Buffer.from("SAMPLE")]);
    await writeFile(join(folder, "other.png"), other);
    const reading = readDocument({ sha256: hash, path: "other.png" }, folder);
    expect(reading)
      .to.include({ kind: "unfit" })
      .and.have.property("reason")
      .that.contains("sha256")
      .and.not.contains("SAMPLE");
  });

  it("takes the largest file that is allowed", async () => {
    const largest = png(2_097_152);
    await writeFile(join(folder, "largest.png"), largest);
    expect(readDocument({ sha256: sha256(largest), path: "largest.png" }, folder)).to.include({ kind: "read" });
  });
});
