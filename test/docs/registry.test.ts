import { expect } from "chai";
import { parse } from "yaml";
import { codeIn, firstCode, read } from "./pages";

describe("the Registry's pages of the plugin", () => {
  for (const file of ["_index.md", "installation-configuration.md"])
    it(`have in ${file} what the Registry asks for`, () => {
      const [, head = ""] = /^---\n(.*?)\n---\n/s.exec(read(`docs/${file}`)) ?? [];
      const { title, meta_desc: description, layout } = parse(head);
      expect({ title: typeof title, layout }).to.deep.equal({ title: "string", layout: "package" });
      expect(description.length).to.be.below(161);
    });

  for (const language of ["yaml", "python", "go"])
    it(`show in ${language} the program that languages.md explains`, () => {
      const program = firstCode("docs/_index.md", language);
      expect(codeIn(read("docs/languages.md"), language)).to.include(program);
    });
});
