import { expect } from "chai";
import { blocksIn, codeIn, linksIn, prose, read, READMES } from "./pages";

const [english, chinese] = READMES.map(read) as [string, string];

const both = <T>(look: (document: string) => T): readonly [english: T, chinese: T] => [look(english), look(chinese)];

const headings = (document: string) => [...prose(document).matchAll(/^(#+) /gm)].map(([, marks]) => marks);

/** Each table's rows, by their number of cells. */
const tables = (document: string) =>
  [...prose(document).matchAll(/(?:^\|.*\|\n)+/gm)].map(([table]) =>
    table
      .trim()
      .split("\n")
      .map((row) => row.split(/(?<!\\)\|/).length),
  );

/** What a block does: comments are in the reader's language. */
const code = (document: string) =>
  blocksIn(document).map(({ language, text }) => `${language}\n${text.replace(/^\s*(?:\/\/|#) .*\n/gm, "")}`);

/** Each README links the page in its own language, where there is one. */
const links = (document: string) =>
  linksIn(document)
    .map((target) => target.replace(".zh-CN.md", ".md"))
    .filter((target) => target !== "README.md")
    .sort();

describe("README.md and README.zh-CN.md", () => {
  for (const [what, look] of [
    ["headings", headings],
    ["blocks", code],
    ["tables", tables],
    ["links", links],
  ] as const)
    it(`have the same ${what}`, () => {
      const [one, other] = both<unknown>(look);
      expect(one).not.to.be.empty;
      expect(other).to.deep.equal(one);
    });

  it("link each other in their first lines", () => {
    const [one, other] = both((document) => linksIn(document.split("\n", 1)[0] ?? ""));
    expect([one, other]).to.deep.equal([["README.zh-CN.md"], ["README.md"]]);
  });

  it("are read in minutes", () => {
    expect(english.split(/\s+/).length).to.be.below(900);
    expect(prose(chinese).match(/\p{Script=Han}/gu)?.length).to.be.within(500, 1200);
  });

  it("break no Chinese sentence, for a broken line shows as a space", () => {
    expect(prose(chinese).match(/\p{Script=Han}\n\p{Script=Han}/gu)).to.equal(null);
  });

  it("can be pasted whole: Pulumi's CLI asks the terminal for its colours and takes the lines behind for the answer", () => {
    const blocks = codeIn(english, "sh");
    const lines = blocks.flatMap((text) => text.trim().split("\n").slice(0, -1));
    const asking = lines.filter((line) => line.startsWith("pulumi "));
    expect(asking).not.to.be.empty;
    expect(asking.filter((line) => !line.endsWith(" &&"))).to.deep.equal([]);
    // Nor has a terminal's shell comments everywhere: zsh takes a # for a word.
    expect(blocks.filter((text) => text.includes("#"))).to.deep.equal([]);
  });

  it("install the plugin of this version", () => {
    const { version } = JSON.parse(read("package.json")) as { version: string };
    expect(english).to.include(`pulumi plugin install resource sms ${version} `);
  });
});
