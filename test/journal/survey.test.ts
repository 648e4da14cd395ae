import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Journal } from "../../provider/journal/Journal";
import { Memory } from "../../provider/memory";
import { desired } from "../lifecycle/builders";

const SENT = "2026-05-02T08:00:00.000Z";

describe("a record of the journal that another resource sees open", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "journal-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** One process of a run, with one resource in it, and what it said. */
  function processOf(run: string | undefined, name: string) {
    const said: string[] = [];
    const subject = { project: "p", stack: "s", backend: null, type: "t", name };
    const owner = { subjects: [subject], resource: null, account: "account", desired: desired("甲") };
    return {
      journal: new Journal(folder, owner, { say: ({ text }) => said.push(text), run, memory: new Memory() }),
      said,
    };
  }

  async function looking(run: string | undefined, name = "other"): Promise<readonly string[]> {
    const { journal, said } = processOf(run, name);
    await journal.survey();
    return said;
  }

  for (const runs of [
    ["1", "2", "3"],
    [undefined, undefined, undefined],
  ] as const) {
    it(`is named when a second run sees it, ${runs[0] === undefined ? "though nobody can tell runs apart" : "by every process of it"}`, async () => {
      await processOf(runs[0], "left").journal.sending({ operation: "submit", target: null, sentAt: SENT });
      expect(await looking(runs[1])).to.deep.equal([]);
      expect(await looking(runs[2]))
        .to.have.lengthOf(1)
        .and.have.property("0")
        .that.includes(`What was filed for "left" at ${SENT} has not been seen in the state`);
      expect(await looking(runs[2], "third")).to.have.lengthOf(1);
    });
  }

  it("is nothing where another process of the same run is filing it", async () => {
    await processOf("1", "left").journal.sending({ operation: "submit", target: null, sentAt: SENT });
    expect(await looking("1")).to.deep.equal([]);
    expect(await looking("2"), "the first to see it open").to.deep.equal([]);
  });

  it("is not named where another process of the same run was the first to see it", async () => {
    await processOf("1", "left").journal.sending({ operation: "submit", target: null, sentAt: SENT });
    expect(await looking("2")).to.deep.equal([]);
    expect(await looking("2", "third")).to.deep.equal([]);
  });
});
