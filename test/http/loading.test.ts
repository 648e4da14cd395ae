import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const ROOT = resolve(__dirname, "../..");

/** The heavy packages that a fresh process has loaded after running the code. */
async function loadedAfter(code: string): Promise<string[]> {
  const script = `(async () => { ${code};
    const found = Object.keys(require.cache).map((file) => /node_modules[\\\\/](form-data)[\\\\/]/.exec(file)?.[1]);
    console.log(JSON.stringify([...new Set(found)].filter(Boolean).sort()));
  })()`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--require", "tsx/cjs", "--eval", script], {
    cwd: ROOT,
  });
  return JSON.parse(stdout) as string[];
}

describe("loading the vendor's modules", () => {
  it("does not load form-data", async () => {
    expect(await loadedAfter(`require("./provider/jpush"); require("./provider/huawei");`)).to.deep.equal([]);
  });

  it("leaves it to the first form", async () => {
    const form = `await require("./provider/http/multipart").encodeMultipart([])`;
    expect(await loadedAfter(form)).to.deep.equal(["form-data"]);
  });
});
