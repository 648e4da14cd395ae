import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as errors from "../../provider/errors";
import { knownHuaweiCodes, knownJPushCodes } from "../../tools/generate/codes";
import { root } from "../../tools/hermetic";
import { read } from "./pages";

/** The kinds of errors that a user can meet. */
const KINDS = Object.entries(errors)
  .filter(([, value]) => typeof value === "function" && value.prototype instanceof errors.SmsError)
  .map(([name]) => name);

/** The code of the provider and the classes, each text in one piece. */
const SOURCE = ["provider", "sdk"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(root, folder, name)),
  )
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n")
  .replace(/["`'] \+\s*\n?\s*["`']/g, "")
  .replaceAll('\\"', '"');

/** The part of a page about each kind, by its name. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const [, ...sections] = read(page)
    .replace(/^## .*?(?=^### |(?![^]))/gms, "")
    .split(/^### /m);
  return new Map(sections.map((section) => [section.slice(0, section.indexOf("\n")), section]));
}

/** What a section quotes of messages: after `>`, and in the first column of its tables. */
function quotesOf(section: string): readonly string[] {
  const quoted = [...section.matchAll(/^> (.*)$/gm)].map(([, text = ""]) => text);
  const cells = [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text),
  );
  return [...quoted, ...cells].flatMap((text) =>
    text
      .split("…")
      .map((piece) => piece.trim())
      .filter((piece) => /\p{L}{3}/u.test(piece)),
  );
}

describe("the warnings in docs/errors.md", () => {
  it("are quoted as they are", () => {
    const [, section = ""] = /^## Warnings\n(.*?)^## /ms.exec(read("docs/errors.md")) ?? [];
    const quotes = quotesOf(section);
    expect(quotes).not.to.be.empty;
    expect(quotes.filter((quote) => !SOURCE.includes(quote))).to.deep.equal([]);
  });
});

for (const page of ["docs/errors.md", "docs/errors.zh-CN.md"])
  describe(page, () => {
    it("has each kind of error, and no other", () => {
      expect([...sectionsOf(page).keys()]).to.have.members(KINDS);
    });

    it("quotes what the messages say", () => {
      for (const [kind, section] of sectionsOf(page)) {
        const quotes = quotesOf(section);
        expect(quotes, kind).not.to.be.empty;
        expect(
          quotes.filter((quote) => !SOURCE.includes(quote)),
          kind,
        ).to.deep.equal([]);
      }
    });

    it("has each refusal of the lifecycle", () => {
      const refusals = readFileSync(join(root, "provider/lifecycle/refusal.ts"), "utf8").match(/^ +case "/gm) ?? [];
      const rows = sectionsOf(page).get("RefusalError")?.match(/^\| `/gm) ?? [];
      expect(rows).to.have.lengthOf(refusals.length);
    });

    it("has each of the vendors' codes that the provider knows, and no other", () => {
      const listed = [...read(page).matchAll(/^\| `(\d{5}|[A-Z]+\.\d{4})`/gm)].map(([, code]) => code);
      const known = [...knownJPushCodes, ...knownHuaweiCodes].map(({ code }) => code);
      expect([...new Set(listed)].sort()).to.deep.equal([...new Set(known)].sort());
    });
  });
