import { expect } from "chai";
import { picture } from "../../tools/recording/picture";
import { rowsOf } from "../../tools/recording/rows";
import { read } from "../docs/pages";

describe("the picture of a run", () => {
  it("breaks a line where the terminal would, in which a Chinese character takes two columns", () => {
    const texts = rowsOf("   | 【极光】 was filed again", 17).map(({ text }) => text);
    expect(texts).to.deep.equal(["   | 【极光】 was", "     filed again"]);
  });

  it("shows every line as text, whatever is in it, and at rest the last ones", () => {
    const lines = Array.from({ length: 40 }, (_, index) => ({ at: index * 1000, text: `line ${index} <&">` }));
    const svg = picture(lines, "a run");
    expect(svg.match(/<text/g)).to.have.length(40);
    expect(svg).to.include("line 39 &lt;&amp;&quot;>").and.not.include("<&");
    expect(svg).to.match(/<g id="scroll" style="transform: translateY\(-\d+px\)">/);
  });

  it("waits for no line as long as the run did", () => {
    const seconds = (svg: string) => Number(/animation: scroll ([\d.]+)s/.exec(svg)?.[1]);
    const lines = [0, 100, 60_000].map((at) => ({ at, text: "a line" }));
    expect(seconds(picture(lines, "a run"))).to.be.below(12);
  });

  it("in the README tells nothing of the machine on which it was made", () => {
    expect(read("docs/demo.svg")).not.to.match(/\/(?:home|root|tmp|work|Users|var)\b/);
  });
});
