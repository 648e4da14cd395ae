import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const ROOT = resolve(__dirname, "../..");

/** The heavy packages that a fresh process has loaded after running the code. */
async function loadedAfter(code: string): Promise<string[]> {
  const script = `(async () => { ${code};
    const found = Object.keys(require.cache).map((file) => /node_modules[\\\\/](undici|form-data)[\\\\/]/.exec(file)?.[1]);
    console.log(JSON.stringify([...new Set(found)].filter(Boolean).sort()));
  })()`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--require", "tsx/cjs", "--eval", script], {
    cwd: ROOT,
  });
  return JSON.parse(stdout) as string[];
}

describe("loading the vendor's modules", () => {
  it("loads neither undici nor form-data", async () => {
    expect(await loadedAfter(`require("./provider/jpush"); require("./provider/huawei");`)).to.deep.equal([]);
  });

  it("leaves them to the first request", async () => {
    const request = `const { exchange } = require("./provider/http/exchange");
      const { Memory } = require("./provider/memory");
      await exchange({ method: "GET", url: "http://127.0.0.1:9", headers: {}, once: false, proxy: null }, { connectTimeout: 1000, requestTimeout: 1000 }, new Memory());
      await require("./provider/http/multipart").encodeMultipart([])`;
    expect(await loadedAfter(request)).to.deep.equal(["form-data", "undici"]);
  });
});
