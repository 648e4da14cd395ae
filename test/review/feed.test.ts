import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { reviewFeed, type Review } from "pulumi-sms/review";
import { root } from "../../tools/hermetic";

const REVIEW: Review = {
  signId: 37582,
  status: "rejected",
  reason: "blurred",
  at: "2026-05-02T08:00:00.000Z",
  account: "0123456789ab",
};

describe("the review feed", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-sms-feed-"));
    path = join(folder, "reviews.jsonl");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const lines = (file = path): unknown[] =>
    readFileSync(file, "utf8")
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));

  it("is a line of JSON for each decision, for its owner alone", async () => {
    const feed = reviewFeed(path);
    await feed.append(REVIEW);
    await feed.append({ ...REVIEW, signId: 37583, status: "approved", reason: null });
    expect(lines()).to.deep.equal([
      {
        v: 1,
        account: "0123456789ab",
        signId: 37582,
        status: "rejected",
        reason: "blurred",
        at: "2026-05-02T08:00:00.000Z",
      },
      {
        v: 1,
        account: "0123456789ab",
        signId: 37583,
        status: "approved",
        reason: null,
        at: "2026-05-02T08:00:00.000Z",
      },
    ]);
    expect(statSync(path).mode & 0o777).to.equal(0o600);
  });

  it("holds one line for one decision, whatever a reviewer wrote and however much", async () => {
    const feed = reviewFeed(path);
    await feed.append({ ...REVIEW, reason: 'two\nlines, "quotes" and 营业执照' });
    await feed.append({ ...REVIEW, reason: "长".repeat(100_000) });
    const [first, second] = lines() as Review[];
    expect(first!.reason).to.equal('two\nlines, "quotes" and 营业执照');
    expect(second!.reason).to.have.length(2000);
  });

  it("hides identity numbers, and keeps the reviewer's line breaks", async () => {
    await reviewFeed(path).append({
      ...REVIEW,
      reason: `The card says 99000119900307001X,\nthe form 990001199003070010: 不一致`,
    });
    // Where a reason is cut off, nothing of a number remains.
    await reviewFeed(path).append({ ...REVIEW, reason: `${"长".repeat(1990)}99000119900307001X` });
    const [first, second] = lines() as Review[];
    expect(first!.reason).to.equal("The card says [hidden],\nthe form [hidden]: 不一致");
    expect(second!.reason).to.equal(`${"长".repeat(1990)}[hidden]`);
  });

  it("does not grow beyond two files of its size, and keeps the newest", async () => {
    const feed = reviewFeed(path, { maxBytes: 1000 });
    writeFileSync(path, "");
    chmodSync(path, 0o640);
    await Promise.all(Array.from({ length: 40 }, (_, count) => feed.append({ ...REVIEW, signId: count + 1 })));
    expect(readdirSync(folder).sort()).to.deep.equal(["reviews.jsonl", "reviews.jsonl.1"]);
    for (const file of [path, `${path}.1`]) {
      expect(statSync(file).size).to.be.within(1, 1000);
      expect(statSync(file).mode & 0o777, "as it was").to.equal(0o640);
    }
    const kept = [...lines(`${path}.1`), ...lines()].map((line) => (line as Review).signId);
    expect(kept).to.deep.equal(Array.from({ length: kept.length }, (_, count) => 41 - kept.length + count));
  });

  it("begins a new line after one that a crash has cut off", async () => {
    writeFileSync(path, '{"v":1,"acc');
    await reviewFeed(path).append(REVIEW);
    const [, second, end] = readFileSync(path, "utf8").split("\n");
    expect(JSON.parse(second!)).to.include({ signId: 37582 });
    expect(end).to.equal("");
  });

  it("is written by several processes at once without mixing their lines", async () => {
    const script = `
      const { reviewFeed } = require("pulumi-sms/review");
      const feed = reviewFeed(process.argv[1]);
      const review = { status: "rejected", reason: "r".repeat(500), at: "2026-05-02T08:00:00.000Z", account: "a" };
      (async () => { for (let count = 1; count <= 100; count++) await feed.append({ ...review, signId: count }); })();
    `;
    const writers = [1, 2].map(() =>
      spawn(process.execPath, ["-e", script, path], { cwd: root, stdio: ["ignore", "ignore", "inherit"] }),
    );
    const ends = await Promise.all(writers.map((writer) => once(writer, "exit")));
    expect(ends.map(([code]) => code)).to.deep.equal([0, 0]);
    // A blank line is no mistake: it stands where one process found the other's write under way.
    const written = readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    expect(written.map((line) => (JSON.parse(line) as Review).signId).sort((a, b) => a - b)).to.deep.equal(
      Array.from({ length: 200 }, (_, count) => (count >> 1) + 1),
    );
  });

  it("says when it cannot be written, so that the delivery is not lost", async () => {
    const error = await reviewFeed(join(folder, "none", "reviews.jsonl"))
      .append(REVIEW)
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    expect(error).to.have.property("code", "ENOENT");
    appendFileSync(path, "");
    await reviewFeed(path).append(REVIEW);
    expect(lines()).to.have.length(1);
  });
});
