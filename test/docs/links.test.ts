import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect } from "chai";
import { root } from "../../tools/hermetic";
import { linksIn, PAGES, prose, read } from "./pages";

/** The pages in a folder itself. */
function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

const EXAMPLES = readdirSync(join(root, "examples")).flatMap((name) => pagesIn(join("examples", name)));
const ALL = [...pagesIn("."), ...pagesIn("emulator"), ...EXAMPLES, ...PAGES];

/** Where a page's links lead; those to other hosts are not looked at. */
function targetsOf(page: string): readonly string[] {
  return linksIn(read(page)).filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors that hosts of repositories give to headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of prose(read(page)).matchAll(/^#{1,6} (.*)$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N}\p{M} _-]/gu, "").replaceAll(" ", "-");
    const same = [...anchors].filter((each) => each.replace(/-\d+$/, "") === anchor).length;
    anchors.add(same === 0 ? anchor : `${anchor}-${same}`);
  }
  return anchors;
}

/** What is wrong with a link; null where it leads somewhere. */
function problemOf(page: string, target: string): string | null {
  const [path = "", anchor] = decodeURI(target).split("#");
  const file = path === "" ? page : normalize(join(dirname(page), path));
  if (file.startsWith("..")) return "leads out of the repository";
  if (!existsSync(join(root, file))) return `there is no ${file}`;
  if (anchor === undefined) return null;
  if (!statSync(join(root, file)).isFile() || !file.endsWith(".md")) return `${file} has no anchors`;
  return anchorsOf(file).has(anchor) ? null : `${file} has no heading #${anchor}`;
}

describe("the links of the documents", () => {
  for (const page of ALL)
    it(`lead somewhere from ${page}`, () => {
      const broken = targetsOf(page).map((target) => [target, problemOf(page, target)] as const);
      expect(broken.filter(([, problem]) => problem !== null)).to.deep.equal([]);
    });

  it("are looked at: one that leads nowhere is found", () => {
    expect(targetsOf("docs/README.md")).to.include("reference/jpush-signature.md");
    expect(problemOf("docs/README.md", "reference/nowhere.md")).to.equal("there is no docs/reference/nowhere.md");
    expect(problemOf("docs/README.md", "errors.md#nowhere")).to.equal("docs/errors.md has no heading #nowhere");
    expect(problemOf("docs/README.md", "errors.zh-CN.md#极光错误码")).to.equal(null);
  });

  it("lead from the index to every page", () => {
    const linked = targetsOf("docs/README.md").map((target) => normalize(join("docs", target.split("#")[0] ?? "")));
    // The Registry's page is an index itself, and decisions have one of their own.
    const others = PAGES.filter((page) => !/^docs\/(README|_index|decisions\/(?!README).*)\.md$/.test(page));
    expect(linked).to.include.members([...others]);
  });
});
