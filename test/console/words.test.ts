import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { dictionary } from "../../emulator/src/console/page/words.js";

const page = join(dirname(require.resolve("sms-emulator/package.json")), "src", "console", "page");
const text = readdirSync(page)
  .filter((name) => /\.(html|js)$/.test(name) && name !== "words.js")
  .map((name) => readFileSync(join(page, name), "utf8"))
  .join("\n");

describe("the review console's dictionary", () => {
  it("says everything in both languages, with the same things put in", () => {
    const blanks = (words: string) => (words.match(/\{\d\}/g) ?? []).sort();
    for (const [key, pair] of Object.entries(dictionary)) {
      const [english, chinese] = pair;
      expect(english, key).to.not.equal("");
      expect(chinese, key).to.match(/[\u3000-\u9fff\uff00-\uffef]/);
      expect(blanks(chinese), key).to.deep.equal(blanks(english));
    }
  });

  it("has every word that the page uses, and no other", () => {
    const named = [...text.matchAll(/\bword\(\s*"([^"]+)"|data-word(?:-label)?="([^"]+)"|\blabelled\("([^"]+)"/g)].map(
      ([, ...keys]) => keys.find(Boolean)!,
    );
    expect(named.length).to.be.greaterThan(50);
    expect(named.filter((key) => !Object.hasOwn(dictionary, key))).to.deep.equal([]);
    const unused = Object.keys(dictionary).filter((key) => !key.includes(" ") && !text.includes(`"${key}"`));
    expect(unused).to.deep.equal([]);
  });
});
