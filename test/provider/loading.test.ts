import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";
import { withStack } from "./support/Stack";

/** What check and diff are called with, and what a fresh process has loaded of other packages after running the code. */
async function loadedAfter(folder: string, inputs: object, code: string): Promise<string[]> {
  const script = `(async () => {
    const inputs = ${JSON.stringify(inputs)};
    ${code}
    const found = Object.keys(require.cache).map((file) => /.*[\\\\/]node_modules[\\\\/]((?:@[^\\\\/]+[\\\\/])?[^\\\\/]+)/.exec(file)?.[1]);
    console.log(JSON.stringify([...new Set(found)].filter(Boolean).sort()));
  })()`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--eval", script], { cwd: folder });
  const last = stdout.trim().split("\n").at(-1) ?? "";
  return JSON.parse(last) as string[];
}

const CHECK_AND_DIFF = `
  const { jpushSmsSignature: handler } = require("pulumi-sms/provider");
  await handler.configure({ config: { get: () => undefined } });
  const { inputs: checked, failures } = await handler.check({}, inputs);
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  await handler.diff("37582", { ...checked, sign: "极光短信" }, checked);
`;

describe("the provider's module", () => {
  it(
    "loads no other package with itself",
    withStack(async (stack) => {
      expect(await loadedAfter(stack.folder.path, {}, `require("pulumi-sms/provider");`)).to.deep.equal([]);
    }),
  );

  it(
    "checks and compares without the packages that speak to a vendor",
    withStack(async (stack) => {
      const loaded = await loadedAfter(stack.folder.path, stack.inputs(), CHECK_AND_DIFF);
      expect(loaded)
        .to.include("zod")
        .and.not.include("undici")
        .and.not.include("form-data")
        .and.not.include("@pulumi/pulumi");
    }),
  );

  it(
    "loads them to file",
    withStack(async (stack) => {
      const file = `${CHECK_AND_DIFF}
        Object.assign(process.env, { JPUSH_ENDPOINT: "${stack.vendor.url}", JPUSH_APP_KEY: "none", JPUSH_MASTER_SECRET: "none" });
        await handler.create(checked).catch(() => undefined);`;
      expect(await loadedAfter(stack.folder.path, stack.inputs(), file)).to.include.members(["undici", "form-data"]);
    }),
  );
});
